package com.voicesurvey.telephony.testbed.kafka;

import com.voicesurvey.telephony.testbed.host.FreePort;
import com.voicesurvey.telephony.testbed.host.ServerDirectory;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

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
    private static final int NODE_ID = 1;

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
        new BrokerFormat(NODE_ID, Uuid.randomUuid().toString()).apply(logs);
        var node =
                new BrokerNode(
                        NODE_ID,
                        FreePort.orGiven(port),
                        FreePort.orGiven(0),
                        logs,
                        options.listeners());
        var properties = new BrokerProperties(node, List.of(node)).with(options.brokerProperties());
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
}
