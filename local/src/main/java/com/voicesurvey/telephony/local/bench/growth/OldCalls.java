package com.voicesurvey.telephony.local.bench.growth;

import com.voicesurvey.telephony.local.bench.database.Sql;
import com.voicesurvey.telephony.local.bench.traffic.CallNames;
import com.voicesurvey.telephony.testbed.postgres.Database;

import java.util.function.Consumer;

/**
 * Calls of the past weeks, over and done with: a contact, an attempt and a ledger row each. They
 * are told from the others by their metadata.
 */
record OldCalls(Database database, Consumer<String> progress) {
    private static final long CHUNK = 500_000;

    /** Adds so many; minutes for millions. */
    void add(long count) {
        Sql sql = new Sql(database);
        sql.run(
                "select ensure_processed_events_partitions(current_date - 29, current_date + 2)",
                "alter table overdue_calls drop constraint overdue_calls_call_id_fkey",
                "alter table call_attempts drop constraint call_attempts_call_id_key",
                "drop index call_attempts_provider_call_id",
                "drop index call_attempts_contact_attempt",
                "drop index call_attempts_started_at");
        for (long first = 0; first < count; first += CHUNK) {
            addChunk(sql, first, Math.min(count, first + CHUNK) - 1);
            progress.accept(
                    "%s: %,d of %,d old calls"
                            .formatted(database.name(), Math.min(count, first + CHUNK), count));
        }
        // random keys are entered far quicker all at once than one by one
        sql.run(
                "set maintenance_work_mem = '512MB'",
                "alter table call_attempts add constraint call_attempts_call_id_key"
                        + " unique (call_id)",
                "alter table overdue_calls add constraint overdue_calls_call_id_fkey foreign key"
                        + " (call_id) references call_attempts (call_id) on delete cascade",
                "create index call_attempts_provider_call_id on call_attempts (provider_call_id)",
                "create index call_attempts_contact_attempt on call_attempts"
                        + " (contact_id, attempt_number)",
                "create index call_attempts_started_at on call_attempts (started_at)",
                "vacuum (freeze, analyze)");
        progress.accept(database.name() + ": indexes");
    }

    private static void addChunk(Sql sql, long first, long last) {
        String numbers = "from generate_series(%d::bigint, %d) n".formatted(first, last);
        sql.run(
                // what foreign keys would look for one by one is there
                "set session_replication_role = replica",
                """
                insert into contacts
                    (id, campaign_id, phone_number, state, attempts_count, last_attempt_at)
                select md5('old-contact-' || n)::uuid, '%s', '+393331234567', 'completed', 1, now()
                %s order by 1
                """
                        .formatted(CallNames.CAMPAIGN, numbers),
                """
                insert into call_attempts
                    (id, contact_id, campaign_id, attempt_number, call_id, provider_call_id,
                    started_at, answered_at, ended_at, provider_raw_status, call_stage,
                    duration_seconds, end_event, end_sequence, end_provider_time, metadata)
                select md5('old-attempt-' || n)::uuid, md5('old-contact-' || n)::uuid, '%s', 1,
                    md5('old-call-' || n)::uuid::text, 'CA' || md5('old-sid-' || n),
                    now() - (2 + n %% 26) * interval '1 day', now(), now(), 'completed', 'ended',
                    42, 'call.completed', 3, now(), '{"old": true}'
                %s order by 1
                """
                        .formatted(CallNames.CAMPAIGN, numbers),
                """
                insert into processed_events
                    (call_id, provider_call_id, event_type, event_day, sequence_number,
                    provider_time, received_at, taken_at, applied_at, kafka_partition, kafka_offset)
                select md5('old-call-' || n)::uuid::text, 'CA' || md5('old-sid-' || n),
                    'call.completed', current_date - 2 - (n %% 26)::integer, 3, now(), now(), now(),
                    now(), 0, -1
                %s order by 4, 1
                """
                        .formatted(numbers));
    }
}
