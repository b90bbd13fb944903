package com.voicesurvey.telephony.testbed.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings of a node that is broker and controller at once.
 *
 * @param quorum all nodes, this one included
 */
record BrokerProperties(BrokerNode node, List<BrokerNode> quorum) {
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String PLAINTEXT = "PLAINTEXT";
    private static final int MOST_REPLICAS = 3;

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

    /** What holds wherever a single broker runs. */
    static final Map<String, String> COMMON = common(1);

    BrokerProperties {
        quorum = List.copyOf(quorum);
    }

    Map<String, String> with(Map<String, String> overrides) {
        var all = new HashMap<>(common(quorum.size()));
        all.putAll(ofNode());
        all.putAll(overrides);
        return all;
    }

    private Map<String, String> ofNode() {
        String broker = PLAINTEXT + "://" + node.address();
        String controller = CONTROLLER_LISTENER + "://127.0.0.1:" + node.controllerPort();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(node.id()),
                "listeners",
                joined(
                        Stream.concat(
                                Stream.of(broker, controller),
                                node.listeners().stream().map(ProxiedListener::listens))),
                "advertised.listeners",
                joined(
                        Stream.concat(
                                Stream.of(broker),
                                node.listeners().stream().map(ProxiedListener::advertises))),
                "inter.broker.listener.name",
                PLAINTEXT,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "controller.quorum.voters",
                joined(quorum.stream().map(BrokerNode::vote)),
                "listener.security.protocol.map",
                joined(
                        Stream.concat(
                                        Stream.of(PLAINTEXT, CONTROLLER_LISTENER),
                                        node.listeners().stream().map(ProxiedListener::name))
                                .map(name -> name + ":" + PLAINTEXT)),
                "log.dirs",
                node.logDirectory().toString());
    }

    private static Map<String, String> common(int nodes) {
        var common = new HashMap<String, String>();
        common.put("auto.create.topics.enable", "false");
        common.putAll(replication(nodes));
        common.putAll(SMALL);
        common.putAll(QUICK);
        return Map.copyOf(common);
    }

    /** As many copies as there are nodes, up to three; all but one have to be there for a write. */
    private static Map<String, String> replication(int nodes) {
        int replicas = Math.min(nodes, MOST_REPLICAS);
        String copies = Integer.toString(replicas);
        String needed = Integer.toString(Math.max(1, replicas - 1));
        var properties = new HashMap<String, String>();
        properties.put("default.replication.factor", copies);
        properties.put("min.insync.replicas", needed);
        properties.put("offsets.topic.replication.factor", copies);
        properties.put("offsets.topic.num.partitions", "1");
        for (String state : List.of("transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(state + ".replication.factor", copies);
            properties.put(state + ".min.isr", needed);
            properties.put(state + ".num.partitions", "1");
        }
        return properties;
    }

    private static String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(","));
    }
}
