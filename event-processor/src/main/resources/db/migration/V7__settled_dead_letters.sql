-- Dead letters that somebody has dealt with; the records themselves stay on their topic.

create type dead_letter_settlement as enum ('redriven', 'discarded');

create table settled_dead_letters (
    topic_id varchar(36) not null,
    kafka_partition integer not null,
    kafka_offset bigint not null,
    settlement dead_letter_settlement not null,
    settled_at timestamptz not null,
    primary key (topic_id, kafka_partition, kafka_offset)
);
