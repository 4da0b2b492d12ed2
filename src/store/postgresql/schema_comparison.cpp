#include "store/postgresql/schema_comparison.h"

#include <string>

#include "store/postgresql/errors.h"
#include "store/postgresql/migrations.h"

namespace aliprotect::store {
namespace {

/// Creates the function that lists the parts of the tables and views $2 in the schema $1. Each row
/// has the table (NULL for the table itself), the part's name in messages, and its definition
/// without the schema's name. Other tables may belong to other programs.
constexpr auto list_parts = R"(
  CREATE FUNCTION pg_temp.parts(space OID, TEXT[])
  RETURNS TABLE (relation TEXT, part TEXT, definition TEXT)
  LANGUAGE sql AS $$
    WITH own AS (
      SELECT oid, relname, relkind FROM pg_class WHERE relnamespace = $1 AND relname = ANY ($2)
    ), named AS (
      SELECT NULL AS relation,
        CASE relkind WHEN 'v' THEN 'view ' ELSE 'table ' END || relname AS part,
        relkind::text AS definition
      FROM own
      UNION ALL
      SELECT NULL, 'function ' || proname, ''
      FROM pg_proc
      WHERE pronamespace = $1 AND proname = 'mentions'
      UNION ALL
      SELECT relname, 'column ' || relname || '.' || attname,
        format_type(atttypid, atttypmod) || attnotnull::text || attcollation
      FROM own JOIN pg_attribute ON attrelid = own.oid
      WHERE attnum > 0 AND NOT attisdropped
      UNION ALL
      SELECT own.relname, 'index ' || each.relname, pg_get_indexdef(indexrelid)
      FROM own JOIN pg_index ON indrelid = own.oid JOIN pg_class AS each ON each.oid = indexrelid
      UNION ALL
      SELECT relname, 'constraint ' || conname || ' of ' || relname,
        pg_get_constraintdef(pg_constraint.oid)
      FROM own JOIN pg_constraint ON conrelid = own.oid
      UNION ALL
      SELECT relname, 'trigger ' || tgname || ' of ' || relname, ''
      FROM own JOIN pg_trigger ON tgrelid = own.oid
      WHERE NOT tgisinternal
    )
    SELECT relation, part, replace(replace(definition, prefix, ''), 'pg_temp.', '')
    FROM named,
      (SELECT quote_ident(nspname) || '.' AS prefix FROM pg_namespace WHERE oid = $1) AS space
  $$;
)";

/// Leaves out the parts of missing tables.
constexpr auto differences = R"(
  WITH wanted AS (
    SELECT array_agg(relname::text) AS names
    FROM pg_class
    WHERE relnamespace = pg_my_temp_schema() AND relkind IN ('r', 'v') AND relname <> 'store_space'
  ), model AS (
    SELECT parts.* FROM wanted, pg_temp.parts(pg_my_temp_schema(), names) AS parts
  ), found AS (
    SELECT parts.* FROM wanted, store_space, pg_temp.parts(space, names) AS parts
  )
  SELECT coalesce(model.part, found.part),
    CASE WHEN found.part IS NULL THEN 'is missing'
         WHEN model.part IS NULL THEN 'does not belong to aliprotect'
         ELSE 'has another definition' END
  FROM model FULL JOIN found USING (part)
  WHERE model.definition IS DISTINCT FROM found.definition
    AND (model.relation IS NULL OR model.relation IN (
      SELECT relname FROM pg_class, store_space WHERE relnamespace = space))
  ORDER BY 1
)";

SchemaReport compared(const Connection& connection, std::int64_t version) {
  connection.run(
      "CREATE TEMPORARY TABLE store_space AS SELECT relnamespace AS space FROM pg_class "
      "WHERE oid = 'aliprotect_store'::regclass::oid; SET LOCAL search_path = pg_temp");
  for (const EmbeddedFile& file : server_migrations().first(static_cast<std::size_t>(version)))
    connection.run(std::string(file.text));
  connection.run(list_parts);
  SchemaReport report{true, {}};
  const Result rows = connection.run(differences);
  for (int row = 0; row < rows.rows(); ++row) {
    report.wrong.add("the " + std::string(rows.value(row, 0)) + " " +
                     std::string(rows.value(row, 1)));
  }
  return report;
}

}  // namespace

SchemaReport compare_schema(const Connection& connection, std::int64_t version) {
  const auto roll_back = [&] { Result(libpq().exec(connection.get(), "ROLLBACK")); };
  try {
    connection.run("BEGIN");
    SchemaReport report = compared(connection, version);
    roll_back();
    return report;
  } catch (const DbError& error) {
    roll_back();
    if (is_denied(error) || is_read_only(error)) return {};
    throw;
  }
}

}  // namespace aliprotect::store
