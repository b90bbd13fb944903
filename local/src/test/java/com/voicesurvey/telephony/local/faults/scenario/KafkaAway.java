package com.voicesurvey.telephony.local.faults.scenario;

/** All of Kafka dies and stays away. */
final class KafkaAway implements Scenario {
    @Override
    public void play(Stage stage) {
        var kafka = stage.world().kafka();
        stage.fault("Kafka away for " + stage.pace().kafkaAway(), kafka::kill);
        stage.pass(stage.pace().kafkaAway());
        kafka.start();
        stage.pass(stage.pace().calm());
    }
}
