package com.voicesurvey.telephony.local.bench.kafka;

import com.voicesurvey.telephony.domain.wire.Topics;
import com.voicesurvey.telephony.local.run.Owned;
import com.voicesurvey.telephony.local.run.Steps;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;
import com.voicesurvey.telephony.testbed.kafka.KafkaClusterOptions;

/** One broker in a JVM of its own, with the topics. */
public final class BenchKafka {
    /** Of each topic but the dead letters. */
    public static final int PARTITIONS = 6;

    private BenchKafka() {}

    public static KafkaCluster start(Owned owned, Steps steps) {
        KafkaCluster kafka = owned.own(steps.run("Kafka", () -> KafkaCluster.launch(options())));
        kafka.createTopic(Topics.CALL_EVENTS, PARTITIONS);
        kafka.createTopic(Topics.DIALOGUE_STARTS, PARTITIONS);
        kafka.createTopic(Topics.OVERDUE_CALLS, PARTITIONS);
        kafka.createTopic(Topics.DEAD_LETTERS, 1);
        return kafka;
    }

    /**
     * A broker as it runs anywhere else: with both compilers, and a session that a pause outlives.
     */
    private static KafkaClusterOptions options() {
        return KafkaClusterOptions.of(1)
                .onJvm("-Xmx512m")
                .with("broker.session.timeout.ms", "9000")
                .with("broker.heartbeat.interval.ms", "2000")
                .with("log.segment.bytes", "134217728")
                .with("log.segment.delete.delay.ms", "1000");
    }
}
