-- Calls whose end was never reported, and how often the provider was asked about each.

create table overdue_calls (
    call_id varchar(255) primary key references call_attempts (call_id) on delete cascade,
    requests integer not null check (requests > 0),
    next_request_at timestamptz
);

comment on column overdue_calls.next_request_at is 'Null: the provider is not asked again.';

-- the calls under way, however many are over
create index call_attempts_under_way on call_attempts (started_at) where ended_at is null;
