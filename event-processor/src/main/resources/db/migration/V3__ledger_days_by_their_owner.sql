-- The ledger's days are made and dropped with the rights of the tables' owner, so that the processor
-- itself needs no right to create, alter or drop anything. Nobody may call these functions unless
-- afterMigrate.sql lets them. Temporary tables come last in their search path, so that nobody can put
-- one of the same name in a table's place.
do $$
begin
    execute format(
        'alter function ensure_processed_events_partitions(date, date)'
        ' security definer set search_path = %I, pg_temp', current_schema());
    execute format(
        'alter function drop_processed_events_before(date)'
        ' security definer set search_path = %I, pg_temp', current_schema());
end
$$;
revoke execute on function ensure_processed_events_partitions(date, date) from public;
revoke execute on function drop_processed_events_before(date) from public;
