#include "store/sqlite/schema.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "store/sqlite/migrations.h"
#include "store/sqlite/sqlite_statement.h"

namespace aliprotect::store {
namespace {

struct Part {
  std::string kind;  ///< `table`, `index`, `view`, `trigger`
  std::string sql;   ///< without blanks and quotes, because ALTER TABLE RENAME adds some
};
using Parts = std::map<std::string, Part>;

std::string bare(std::string_view sql) {
  std::string text;
  std::copy_if(sql.begin(), sql.end(), std::back_inserter(text),
               [](char letter) { return letter != ' ' && letter != '\n' && letter != '"'; });
  return text;
}

/// Leaves out what SQLite creates automatically, such as the index of a UNIQUE constraint.
Parts parts_of(SQLite::Database& db) {
  Parts parts;
  SqliteStatement rows(db, R"(
    SELECT name, type, sql
    FROM sqlite_schema
    WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
  )");
  while (rows.step()) {
    parts[std::string(rows.text(0))] = {std::string(rows.text(1)), bare(rows.text(2))};
  }
  return parts;
}

std::set<std::string> columns_of(SQLite::Database& db, const std::string& table) {
  std::set<std::string> columns;
  SqliteStatement rows(db, "SELECT name FROM pragma_table_xinfo($1)");
  rows.bind(1, table);
  while (rows.step()) columns.emplace(rows.text(0));
  return columns;
}

std::string first_missing(const std::set<std::string>& from, const std::set<std::string>& wanted) {
  for (const std::string& column : wanted) {
    if (from.count(column) == 0) return column;
  }
  return {};
}

std::string difference(SQLite::Database& db, SQLite::Database& model, const std::string& name,
                       const Part& part) {
  const std::string subject = "the " + part.kind + " " + name;
  if (part.kind != "table") return subject + " has another definition";
  const std::set<std::string> found = columns_of(db, name);
  const std::set<std::string> wanted = columns_of(model, name);
  if (const std::string column = first_missing(found, wanted); !column.empty())
    return subject + " has no column " + column;
  if (const std::string column = first_missing(wanted, found); !column.empty())
    return subject + " has the extra column " + column;
  return subject + " has another definition";
}

}  // namespace

std::vector<TableColumns> tables_of_store() {
  SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  make_schema(model, newest_version());
  std::vector<TableColumns> tables;
  SqliteStatement rows(model, R"(
    SELECT parts.name, columns.name
    FROM sqlite_schema AS parts, pragma_table_info(parts.name) AS columns
    WHERE parts.type = 'table'
    ORDER BY parts.rowid, columns.cid
  )");
  while (rows.step()) {
    if (tables.empty() || tables.back().table != rows.text(0))
      tables.push_back({std::string(rows.text(0)), {}});
    tables.back().columns.emplace_back(rows.text(1));
  }
  return tables;
}

SchemaDifferences compare_schema(SQLite::Database& db, int version) {
  SQLite::Database model(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  make_schema(model, version);
  const Parts wanted = parts_of(model);
  const Parts found = parts_of(db);

  SchemaDifferences differences;
  for (const auto& [name, part] : wanted) {
    const auto same = found.find(name);
    if (same == found.end()) {
      differences.wrong.add("the " + part.kind + " " + name + " is missing");
    } else if (same->second.kind != part.kind || same->second.sql != part.sql) {
      differences.wrong.add(difference(db, model, name, part));
    }
  }
  for (const auto& [name, part] : found) {
    if (wanted.count(name) > 0) continue;
    Issues& issues = part.kind == "trigger" ? differences.wrong : differences.extra;
    issues.add("the " + part.kind + " " + name + " does not belong to aliprotect");
  }
  return differences;
}

}  // namespace aliprotect::store
