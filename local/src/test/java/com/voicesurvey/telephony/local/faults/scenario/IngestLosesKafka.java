package com.voicesurvey.telephony.local.faults.scenario;

/** The link between ingest-api and Kafka fails in every way. */
final class IngestLosesKafka implements Scenario {
    @Override
    public void play(Stage stage) {
        FailingLink.play(stage, "ingest-api and Kafka", stage.world().ingestLink()::set);
    }
}
