package com.voicesurvey.telephony.testbed.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single node that is broker and controller at once. */
record BrokerProperties(int port, int controllerPort, Path logDirectory) {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final Map<String, String> ONE_REPLICA =
            Map.of(
                    "offsets.topic.replication.factor", "1",
                    "offsets.topic.num.partitions", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "transaction.state.log.num.partitions", "1",
                    "share.coordinator.state.topic.replication.factor", "1",
                    "share.coordinator.state.topic.min.isr", "1",
                    "share.coordinator.state.topic.num.partitions", "1");

    /** The log cleaner alone would take 128 MB of the broker's heap. */
    private static final Map<String, String> SMALL =
            Map.of(
                    "log.cleaner.dedupe.buffer.size", "4194304",
                    "num.network.threads", "2",
                    "num.io.threads", "4",
                    "background.threads", "2");

    /**
     * Groups settle within a second. A broker that was killed is let in again when its session has
     * run out; a shorter one than this shuts a live broker out on a machine that is busy.
     */
    private static final Map<String, String> QUICK =
            Map.of(
                    "group.initial.rebalance.delay.ms", "0",
                    "group.consumer.min.heartbeat.interval.ms", "500",
                    "group.consumer.heartbeat.interval.ms", "500",
                    "group.consumer.min.session.timeout.ms", "1000",
                    "group.consumer.session.timeout.ms", "10000",
                    "group.min.session.timeout.ms", "1000",
                    "broker.heartbeat.interval.ms", "500",
                    "broker.session.timeout.ms", "6000");

    /** What holds wherever the broker runs. */
    static final Map<String, String> COMMON = common();

    Map<String, String> with(Map<String, String> overrides) {
        var all = new HashMap<>(COMMON);
        all.putAll(node());
        all.putAll(overrides);
        return all;
    }

    private Map<String, String> node() {
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        String controller = "127.0.0.1:" + controllerPort;
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "listeners",
                broker + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                broker,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "log.dirs",
                logDirectory.toString());
    }

    private static Map<String, String> common() {
        var common = new HashMap<String, String>();
        common.put("auto.create.topics.enable", "false");
        common.putAll(ONE_REPLICA);
        common.putAll(SMALL);
        common.putAll(QUICK);
        return Map.copyOf(common);
    }
}
