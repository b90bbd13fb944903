package com.voicesurvey.telephony.testbed.kafka;

import com.voicesurvey.telephony.testbed.host.FreePort;
import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The real broker, in this JVM: one KRaft node. Groups of both protocols work.
 *
 * <h2>Failure semantics</h2>
 *
 * A record that was acknowledged outlives a restart and the death of this JVM, but not of the
 * machine: like any Kafka, it leaves flushing to the operating system.
 */
public final class EmbeddedKafka implements Kafka {
    private final ServerDirectory directory;
    private final int port;
    private final EmbeddedKafkaOptions options;
    private @Nullable KafkaRaftServer server;

    private EmbeddedKafka(EmbeddedKafkaOptions options) {
        this.options = options;
        this.port = FreePort.orGiven(options.port());
        this.directory = ServerDirectory.orTemporary(options.dataDirectory(), "voicesurvey-kafka-");
    }

    /**
     * Starts a broker and returns when it serves; takes some seconds.
     *
     * @throws IllegalStateException if the port is taken
     * @throws KafkaException if it does not start, for instance because another one uses the same
     *     directory
     */
    public static EmbeddedKafka launch(EmbeddedKafkaOptions options) {
        var kafka = new EmbeddedKafka(options);
        try {
            kafka.start();
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
        return kafka;
    }

    /** Where the broker keeps its records. */
    public Path dataDirectory() {
        return directory.path();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        Path logs = directory.path().resolve("kraft");
        format(logs);
        var properties =
                new BrokerProperties(FreePort.orGiven(port), FreePort.orGiven(0), logs)
                        .with(options.brokerProperties());
        var starting = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        server = starting;
        try {
            starting.startup();
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public synchronized void close() {
        stop();
        directory.deleteIfTemporary();
    }

    private static void format(Path logs) {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(logs);
            new Formatter()
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                    .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(logs.toString())
                    .setDirectories(List.of(logs.toString()))
                    .setIgnoreFormatted(true)
                    .setHasDynamicQuorum(false)
                    .run();
        } catch (Exception e) {
            throw new KafkaException("Cannot format " + logs, e);
        }
    }
}
