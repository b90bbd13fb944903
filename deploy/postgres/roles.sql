-- The database roles, each with no more than it needs. Run it once, before the first migration, as a
-- superuser in the database that the tables are in; running it again does no harm:
--
--   psql "$SUPERUSER_URL" -v ON_ERROR_STOP=1 -f deploy/postgres/roles.sql
--
-- The passwords are yours to choose (\password in psql shows and logs none):
--
--   \password voicesurvey_owner
--   create role processor_1 login in role voicesurvey_processor;
--   \password processor_1
--
-- Then migrate as the owner, which also grants the others what they may do:
--
--   DATABASE_URL=postgresql://voicesurvey_owner:...@host/name event-processor migrate
--
-- and run the processors with processor_1 and MIGRATE=false. Where the tables are there already and
-- are somebody else's:  reassign owned by that_role to voicesurvey_owner;
do $$
begin
    -- Owns the tables and migrates them. Nothing that runs all day has its password.
    if not exists (select from pg_roles where rolname = 'voicesurvey_owner') then
        create role voicesurvey_owner login;
    end if;
    -- The processors: they read and write rows; they create, alter, drop and truncate nothing, and
    -- see no telephone number.
    if not exists (select from pg_roles where rolname = 'voicesurvey_processor') then
        create role voicesurvey_processor nologin;
    end if;
    -- People who look at calls: they read, but neither telephone numbers nor what the provider sent.
    if not exists (select from pg_roles where rolname = 'voicesurvey_console') then
        create role voicesurvey_console nologin;
    end if;
    -- Those as well, for whoever is given this role besides.
    if not exists (select from pg_roles where rolname = 'voicesurvey_personal_data') then
        create role voicesurvey_personal_data nologin;
    end if;

    execute format('grant connect on database %I to voicesurvey_owner, voicesurvey_processor,'
        ' voicesurvey_console, voicesurvey_personal_data', current_database());
    execute format('grant usage, create on schema %I to voicesurvey_owner', current_schema());
    execute format('grant usage on schema %I to voicesurvey_processor, voicesurvey_console,'
        ' voicesurvey_personal_data', current_schema());
end
$$;
