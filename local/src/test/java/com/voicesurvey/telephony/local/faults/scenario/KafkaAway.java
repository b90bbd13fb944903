package com.voicesurvey.telephony.local.faults.scenario;

/** Kafka is shut down in good order and stays away. */
final class KafkaAway implements Scenario {
    @Override
    public void play(Stage stage) {
        var kafka = stage.world().kafka();
        stage.fault("Kafka away for " + stage.pace().kafkaAway(), kafka::stop);
        stage.pass(stage.pace().kafkaAway());
        kafka.start();
        stage.pass(stage.pace().calm());
    }
}
