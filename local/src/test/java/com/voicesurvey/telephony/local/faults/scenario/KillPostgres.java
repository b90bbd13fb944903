package com.voicesurvey.telephony.local.faults.scenario;

/** PostgreSQL dies with transactions open, and comes back after its recovery. */
final class KillPostgres implements Scenario {
    @Override
    public void play(Stage stage) {
        var postgres = stage.world().postgres();
        stage.fault("kill -9 PostgreSQL", postgres::kill);
        stage.pass(stage.pace().outage());
        postgres.start();
        stage.pass(stage.pace().calm());
    }
}
