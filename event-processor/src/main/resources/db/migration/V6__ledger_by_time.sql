-- The ledger by the time at which an event was taken, for the operators' console: rows stand nearly in
-- that order, so that an index of block ranges is a few kilobytes a day and costs an insert next to
-- nothing. Days that are made later get it with `like processed_events including all`.

create index processed_events_taken_at on processed_events
    using brin (taken_at) with (pages_per_range = 32, autosummarize = on);
