package com.voicesurvey.telephony.testbed.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a {@link KafkaCluster} is to run.
 *
 * @param nodes from 1 to 9, each broker and controller
 * @param links names of further doors, each over proxies of its own; as {@link ProxiedListener}
 *     wants them
 * @param brokerProperties broker properties that win over the testbed's own
 * @param jvmOptions what each node's JVM is started with
 */
public record KafkaClusterOptions(
        int nodes,
        List<String> links,
        Map<String, String> brokerProperties,
        List<String> jvmOptions) {

    /** A node that was killed is let in again after its session: soon. */
    private static final Map<String, String> QUICK_RETURN =
            Map.of("broker.session.timeout.ms", "2000", "broker.heartbeat.interval.ms", "500");

    /** Little memory and a quick start: several nodes share a machine with what is tested. */
    private static final List<String> SMALL_JVM =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    public KafkaClusterOptions {
        if (nodes < 1 || nodes > 9) {
            throw new IllegalArgumentException("nodes must be within 1 and 9, not " + nodes);
        }
        links = List.copyOf(links);
        brokerProperties = Map.copyOf(brokerProperties);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** That many nodes, in temporary directories. */
    public static KafkaClusterOptions of(int nodes, String... links) {
        return new KafkaClusterOptions(nodes, List.of(links), QUICK_RETURN, SMALL_JVM);
    }

    /** The same with one broker property more. */
    public KafkaClusterOptions with(String brokerProperty, String value) {
        var properties = new HashMap<>(brokerProperties);
        properties.put(brokerProperty, value);
        return new KafkaClusterOptions(nodes, links, properties, jvmOptions);
    }

    /** The same with other JVM options. */
    public KafkaClusterOptions onJvm(String... options) {
        return new KafkaClusterOptions(nodes, links, brokerProperties, List.of(options));
    }
}
