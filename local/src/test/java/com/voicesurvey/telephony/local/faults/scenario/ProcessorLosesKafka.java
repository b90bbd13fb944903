package com.voicesurvey.telephony.local.faults.scenario;

/** The link between event-processor and Kafka fails in every way. */
final class ProcessorLosesKafka implements Scenario {
    @Override
    public void play(Stage stage) {
        FailingLink.play(stage, "event-processor and Kafka", stage.world().processorLink()::set);
    }
}
