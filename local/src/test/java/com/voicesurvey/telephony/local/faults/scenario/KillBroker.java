package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.testbed.kafka.ClusterNode;
import com.voicesurvey.telephony.testbed.kafka.KafkaCluster;

/** A broker of several dies, and another one freezes once the first is back. */
final class KillBroker implements Scenario {
    @Override
    public void play(Stage stage) {
        KafkaCluster kafka = stage.world().kafka();
        ClusterNode victim = stage.oneOf(kafka.nodes());
        stage.fault("kill -9 broker " + victim.id(), victim::kill);
        stage.pass(stage.pace().outage());
        kafka.start();
        stage.pass(stage.pace().outage());
        ClusterNode frozen = stage.oneOf(kafka.nodes());
        stage.fault("SIGSTOP broker " + frozen.id(), frozen::freeze);
        stage.pass(stage.pace().outage());
        frozen.thaw();
    }
}
