#include "store/journal.h"

#include "store/tables.h"

namespace aliprotect::store {
namespace {

void run(SQLite::Database& db, const std::string& sql, std::int64_t entry) {
  SQLite::Statement statement(db, sql);
  statement.bind(":entry", entry);
  statement.exec();
}

void run(SQLite::Statement& statement, std::int64_t entry, OrderId order) {
  statement.tryReset();
  statement.bind(":entry", entry);
  statement.bind(":order_id", order.value);
  statement.exec();
}

}  // namespace

Journal::Journal(SQLite::Database& db)
    : db_(db),
      keep_(db, R"(
        INSERT INTO changes (entry_id, order_id, before)
        SELECT :entry, :order_id, (SELECT )" +
                    before_image() + R"( FROM orders WHERE id = :order_id)
        WHERE NOT EXISTS (SELECT 1 FROM changes WHERE entry_id = :entry AND order_id = :order_id)
      )"),
      keep_new_(db, R"(
        INSERT INTO changes (entry_id, order_id)
        VALUES (:entry, :order_id)
        ON CONFLICT DO NOTHING
      )") {}

std::int64_t Journal::write_entry(const ChangeLabel& label, std::int64_t highest_id,
                                  std::optional<std::int64_t> undoes) {
  SQLite::Statement insert(db_, R"(
    INSERT INTO entries (at, command, highest_id, undoes)
    VALUES (:at, :command, :highest_id, :undoes)
  )");
  insert.bind(":at", static_cast<std::int64_t>(label.at.time_since_epoch().count()));
  insert.bind(":command", label.command);
  insert.bind(":highest_id", highest_id);
  if (undoes) insert.bind(":undoes", *undoes);
  insert.exec();
  return db_.getLastInsertRowid();
}

void Journal::keep(std::int64_t entry, OrderId order) { run(keep_, entry, order); }

void Journal::keep_new(std::int64_t entry, OrderId order) { run(keep_new_, entry, order); }

std::optional<Entry> Journal::last_standing() {
  SQLite::Statement last(db_, R"(
    SELECT id, at, command, highest_id
    FROM entries
    WHERE undoes IS NULL
      AND NOT EXISTS (SELECT 1 FROM entries AS undo WHERE undo.undoes = entries.id)
    ORDER BY id DESC
    LIMIT 1
  )");
  if (!last.executeStep()) return std::nullopt;
  return Entry{last.getColumn(0).getInt64(),
               {Instant{Seconds{last.getColumn(1).getInt64()}}, last.getColumn(2).getString()},
               last.getColumn(3).getInt64()};
}

std::vector<OrderId> Journal::orders_of(std::int64_t entry) {
  std::vector<OrderId> orders;
  SQLite::Statement changed(
      db_, "SELECT order_id FROM changes WHERE entry_id = :entry ORDER BY order_id");
  changed.bind(":entry", entry);
  while (changed.executeStep()) orders.push_back({changed.getColumn(0).getInt64()});
  return orders;
}

void Journal::restore(const Entry& entry) {
  run(db_, "DELETE FROM orders WHERE id IN (SELECT order_id FROM changes WHERE entry_id = :entry)",
      entry.id);
  for_each_table(
      [&]<typename Table>(Table) { run(db_, restore_rows(names_of<Table>()), entry.id); });

  SQLite::Statement free_ids(db_,
                             "UPDATE sqlite_sequence SET seq = :highest_id WHERE name = 'orders'");
  free_ids.bind(":highest_id", entry.highest_id);
  free_ids.exec();
}

}  // namespace aliprotect::store
