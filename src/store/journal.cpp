#include "store/journal.h"

#include "store/ids.h"
#include "store/query.h"
#include "store/seconds.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

template <typename... Values>
std::int64_t run(Database& db, const std::string& sql, const Values&... values) {
  Statement statement(db, [&] { return sql; });
  int parameter = 0;
  (statement.bind(++parameter, values), ...);
  return statement.run();
}

/// The names of a table and of its tables in the journal.
struct Names {
  std::string table;
  std::string key;
  std::string former;
  std::string changes;
  std::string changes_key;
  std::string columns;
};

template <typename Table>
Names names_of() {
  return {std::string(Table::name),        std::string(Table::key),
          std::string(Table::former),      std::string(Table::changes),
          std::string(Table::changes_key), listed(columns_of<Table>())};
}

/// Saves in the entry $1 the rows of all that the entry $2 changed.
void save_rows(Database& db, const Names& names, std::int64_t entry, std::int64_t other) {
  run(db,
      "INSERT INTO " + names.changes + " (entry_id, " + names.changes_key +
          ", existed) SELECT $1, " + names.changes_key + ", CASE WHEN EXISTS (SELECT 1 FROM " +
          names.table + " WHERE " + names.table + "." + names.key + " = other." +
          names.changes_key + ") THEN 1 ELSE 0 END FROM " + names.changes +
          " AS other WHERE entry_id = $2",
      entry, other);
  run(db,
      "INSERT INTO " + names.former + " (entry_id, " + names.columns + ") SELECT $1, " +
          names.columns + " FROM " + names.table + " WHERE " + names.key + " IN (SELECT " +
          names.changes_key + " FROM " + names.changes + " WHERE entry_id = $2)",
      entry, other);
}

/// Replaces the rows of all that the entry changed by those from before it.
void restore_rows(Database& db, const Names& names, std::int64_t entry) {
  run(db,
      "DELETE FROM " + names.table + " WHERE " + names.key + " IN (SELECT " + names.changes_key +
          " FROM " + names.changes + " WHERE entry_id = $1)",
      entry);
  run(db,
      "INSERT INTO " + names.table + " (" + names.columns + ") SELECT " + names.columns + " FROM " +
          names.former + " WHERE entry_id = $1",
      entry);
}

/// Deletes the derived rows of all orders that the entry changed.
void delete_derived(Database& db, std::int64_t entry) {
  for (const char* table : {"deadlines", "states", "tags"}) {
    run(db,
        "DELETE FROM " + std::string(table) +
            " WHERE order_id IN (SELECT order_id FROM changes WHERE entry_id = $1)",
        entry);
  }
}

/// Returns whether it inserted a row.
bool save(Statement& insert, std::int64_t entry, OrderId order, bool existed) {
  insert.bind(1, entry);
  insert.bind(2, order.value);
  insert.bind(3, std::int64_t{existed});
  return insert.run() == 1;
}

}  // namespace

std::string is_in_effect(const std::string& entries) {
  return "(" + entries + ".undoes IS NULL AND NOT EXISTS (SELECT 1 FROM entries AS undo " +
         "WHERE undo.undoes = " + entries + ".id))";
}

Journal::Journal(Database& db)
    : db_(db),
      touch_(db, R"(
        INSERT INTO changes (entry_id, order_id, existed)
        VALUES ($1, $2, $3)
        ON CONFLICT (entry_id, order_id) DO NOTHING
      )"),
      insert_added_(db, "INSERT INTO changes (entry_id, order_id, existed) VALUES ($1, $2, $3)",
                    Rows::inserted) {}

std::int64_t Journal::write_entry(const ChangeLabel& label, std::int64_t highest_id,
                                  std::optional<std::int64_t> undoes) {
  Statement insert(db_, R"(
    INSERT INTO entries (id, at, command, user_name, host_name, highest_id, undoes)
    VALUES ((SELECT coalesce(max(id), 0) + 1 FROM entries), $1, $2, $3, $4, $5, $6)
    RETURNING id
  )");
  insert.bind(1, seconds(label.at));
  insert.bind(2, label.command);
  const std::string user = db_.user().value_or(label.author.user);
  insert.bind(3, user);
  insert.bind(4, label.author.host);
  insert.bind(5, highest_id);
  if (undoes) {
    insert.bind(6, *undoes);
  } else {
    insert.bind_null(6);
  }
  insert.step();
  const std::int64_t entry = insert.number(0);
  insert.step();
  return entry;
}

bool Journal::touch(std::int64_t entry, OrderId order) {
  return save(touch_, entry, order, true);
}

void Journal::insert_added(std::int64_t entry, OrderId order) {
  save(insert_added_, entry, order, false);
}

void Journal::save_added(std::int64_t entry, OrderId order) {
  save(touch_, entry, order, false);
}

bool Journal::touch_rules(std::int64_t entry, const std::string& name, bool existed) {
  constexpr auto sql = R"(
    INSERT INTO rule_changes (entry_id, name, existed)
    VALUES ($1, $2, $3)
    ON CONFLICT (entry_id, name) DO NOTHING
  )";
  return run(db_, sql, entry, name, std::int64_t{existed}) == 1;
}

void Journal::save_all_of(std::int64_t entry, std::int64_t other) {
  save_rows(db_, names_of<OrdersTable>(), entry, other);
  save_rows(db_, names_of<RuleSetsTable>(), entry, other);
}

void Journal::mark_ended_numbers(std::int64_t entry) {
  run(db_, R"(
        UPDATE former_orders
        SET number_ended = 1
        WHERE entry_id = $1
          AND NOT EXISTS (
            SELECT 1
            FROM orders
            WHERE orders.id = former_orders.id AND orders.number = former_orders.number)
      )",
      entry);
}

std::vector<std::int64_t> Journal::last_in_effect(std::size_t count,
                                                  const std::optional<std::string>& by) {
  Query query("SELECT id FROM entries WHERE " + is_in_effect("entries"));
  if (by) query << " AND user_name = " << parameter(*by);
  query << " ORDER BY id DESC LIMIT " << parameter(static_cast<std::int64_t>(count));
  Statement last(db_, [&] { return query.sql(); });
  query.bind(last);
  std::vector<std::int64_t> entries;
  while (last.step()) entries.push_back(last.number(0));
  return entries;
}

UndoableEntry Journal::undoable(std::int64_t entry) {
  Statement found(db_, [] {
    return "SELECT highest_id, NOT EXISTS (SELECT 1 FROM entries AS later WHERE later.id > $1 "
           "AND " +
           is_in_effect("later") + ") FROM entries WHERE id = $1";
  });
  found.bind(1, entry);
  found.step();
  return {entry, found.number(0), found.number(1) != 0};
}

void Journal::restore(const UndoableEntry& entry) {
  restore_rows(db_, names_of<RuleSetsTable>(), entry.number);
  delete_derived(db_, entry.number);
  restore_rows(db_, names_of<OrdersTable>(), entry.number);
  if (entry.is_newest) set_highest_id(db_, entry.highest_id);
}

}  // namespace aliprotect::store
