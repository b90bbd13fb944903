package com.voicesurvey.telephony.local.faults.scenario;

import com.voicesurvey.telephony.local.faults.world.Sql;

/** PostgreSQL ends all connections and lets nobody in, while it runs. */
final class PostgresRefusesConnections implements Scenario {
    @Override
    public void play(Stage stage) {
        Sql maintenance = stage.world().maintenance();
        String database = stage.world().postgres().database().name();
        stage.fault(
                "PostgreSQL refuses connections",
                () ->
                        maintenance.run(
                                "alter database " + database + " with allow_connections false",
                                "select pg_terminate_backend(pid) from pg_stat_activity"
                                        + " where datname = '"
                                        + database
                                        + "'"));
        stage.pass(stage.pace().outage());
        maintenance.run("alter database " + database + " with allow_connections true");
        stage.pass(stage.pace().calm());
    }
}
