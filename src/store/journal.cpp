#include "store/journal.h"

#include <SQLiteCpp/Statement.h>

#include "store/seconds.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

void run(SQLite::Database& db, const std::string& sql, std::int64_t entry) {
  SQLite::Statement statement(db, sql);
  statement.bind(":entry", entry);
  statement.exec();
}

std::string save_image_sql() {
  return R"(
    INSERT INTO changes (entry_id, order_id, before)
    SELECT :entry, :order_id, (SELECT )" +
         image_of_order(":order_id") + R"( FROM orders WHERE id = :order_id)
    WHERE NOT EXISTS (SELECT 1 FROM changes WHERE entry_id = :entry AND order_id = :order_id)
  )";
}

}  // namespace

Journal::Journal(SQLite::Database& db)
    : db_(db), save_(db, save_image_sql), save_added_(db, R"(
        WITH RECURSIVE added (id) AS (
          VALUES (:first)
          UNION ALL
          SELECT id + 1 FROM added WHERE id < :last
        )
        INSERT INTO changes (entry_id, order_id)
        SELECT :entry, id FROM added WHERE TRUE
        ON CONFLICT DO NOTHING
      )") {}

std::int64_t Journal::write_entry(const ChangeLabel& label, std::int64_t highest_id,
                                  std::optional<std::int64_t> undoes) {
  SQLite::Statement insert(db_, R"(
    INSERT INTO entries (at, command, highest_id, undoes)
    VALUES (:at, :command, :highest_id, :undoes)
  )");
  insert.bind(":at", seconds(label.at));
  insert.bind(":command", label.command);
  insert.bind(":highest_id", highest_id);
  if (undoes) insert.bind(":undoes", *undoes);
  insert.exec();
  return db_.getLastInsertRowid();
}

void Journal::save(std::int64_t entry, OrderId order) {
  save_.bind(1, entry);
  save_.bind(2, order.value);
  save_.run();
}

void Journal::save_added(std::int64_t entry, OrderId first, OrderId last) {
  save_added_.bind(1, first.value);
  save_added_.bind(2, last.value);
  save_added_.bind(3, entry);
  save_added_.run();
}

void Journal::save_rules(std::int64_t entry, const std::string& name) {
  SQLite::Statement save(db_, R"(
    INSERT INTO rule_changes (entry_id, name, before)
    SELECT :entry, :name, (SELECT )" +
                                  image_of_rules(":name") + R"( FROM rule_sets WHERE name = :name)
    WHERE NOT EXISTS (SELECT 1 FROM rule_changes WHERE entry_id = :entry AND name = :name)
  )");
  save.bind(":entry", entry);
  save.bind(":name", name);
  save.exec();
}

void Journal::save_all_of(std::int64_t entry, std::int64_t other) {
  const std::string orders = R"(
    INSERT INTO changes (entry_id, order_id, before)
    SELECT :entry, order_id, (SELECT )" +
                             image_of_order("touched.order_id") +
                             R"( FROM orders WHERE id = touched.order_id)
    FROM changes AS touched
    WHERE touched.entry_id = :other
  )";
  const std::string rule_sets = R"(
    INSERT INTO rule_changes (entry_id, name, before)
    SELECT :entry, name, (SELECT )" +
                                image_of_rules("touched.name") +
                                R"( FROM rule_sets WHERE name = touched.name)
    FROM rule_changes AS touched
    WHERE touched.entry_id = :other
  )";
  for (const std::string& sql : {orders, rule_sets}) {
    SQLite::Statement save(db_, sql);
    save.bind(":entry", entry);
    save.bind(":other", other);
    save.exec();
  }
}

void Journal::save_former_numbers(std::int64_t entry) {
  run(db_, R"(
        INSERT INTO former_numbers (number, order_id, last_entry)
        SELECT number, order_id, entry_id
        FROM (
          SELECT json_extract(before, '$.orders[0].number') AS number, order_id, entry_id
          FROM changes
          WHERE entry_id = :entry AND before IS NOT NULL
        ) AS images
        WHERE number IS NOT (SELECT orders.number FROM orders WHERE orders.id = images.order_id)
        ON CONFLICT (number, order_id) DO UPDATE SET last_entry = excluded.last_entry
      )",
      entry);
}

std::vector<UndoableEntry> Journal::last_undoable(std::size_t count) {
  SQLite::Statement last(db_, R"(
    SELECT id, highest_id
    FROM entries
    WHERE undoes IS NULL
      AND NOT EXISTS (SELECT 1 FROM entries AS undo WHERE undo.undoes = entries.id)
    ORDER BY id DESC
    LIMIT :count
  )");
  last.bind(":count", static_cast<std::int64_t>(count));
  std::vector<UndoableEntry> entries;
  while (last.executeStep())
    entries.push_back({last.getColumn(0).getInt64(), last.getColumn(1).getInt64()});
  return entries;
}

void Journal::restore(const UndoableEntry& entry) {
  run(db_,
      "DELETE FROM rule_sets WHERE name IN (SELECT name FROM rule_changes WHERE entry_id = :entry)",
      entry.number);
  run(db_, restore_rows(names_of<RuleSetsTable>(), images_of_rules()), entry.number);
  run(db_, "DELETE FROM orders WHERE id IN (SELECT order_id FROM changes WHERE entry_id = :entry)",
      entry.number);
  for_each_table([&]<typename Table>(Table) {
    run(db_, restore_rows(names_of<Table>(), images_of_orders()), entry.number);
  });

  SQLite::Statement free_ids(db_,
                             "UPDATE sqlite_sequence SET seq = :highest_id WHERE name = 'orders'");
  free_ids.bind(":highest_id", entry.highest_id);
  free_ids.exec();
}

}  // namespace aliprotect::store
