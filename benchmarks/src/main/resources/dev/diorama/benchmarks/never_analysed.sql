-- Makes of the source what it is before its first ANALYZE: after this, autovacuum leaves it so.
ALTER TABLE branches SET (autovacuum_enabled = off);
ALTER TABLE tellers SET (autovacuum_enabled = off);
ALTER TABLE accounts SET (autovacuum_enabled = off);
ALTER TABLE history SET (autovacuum_enabled = off);
ALTER TABLE employees SET (autovacuum_enabled = off);
ALTER TABLE authors SET (autovacuum_enabled = off);
ALTER TABLE books SET (autovacuum_enabled = off);
ALTER TABLE orders SET (autovacuum_enabled = off);
ALTER TABLE order_lines SET (autovacuum_enabled = off);

UPDATE pg_class SET reltuples = -1, relpages = 0, relallvisible = 0
WHERE relkind IN ('r', 'i') AND relnamespace = 'public'::regnamespace;
DELETE FROM pg_statistic WHERE starelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace);
