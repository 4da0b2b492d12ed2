-- Grants the store in a schema to the roles aliprotect_reader and aliprotect_writer, which it
-- creates. Run it as a superuser of the server after the tables exist, again after an update that
-- adds tables, and for each further schema:
--
--   psql -d DATABASE -f roles.sql
--   psql -d DATABASE -v schema=NAME -f roles.sql
--
-- A reader can run the commands that show something. A writer can also record changes, but cannot
-- create or alter tables. Then grant a role to each user: GRANT aliprotect_writer TO ann.

\set ON_ERROR_STOP on
\if :{?schema}
\else
  \set schema public
\endif

BEGIN;

SELECT format('CREATE ROLE %I', role)
FROM unnest(ARRAY['aliprotect_reader', 'aliprotect_writer']) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec

GRANT aliprotect_reader TO aliprotect_writer;

SELECT current_database() AS database
\gset
GRANT CONNECT ON DATABASE :"database" TO aliprotect_reader;
REVOKE CREATE ON SCHEMA :"schema" FROM PUBLIC;
GRANT USAGE ON SCHEMA :"schema" TO aliprotect_reader;
GRANT SELECT ON ALL TABLES IN SCHEMA :"schema" TO aliprotect_reader;
GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA :"schema" TO aliprotect_writer;
REVOKE INSERT, UPDATE, DELETE ON :"schema".aliprotect_store FROM aliprotect_writer;

-- The same for tables that the owner's program adds after an update.
SELECT pg_get_userbyid(relowner) AS owner
FROM pg_class
WHERE oid = to_regclass(format('%I.aliprotect_store', :'schema'))
\gset
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA :"schema"
  GRANT SELECT ON TABLES TO aliprotect_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE :"owner" IN SCHEMA :"schema"
  GRANT INSERT, UPDATE, DELETE ON TABLES TO aliprotect_writer;

COMMIT;
