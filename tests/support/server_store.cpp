#include "support/server_store.h"

#include <cstdlib>

#include "store/postgresql/connection.h"

namespace aliprotect::testing {
namespace {

std::vector<std::string> selected(const std::string& store, const std::string& sql) {
  const store::Connection connection(store, std::chrono::seconds(30));
  const store::Result result = connection.run(sql);
  std::vector<std::string> values;
  for (int row = 0; row < result.rows(); ++row) values.emplace_back(result.value(row, 0));
  return values;
}

}  // namespace

bool tests_use_server() { return std::getenv("ALIPROTECT_TEST_SERVER") != nullptr; }

std::string store_in(const TempDir& folder) {
  if (!tests_use_server()) return folder / "orders.db";
  const std::string server = std::getenv("ALIPROTECT_TEST_SERVER");
  const std::string schema = folder.path().substr(folder.path().rfind('/') + 1);
  const store::Connection connection(server, std::chrono::seconds(30));
  connection.run("CREATE SCHEMA IF NOT EXISTS \"" + schema + "\"");
  return server + "&options=-csearch_path%3D%22" + schema + "%22";
}

std::string value_on_server(const std::string& store, const std::string& sql) {
  const std::string value = selected(store, sql).at(0);
  return value == "t" ? "1" : value == "f" ? "0" : value;  // a boolean, as SQLite returns it
}

std::vector<std::string> tables_on_server(const std::string& store) {
  return selected(store, R"(
    SELECT tablename::text FROM pg_tables
    WHERE schemaname = current_schema()
      AND tablename NOT IN ('aliprotect_store', 'recent_changes')
    ORDER BY tablename
  )");
}

std::string rows_on_server(const std::string& store, const std::string& table) {
  const bool of_ids = table == "counters";  // before the first id, its row may be 0 or absent
  std::string text;
  for (const std::string& row :
       selected(store, "SELECT each::text FROM " + table + " AS each" +
                           (of_ids ? " WHERE value > 0" : "") + " ORDER BY 1")) {
    text.append(table).append(row).append("\n");
  }
  return text;
}

}  // namespace aliprotect::testing
