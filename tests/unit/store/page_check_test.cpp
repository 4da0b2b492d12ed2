#include "store/sqlite/page_check.h"

#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

using Faults = std::vector<std::string>;

Faults faults_of(const std::string& path) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  return store::partial_index_errors(db);
}

/// Runs `sql` while the index by seller has another condition.
void run_under_another_condition(const std::string& path, const std::string& sql) {
  const auto replace = [&](const std::string& from, const std::string& to) {
    run_sql(path, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, '" +
                      from + "', '" + to + "') WHERE name = 'orders_by_seller'");
  };
  replace("WHERE seller", "WHERE client");
  run_sql(path, sql);
  replace("WHERE client", "WHERE seller");
}

}  // namespace

TEST_CASE("a partial index must have one entry for each matching row", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  CHECK(faults_of(path).empty());
  SECTION("an additional entry") {
    run_sql(path, "UPDATE orders SET client = NULL");
    run_under_another_condition(
        path, "UPDATE orders SET seller = 'Other', client = 'Client' WHERE id = 3");
  }
  SECTION("a missing entry") {
    run_sql(path, "UPDATE orders SET client = NULL, seller = NULL WHERE id = 3");
    run_under_another_condition(path, "UPDATE orders SET seller = 'Other' WHERE id = 3");
  }
  CHECK(faults_of(path) == Faults{"wrong # of entries in index orders_by_seller"});
}

TEST_CASE("a partial index can have any name and condition", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  run_sql(path, R"(
    CREATE TABLE "a ""table""" ("a column", b);
    CREATE UNIQUE INDEX "an ""index""" ON "a ""table""" ("a column") WHERE b > 1 OR "a column" = 'x y';
    INSERT INTO "a ""table""" VALUES ('x', 1), ('x y', 1), ('y', 2), (NULL, NULL);
  )");
  CHECK(faults_of(path).empty());
}

}  // namespace aliprotect::testing
