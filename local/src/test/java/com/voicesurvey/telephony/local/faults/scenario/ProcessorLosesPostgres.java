package com.voicesurvey.telephony.local.faults.scenario;

/** The link between event-processor and PostgreSQL fails in every way. */
final class ProcessorLosesPostgres implements Scenario {
    @Override
    public void play(Stage stage) {
        FailingLink.play(
                stage, "event-processor and PostgreSQL", stage.world().databaseLink()::set);
    }
}
