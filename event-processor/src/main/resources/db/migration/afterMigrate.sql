-- What the roles of deploy/postgres/roles.sql may do, exactly; nothing where they are not there.
-- Flyway runs it at the end of every migration, so that it never falls behind the tables.
do $$
begin
    -- several processors may start at once, and grants of one table cannot be written at once
    perform pg_advisory_xact_lock(hashtext('telephony grants'));

    if exists (select from pg_roles where rolname = 'voicesurvey_processor') then
        revoke all on campaigns, contacts, call_attempts, processed_events, consumer_offsets, outbox,
            parked_events, overdue_calls, overdue_search, settled_dead_letters, calls_under_way
            from voicesurvey_processor;

        grant select (id, language) on campaigns to voicesurvey_processor;
        -- neither telephone number nor e-mail address
        grant select (id, campaign_id, state, last_outcome, attempts_count, preferred_language),
            update (state, last_outcome, updated_at) on contacts to voicesurvey_processor;
        grant select, update (provider_call_id, call_stage, provider_raw_status, answered_at, outcome,
            ended_at, end_event, end_sequence, end_provider_time, duration_seconds, error_code,
            error_message, contact_state_before, contact_outcome_before)
            on call_attempts to voicesurvey_processor;
        grant select, insert, update, delete on processed_events to voicesurvey_processor;
        grant select, insert, update on consumer_offsets, overdue_calls to voicesurvey_processor;
        grant select, update (looked_until) on overdue_search to voicesurvey_processor;
        grant select on calls_under_way to voicesurvey_processor;
        -- to lock a row takes the right to update one column: id, which cannot be given a value
        grant select, insert, delete, update (id) on outbox, parked_events to voicesurvey_processor;
        grant select, insert on settled_dead_letters to voicesurvey_processor;
        grant select on flyway_schema_history to voicesurvey_processor;
        grant execute on function ensure_processed_events_partitions(date, date),
            drop_processed_events_before(date) to voicesurvey_processor;
    end if;

    if exists (select from pg_roles where rolname = 'voicesurvey_console') then
        revoke all on campaigns, contacts, call_attempts, processed_events, consumer_offsets, outbox,
            parked_events, overdue_calls, overdue_search, settled_dead_letters, calls_under_way
            from voicesurvey_console;

        grant select on campaigns, processed_events, consumer_offsets, overdue_calls, overdue_search,
            settled_dead_letters, calls_under_way to voicesurvey_console;
        grant select (id, campaign_id, preferred_language, state, attempts_count, last_attempt_at,
            last_outcome, created_at, updated_at) on contacts to voicesurvey_console;
        grant select (id, contact_id, campaign_id, attempt_number, call_id, provider_call_id,
            started_at, answered_at, ended_at, outcome, provider_raw_status, error_code, call_stage,
            duration_seconds, end_event, end_sequence, end_provider_time, contact_state_before,
            contact_outcome_before) on call_attempts to voicesurvey_console;
        grant select (id, topic, message_key, created_at) on outbox to voicesurvey_console;
        grant select (id, call_id, provider_call_id, event_type, event_day, kafka_topic,
            kafka_partition, kafka_offset, parked_at) on parked_events to voicesurvey_console;
        grant select on flyway_schema_history to voicesurvey_console;
    end if;

    -- who somebody is, and what the provider sent, which says it too
    if exists (select from pg_roles where rolname = 'voicesurvey_personal_data') then
        grant select (id, external_contact_id, phone_number, email, has_prior_consent, do_not_call)
            on contacts to voicesurvey_personal_data;
        grant select (id, error_message, metadata) on call_attempts to voicesurvey_personal_data;
        grant select (id, message_value, headers) on outbox to voicesurvey_personal_data;
        grant select (id, message_value, headers) on parked_events to voicesurvey_personal_data;
    end if;
end
$$;
