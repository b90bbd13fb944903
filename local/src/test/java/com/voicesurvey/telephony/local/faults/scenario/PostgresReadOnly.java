package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.Sql;

/** PostgreSQL takes no writes, as a replica does after a failover. */
final class PostgresReadOnly implements Scenario {
    private static final String RELOAD = "select pg_reload_conf()";

    @Override
    public void play(Stage stage) {
        Sql maintenance = stage.world().maintenance();
        stage.fault(
                "PostgreSQL read-only",
                () ->
                        maintenance.run(
                                "alter system set default_transaction_read_only = on", RELOAD));
        stage.pass(stage.pace().outage());
        maintenance.run("alter system reset default_transaction_read_only", RELOAD);
        stage.pass(stage.pace().calm());
    }
}
