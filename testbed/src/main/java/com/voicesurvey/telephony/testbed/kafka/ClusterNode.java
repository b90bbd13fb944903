package com.voicesurvey.telephony.testbed.kafka;

import com.voicesurvey.telephony.testbed.host.ChildJvm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A node of a {@link KafkaCluster}, in a JVM of its own; always on the same data. */
public final class ClusterNode implements AutoCloseable {
    private static final int LINES_TO_SHOW = 5;

    private final int id;
    private final Path log;
    private final ChildJvm jvm;

    private ClusterNode(int id, Path log, ChildJvm jvm) {
        this.id = id;
        this.log = log;
        this.jvm = jvm;
    }

    static ClusterNode of(
            BrokerNode node,
            Map<String, String> settings,
            String clusterId,
            List<String> jvmOptions) {
        List<String> arguments = new ArrayList<>(jvmOptions);
        Path file = write(settings, node.logDirectory());
        Path log = file.resolveSibling("kafka.log");
        arguments.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProgram.class.getName(),
                        file.toString(),
                        clusterId));
        return new ClusterNode(
                node.id(), log, new ChildJvm(new ChildJvm.Program(arguments, Map.of(), log)));
    }

    /** The node's number, as Kafka knows it. */
    public int id() {
        return id;
    }

    /** Starts the node and does not wait until it serves; no effect on a running one. */
    public void start() {
        jvm.start();
    }

    /** Shuts the node down in good order. */
    public void stop() {
        jvm.terminate();
    }

    /** Ends the node as a crash of its process would. */
    public void kill() {
        jvm.kill();
    }

    /** Stops the node where it stands, until {@link #thaw}. */
    public void freeze() {
        jvm.freeze();
    }

    /** Lets a frozen node go on. */
    public void thaw() {
        jvm.thaw();
    }

    /** Whether it runs, and the last lines of its log. */
    String lastWords() {
        String state = isAlive() ? "runs" : "has ended";
        try {
            List<String> lines = Files.readAllLines(log);
            int from = Math.max(0, lines.size() - LINES_TO_SHOW);
            return state + "; " + String.join("\n", lines.subList(from, lines.size()));
        } catch (IOException e) {
            return state + "; no log: " + e.getMessage();
        }
    }

    boolean isAlive() {
        return jvm.isAlive();
    }

    @Override
    public void close() {
        jvm.close();
    }

    private static Path write(Map<String, String> settings, Path logDirectory) {
        Path file = logDirectory.resolveSibling("server.properties");
        Properties properties = new Properties();
        properties.putAll(settings);
        try {
            Files.createDirectories(logDirectory);
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
