package com.voicesurvey.telephony.local.bench.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Applies events in one transaction: ledger, attempts, contacts, outbox and offsets, as ours, and
 * by plain multi-row statements. It counts on events in their order, and knows nothing of parked
 * events, other legs or contradictions.
 */
final class PlainTransaction implements AutoCloseable {
    private static final MultiRow<TopicEvent> LEDGER =
            new MultiRow<>(
                    """
                    insert into processed_events
                        (call_id, provider_call_id, event_type, event_day, sequence_number,
                        provider_time, received_at, taken_at, applied_at, kafka_partition,
                        kafka_offset)
                    values\s""",
                    "(?, ?, ?::call_event_type, ?, ?, ?, ?, ?, ?, ?, ?)",
                    " on conflict do nothing returning call_id, event_type",
                    event -> {
                        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
                        return new Object[] {
                            event.callId(),
                            event.providerCallId(),
                            event.type(),
                            day(event),
                            event.sequenceNumber(),
                            event.time(),
                            event.receivedAt(),
                            now,
                            now,
                            event.partition(),
                            event.offset()
                        };
                    });

    private static final MultiRow<AttemptRow> ATTEMPTS =
            new MultiRow<>(
                    """
                    update call_attempts a
                    set provider_call_id = v.provider_call_id, call_stage = v.call_stage,
                        provider_raw_status = v.status,
                        answered_at = coalesce(a.answered_at, v.answered_at),
                        ended_at = v.ended_at, outcome = v.outcome, end_event = v.end_event,
                        end_sequence = v.end_sequence, end_provider_time = v.ended_at,
                        duration_seconds = v.duration, error_code = v.error_code,
                        error_message = v.error_message
                    from (values\s""",
                    "(?, ?, ?::call_stage, ?, ?::timestamptz, ?::timestamptz, ?::call_outcome,"
                            + " ?::call_event_type, ?::integer, ?::integer, ?::text, ?::text)",
                    """
                    ) as v (call_id, provider_call_id, call_stage, status, answered_at, ended_at,
                        outcome, end_event, end_sequence, duration, error_code, error_message)
                    where a.call_id = v.call_id and a.call_stage < v.call_stage
                    """,
                    row -> {
                        TopicEvent event = row.latest();
                        boolean end = event.isEnd();
                        return new Object[] {
                            event.callId(),
                            event.providerCallId(),
                            event.stage(),
                            event.status(),
                            row.answeredAt(),
                            end ? event.time() : null,
                            event.outcome(),
                            end ? event.type() : null,
                            end ? event.sequenceNumber() : null,
                            event.durationSeconds(),
                            event.errorCode(),
                            event.errorMessage()
                        };
                    });

    private static final MultiRow<TopicEvent> CONTACTS =
            new MultiRow<>(
                    """
                    update contacts c
                    set state = 'not_reached', last_outcome = v.outcome, updated_at = now()
                    from (values\s""",
                    "(?::uuid, ?::call_outcome)",
                    """
                    ) as v (id, outcome)
                    where c.id = v.id and c.state not in ('completed', 'refused', 'excluded')
                    """,
                    event -> new Object[] {event.contactId(), event.outcome()});

    private static final MultiRow<TopicEvent> OUTBOX =
            new MultiRow<>(
                    """
                    insert into outbox (topic, message_key, message_value, headers)
                    select 'dialogue-starts', convert_to(a.call_id, 'UTF8'),
                        convert_to(json_build_object('schema_version', 1, 'call_id', a.call_id,
                            'call_attempt_id', a.id, 'campaign_id', a.campaign_id,
                            'contact_id', a.contact_id, 'provider_call_id', v.provider_call_id,
                            'answered_at', v.answered_at, 'language', c.language)::text, 'UTF8'),
                        jsonb_build_array(
                            jsonb_build_object('name', 'ce_specversion', 'text', '1.0'),
                            jsonb_build_object('name', 'ce_type', 'text', 'dialogue.start'),
                            jsonb_build_object('name', 'ce_id', 'text', 'dialogue.start/' || a.id))
                    from call_attempts a join campaigns c on c.id = a.campaign_id
                        join (values\s""",
                    "(?, ?, ?::timestamptz)",
                    """
                    ) as v (call_id, provider_call_id, answered_at)
                        on a.call_id = v.call_id
                    """,
                    event -> new Object[] {event.callId(), event.providerCallId(), event.time()});

    private static final MultiRow<Map.Entry<Integer, Long>> OFFSETS =
            new MultiRow<>(
                    "insert into consumer_offsets (topic_id, kafka_partition, next_offset) values ",
                    "('reference', ?, ?)",
                    """
                     on conflict (topic_id, kafka_partition)
                        do update set next_offset = excluded.next_offset, updated_at = now()
                    """,
                    entry -> new Object[] {entry.getKey(), entry.getValue()});

    private final Connection connection;

    /** Takes the connection over. */
    PlainTransaction(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Applies them, and returns once they are committed. */
    void apply(List<TopicEvent> events) throws SQLException {
        Set<String> isNew = LEDGER.returned(connection, events);
        Map<String, AttemptRow> attempts = new LinkedHashMap<>();
        Map<Integer, Long> offsets = new LinkedHashMap<>();
        for (TopicEvent event : events) {
            offsets.put(event.partition(), event.offset() + 1);
            if (isNew.contains(event.callId() + " " + event.type())) {
                attempts.merge(event.callId(), AttemptRow.of(event), AttemptRow::then);
            }
        }
        ATTEMPTS.run(connection, attempts.values());
        CONTACTS.run(connection, ended(attempts.values()));
        OUTBOX.run(connection, events.stream().filter(TopicEvent::isAnswer).toList());
        OFFSETS.run(connection, offsets.entrySet());
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static List<TopicEvent> ended(Collection<AttemptRow> attempts) {
        return attempts.stream()
                .map(AttemptRow::latest)
                .filter(event -> event.outcome() != null)
                .toList();
    }

    private static LocalDate day(TopicEvent event) {
        return event.time().withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    }
}
