#include "aliprotect/error.h"
#include "aliprotect/store_file.h"
#include "support/catch.h"
#include "support/later_version.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string number = "3051000000411234";
const std::string other_number = "3051000000421234";

/// Creates a store with orders, undone changes, a rule set, a reminder and what imports remember.
std::string full_store(const TempDir& folder) {
  const std::string path = folder / "full.db";
  Store store = Store::open_to_write(path, shipped_policies());
  Policy own = shipped_policies().at("aliexpress-2016");
  own.name = "own";
  Order order = full_order(number);
  store.record({day(1), "add", {"anna", "desk"}}, [&](Changes& changes) {
    changes.set_rules(own);
    order.id = changes.add(order);
    changes.remember(std::vector<RememberedMail>{{number, 7, "{}", "{}"}});
    changes.remember("mail", std::vector<ReadFile>{{1, 2, 3, 4}});
    changes.add_origin("a.csv");
  });
  own.era = "another";
  order.title = "another";
  store.record(label("edit"), [&](Changes& changes) {
    changes.set_rules(own);
    changes.replace(order);
    changes.add(bare_order(other_number));
  });
  store.undo(label("undo"));
  store.send_reminders(day(3), [&] {
    return std::vector<Store::OrderReminders>{
        {order.number, {Reminder{{DeadlineKind::closes, day(5)}, Seconds(86400)}}}};
  });
  return path;
}

/// Returns the message of the StoreError; empty if the backup is restored.
std::string error_of_restoring(const std::string& path, const std::string& backup) {
  try {
    restore_store(path, backup);
    return "";
  } catch (const StoreError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a restored store has everything that the backup has", "[store]") {
  const TempDir folder;
  const std::string path = full_store(folder);
  const std::string backup = folder / "backup.db";
  const std::string restored = folder / "restored.db";
  copy_store(path, backup);
  CHECK(restore_store(restored, backup) == 1);
  CHECK(dump(restored, Journal::with) == dump(path, Journal::with));
  const std::string indexes =
      "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
  CHECK(value_of(restored, indexes) == value_of(path, indexes));
  for (const char* table : {"orders", "entries", "former_orders", "former_rule_sets", "rule_sets",
                            "read_files", "read_mails", "entry_files", "sent_reminders"}) {
    INFO(table);
    CHECK(value_of(restored, std::string("SELECT count(*) > 0 FROM ") + table) == "1");
  }
}

TEST_CASE("a backup is restored only into an empty store", "[store]") {
  const TempDir folder;
  const std::string backup = full_store(folder);
  const std::string path = folder / "target.db";
  SECTION("an empty file") {
    write_bytes(path, "");
    CHECK(restore_store(path, backup) == 1);
  }
  SECTION("a store without rows") {
    { Store::open_to_write(path, shipped_policies()); }
    CHECK(restore_store(path, backup) == 1);
    CHECK_FALSE(restore_store(path, backup));
  }
  SECTION("a store with only an undone change") {
    {
      Store store = Store::open_to_write(path, shipped_policies());
      add(store, {bare_order(number)});
      store.undo(label("undo"));
    }
    const std::string before = dump(path, Journal::with);
    CHECK_FALSE(restore_store(path, backup));
    CHECK(dump(path, Journal::with) == before);
  }
}

TEST_CASE("a damaged backup, or one of another version, is not restored", "[store]") {
  const TempDir folder;
  const std::string backup = full_store(folder);
  const std::string path = folder / "target.db";
  SECTION("cut short") {
    const std::string bytes = bytes_of(backup);
    write_bytes(backup, bytes.substr(0, bytes.size() - 1000));
    CHECK(says(error_of_restoring(path, backup), "is damaged"));
  }
  SECTION("an older version") {
    const LaterVersion later;
    CHECK(says(error_of_restoring(path, backup), "older version"));
  }
  SECTION("a newer version") {
    run_sql(backup, "PRAGMA user_version = 99");
    CHECK(says(error_of_restoring(path, backup), "newer version"));
  }
  CHECK(bytes_of(path).empty());
}

}  // namespace aliprotect::testing
