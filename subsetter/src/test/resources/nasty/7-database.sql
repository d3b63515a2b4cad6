-- What belongs to the database itself; a role of the source's own has settings, too.
DO $$ BEGIN
    EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), 'the nasty one');
    EXECUTE format('ALTER DATABASE %I SET search_path = app, code, public', current_database());
    EXECUTE format('ALTER DATABASE %I SET "our.setting" = %L', current_database(), 'it''s; 100%');
    EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database());
    EXECUTE format('ALTER DATABASE %I SET DateStyle = %L', current_database(), 'German, DMY');
    EXECUTE format('ALTER ROLE nasty_app IN DATABASE %I SET statement_timeout = %L', current_database(), '1min');
    EXECUTE format('REVOKE CONNECT ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO nasty_app', current_database());
END $$;
