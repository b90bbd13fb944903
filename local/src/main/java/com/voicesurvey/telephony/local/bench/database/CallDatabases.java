package com.voicesurvey.telephony.local.bench.database;

import com.voicesurvey.telephony.local.bench.host.Children;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.testbed.postgres.Database;
import com.voicesurvey.telephony.testbed.postgres.Postgres;

import java.util.Map;

/** Databases of one server, with the tables and with the calls that events will be about. */
public record CallDatabases(Postgres server) {

    /** A new one with the tables, brought up by event-processor itself, and the campaign. */
    public Database create(String name, Children children) {
        drop(name);
        maintenance().run("create database " + name);
        Database database = named(name);
        children.runService(
                "migrate", "event-processor", Map.of("DATABASE_URL", database.url()), "migrate");
        new Sql(database)
                .run(
                        """
                        insert into campaigns (id, name, status)
                        values ('%s', 'Benchmark', 'running')
                        """
                                .formatted(CallNames.CAMPAIGN),
                        "select ensure_processed_events_partitions(current_date - 1, current_date"
                                + " + 2)");
        return database;
    }

    /** A copy, in which nobody has worked yet, and which is on disk. */
    public Database copy(Database template, String name) {
        drop(name);
        maintenance().run("create database %s template %s".formatted(name, template.name()));
        checkpoint();
        return named(name);
    }

    public void drop(String name) {
        maintenance().run("drop database if exists %s with (force)".formatted(name));
    }

    /** Writes everything to disk, so that a run begins with nothing of an earlier one's to do. */
    public void checkpoint() {
        maintenance().run("checkpoint");
    }

    /**
     * The calls of those numbers, dialled: a contact each, and an attempt that knows its provider's
     * id.
     */
    public static void addCalls(Database database, long first, long count) {
        new Sql(database)
                .run(
                        """
                        insert into contacts
                            (id, campaign_id, phone_number, state, attempts_count, last_attempt_at)
                        select md5('contact-' || n)::uuid, '%s', '+393331234567', 'in_progress', 1,
                            now()
                        from generate_series(%d::bigint, %d) n
                        """
                                .formatted(CallNames.CAMPAIGN, first, first + count - 1),
                        """
                        insert into call_attempts
                            (contact_id, campaign_id, attempt_number, call_id, provider_call_id)
                        select md5('contact-' || n)::uuid, '%s', 1, md5('call-' || n)::uuid::text,
                            'CA' || md5('sid-' || n)
                        from generate_series(%d::bigint, %d) n
                        """
                                .formatted(CallNames.CAMPAIGN, first, first + count - 1),
                        "vacuum analyze");
    }

    private Sql maintenance() {
        return new Sql(named("postgres"));
    }

    private Database named(String name) {
        Database own = server.database();
        return new Database(own.host(), own.port(), name, own.user(), own.password());
    }
}
