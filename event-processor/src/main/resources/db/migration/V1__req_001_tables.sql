-- The tables of REQ-001 that telephony reads and writes, as that system creates them.
-- A database that already holds them is baselined here: this file is then not run.

create type campaign_status as enum ('draft', 'scheduled', 'running', 'paused', 'completed', 'cancelled');
create type campaign_language as enum ('en', 'it');
create type contact_language as enum ('en', 'it', 'auto');
create type contact_state as enum ('pending', 'in_progress', 'completed', 'refused', 'not_reached', 'excluded');
create type call_outcome as enum ('completed', 'refused', 'no_answer', 'busy', 'failed');

create table campaigns (
    id uuid primary key default gen_random_uuid(),
    name varchar(255) not null,
    status campaign_status not null default 'draft',
    language campaign_language not null default 'en',
    max_attempts integer not null default 3 check (max_attempts between 1 and 5),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

create table contacts (
    id uuid primary key default gen_random_uuid(),
    campaign_id uuid not null references campaigns (id) on delete cascade,
    external_contact_id varchar(255),
    phone_number varchar(50) not null,
    email varchar(255),
    preferred_language contact_language not null default 'auto',
    has_prior_consent boolean not null default false,
    do_not_call boolean not null default false,
    state contact_state not null default 'pending',
    attempts_count integer not null default 0,
    last_attempt_at timestamptz,
    last_outcome call_outcome,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
create index contacts_campaign_id on contacts (campaign_id);

create table call_attempts (
    id uuid primary key default gen_random_uuid(),
    contact_id uuid not null references contacts (id) on delete cascade,
    campaign_id uuid not null references campaigns (id) on delete cascade,
    attempt_number integer not null check (attempt_number >= 1),
    call_id varchar(255) not null unique,
    provider_call_id varchar(255),
    started_at timestamptz not null default now(),
    answered_at timestamptz,
    ended_at timestamptz,
    outcome call_outcome,
    provider_raw_status varchar(255),
    error_code varchar(100),
    metadata jsonb not null default '{}'
);
create index call_attempts_provider_call_id on call_attempts (provider_call_id);
