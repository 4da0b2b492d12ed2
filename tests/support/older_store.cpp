#include "support/older_store.h"

#include <iterator>
#include <stdexcept>

#include "store/sqlite/migrations.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

/// The SQL that reverts each migration, from 2 on.
constexpr const char* reverts[] = {
    R"(DELETE FROM changes WHERE entry_id IN (SELECT id FROM entries WHERE undoes IS NOT NULL);
       DROP TABLE rule_changes;
       DROP TABLE rule_sets;)",
    R"(ALTER TABLE disputes DROP COLUMN offer_currency;
       ALTER TABLE disputes DROP COLUMN offer_minor;
       ALTER TABLE disputes DROP COLUMN answered_at;)",
    "",  // changes only the CHECK of a derived table
    "ALTER TABLE orders DROP COLUMN lists;",
    "DROP TABLE told_alarms;",
    "DROP TABLE former_numbers;",
};

}  // namespace

void make_version(const std::string& path, int version) {
  int now = static_cast<int>(std::size(reverts)) + 1;
  if (now != store::newest_version())
    throw std::logic_error(
        "add what reverts the newest migration to tests/support/older_store.cpp");
  for (; now > version; --now) run_sql(path, reverts[now - 2]);
  run_sql(path, "PRAGMA user_version = " + std::to_string(version));
}

}  // namespace aliprotect::testing
