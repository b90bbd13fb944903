-- What telephony adds: the state that its rules need, the ledger, the offsets, the outbox and the
-- events that wait for their attempt.

create type call_event_type as enum (
    'call.initiated', 'call.ringing', 'call.answered',
    'call.completed', 'call.no_answer', 'call.busy', 'call.failed', 'call.canceled');
create type call_stage as enum ('planned', 'initiated', 'ringing', 'answered', 'ended');
create type event_disposition as enum ('applied', 'overtaken', 'other_leg', 'parked');

alter table call_attempts
    add column call_stage call_stage not null default 'planned',
    add column duration_seconds integer,
    add column error_message text,
    add column end_event call_event_type,
    add column end_sequence integer,
    add column end_provider_time timestamptz,
    add column contact_state_before contact_state,
    add column contact_outcome_before call_outcome;

comment on column call_attempts.end_event is 'The end that stands, with end_sequence and end_provider_time: what decides against other reported ends.';
comment on column call_attempts.contact_state_before is 'How the contact stood before this attempt''s end changed it; null while it has changed nothing.';

-- The latest attempt of a contact is looked up at every end of a call.
create index call_attempts_contact_attempt on call_attempts (contact_id, attempt_number);

-- The ledger: one row for each event taken, whatever became of it. Partitioned by the event's day so
-- that old days can be dropped whole and the index in use stays small.
create table processed_events (
    call_id varchar(255) not null,
    provider_call_id varchar(255) not null,
    event_type call_event_type not null,
    event_day date not null,
    disposition event_disposition not null default 'applied',
    sequence_number integer,
    answered_by varchar(50),
    provider_time timestamptz,
    received_at timestamptz not null,
    taken_at timestamptz not null,
    applied_at timestamptz,
    duplicates integer not null default 0,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    primary key (call_id, provider_call_id, event_type, event_day)
) partition by range (event_day);

comment on column processed_events.event_day is 'UTC day of the provider''s time, or of receipt where that is absent or far off.';
comment on column processed_events.taken_at is 'When the processor first read the event from the topic.';

-- Takes what no daily partition covers, so that no event is ever refused for its day.
create table processed_events_default partition of processed_events default;

-- Creates the daily partitions of that span; those that exist are left alone. A day whose rows have
-- already gone to the default partition stays there.
create function ensure_processed_events_partitions(first_day date, last_day date) returns void
    language plpgsql as
$$
declare
    day date := first_day;
    name text;
begin
    perform pg_advisory_xact_lock(hashtext('processed_events partitions'));
    while day <= last_day loop
        name := 'processed_events_' || to_char(day, 'YYYYMMDD');
        if to_regclass(name) is null
            and not exists (select from processed_events_default d where d.event_day = day) then
            -- made apart and attached: inserts into other days go on meanwhile
            execute format('create table %I (like processed_events including all)', name);
            execute format(
                'alter table processed_events attach partition %I for values from (%L) to (%L)',
                name, day, day + 1);
        end if;
        day := day + 1;
    end loop;
end
$$;

-- Drops the daily partitions, and the default partition's rows, of all days before that one.
create function drop_processed_events_before(first_kept_day date) returns integer
    language plpgsql as
$$
declare
    old text;
    dropped integer := 0;
begin
    perform pg_advisory_xact_lock(hashtext('processed_events partitions'));
    for old in
        select c.relname
        from pg_inherits i
        join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'processed_events'::regclass
            and c.relname ~ '^processed_events_\d{8}$'
            and to_date(right(c.relname, 8), 'YYYYMMDD') < first_kept_day
    loop
        execute format('drop table %I', old);
        dropped := dropped + 1;
    end loop;
    delete from processed_events_default where event_day < first_kept_day;
    return dropped;
end
$$;

-- Where to read on. Kept by the topic's id, so that a topic that is deleted and created again under
-- its name is read from its start.
create table consumer_offsets (
    topic_id varchar(36) not null,
    kafka_partition integer not null,
    next_offset bigint not null check (next_offset >= 0),
    updated_at timestamptz not null default now(),
    primary key (topic_id, kafka_partition)
);

-- Messages to send, written by the transaction that decides on them.
create table outbox (
    id bigint generated always as identity primary key,
    topic varchar(249) not null,
    message_key bytea,
    message_value bytea,
    headers jsonb not null,
    created_at timestamptz not null default now()
);

-- Events of calls whose attempt is not there yet, each with its row in the ledger.
create table parked_events (
    id bigint generated always as identity primary key,
    call_id varchar(255) not null,
    provider_call_id varchar(255) not null,
    event_type call_event_type not null,
    event_day date not null,
    message_key bytea,
    message_value bytea not null,
    headers jsonb not null,
    kafka_topic varchar(249) not null,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    parked_at timestamptz not null,
    unique (call_id, provider_call_id, event_type, event_day)
);
create index parked_events_parked_at on parked_events (parked_at);
