#include "store/journal_reader.h"

#include <SQLiteCpp/Statement.h>

#include "store/json_list.h"
#include "store/order_reader.h"
#include "store/row.h"
#include "store/rule_sets.h"
#include "store/sqlite/snapshot.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

/// Returns a statement on the changes of `entry`, limited to the orders of the selection if it has
/// any.
SQLite::Statement changes_statement(SQLite::Database& db, const std::string& sql,
                                    std::int64_t entry, const JournalSelection& selection) {
  const bool some = !selection.orders.empty();
  SQLite::Statement statement(
      db, sql + " WHERE changes.entry_id = :entry" +
              (some ? " AND changes.order_id IN (SELECT value FROM json_each(:orders))" : "") +
              " ORDER BY changes.order_id");
  statement.bind(":entry", entry);
  if (some) {
    statement.bind(":orders", json_list(selection.orders, [](OrderId id) { return id.value; }));
  }
  return statement;
}

/// The state of an order after an entry is the before-image of the next entry that changed it, or
/// else the recorded order.
constexpr std::string_view existed_after = R"(
  coalesce((
    SELECT later.before IS NOT NULL
    FROM changes AS later
    WHERE later.order_id = changes.order_id AND later.entry_id > changes.entry_id
    ORDER BY later.entry_id
    LIMIT 1
  ), EXISTS (SELECT 1 FROM orders WHERE orders.id = changes.order_id)))";

constexpr std::string_view next_entry = R"(
  (SELECT min(later.entry_id)
   FROM changes AS later
   WHERE later.order_id = changes.order_id AND later.entry_id > changes.entry_id))";

class EntryReader final : public Differences {
 public:
  EntryReader(Engine& engine, const JournalSelection& selection)
      : engine_(engine), selection_(selection), image_(engine.db, Scope::image) {}

  void move_to(std::int64_t entry) { entry_ = entry; }

  Tally tally() override {
    const std::string after(existed_after);
    SQLite::Statement counts = changes_statement(
        engine_.db,
        "SELECT count(*) FILTER (WHERE before IS NULL AND " + after +
            "), count(*) FILTER (WHERE before IS NOT NULL AND " + after +
            "), count(*) FILTER (WHERE before IS NOT NULL AND NOT " + after + ") FROM changes",
        entry_, selection_);
    counts.executeStep();
    const auto count = [&](int column) {
      return static_cast<std::size_t>(counts.getColumn(column).getInt64());
    };
    return {count(0), count(1), count(2)};
  }

  void read_orders(const std::function<bool(const Difference<Order>&)>& visit) override {
    SQLite::Statement touched = changes_statement(
        engine_.db,
        "SELECT order_id, before IS NOT NULL, " + std::string(next_entry) + " FROM changes", entry_,
        selection_);
    while (touched.executeStep()) {
      const OrderId id{touched.getColumn(0).getInt64()};
      const bool existed = touched.getColumn(1).getInt() != 0;
      const SQLite::Column next = touched.getColumn(2);
      Difference<Order> difference;
      if (existed) difference.before = image_.image(entry_, id);
      difference.after = next.isNull() ? engine_.find(id) : image_.image(next.getInt64(), id);
      const bool is_unchanged = !difference.before && !difference.after;
      if (!is_unchanged && !visit(difference)) return;
    }
  }

  std::vector<Difference<Policy>> rule_sets() override {
    std::vector<Difference<Policy>> differences;
    if (!selection_.orders.empty()) return differences;
    SQLite::Statement touched(engine_.db, R"(
      SELECT name, (
        SELECT min(later.entry_id)
        FROM rule_changes AS later
        WHERE later.name = rule_changes.name AND later.entry_id > rule_changes.entry_id
      )
      FROM rule_changes
      WHERE entry_id = :entry
      ORDER BY name
    )");
    touched.bind(":entry", entry_);
    while (touched.executeStep()) {
      const std::string name = touched.getColumn(0).getString();
      const SQLite::Column next = touched.getColumn(1);
      differences.push_back({own_rules_before(engine_.db, entry_, name),
                             next.isNull() ? recorded_rules(name)
                                           : own_rules_before(engine_.db, next.getInt64(), name)});
    }
    return differences;
  }

  std::vector<std::string> origins() override { return engine_.memory().origins_of(entry_); }

 private:
  std::optional<Policy> recorded_rules(const std::string& name) const {
    const Policy* own = engine_.own_rules(name);
    return own ? std::optional(*own) : std::nullopt;
  }

  Engine& engine_;
  const JournalSelection& selection_;
  OrderReader image_;
  std::int64_t entry_ = 0;
};

/// Returns SQL for the entries with a number in ?1 that changed an order in ?2. Each parameter
/// exists only if the selection has such a condition.
std::string selected_entries(const JournalSelection& selection) {
  std::string sql = R"(
    SELECT id, at, command, undoes, (SELECT undo.id FROM entries AS undo WHERE undo.undoes = entries.id)
    FROM entries
    WHERE TRUE)";
  if (!selection.entries.empty()) sql += " AND id IN (SELECT value FROM json_each(?1))";
  if (!selection.orders.empty()) {
    sql += R"( AND id IN (
      SELECT entry_id
      FROM changes
      WHERE order_id IN (SELECT value FROM json_each(?2))
    ))";
  }
  return sql + " ORDER BY id DESC";
}

std::vector<OrderId> ids(SQLite::Statement& statement) {
  std::vector<OrderId> found;
  while (statement.executeStep()) found.push_back({statement.getColumn(0).getInt64()});
  return found;
}

}  // namespace

void read_journal(Engine& engine, const JournalSelection& selection,
                  const Store::VisitEntry& visit) {
  const Snapshot snapshot(engine.db);
  engine.refresh_rules();
  EntryReader differences(engine, selection);
  const auto entries = json_list(selection.entries, [](std::int64_t entry) { return entry; });
  const auto orders = json_list(selection.orders, [](OrderId id) { return id.value; });
  Statement rows(engine.db, [&] { return selected_entries(selection); });
  if (!selection.entries.empty()) rows.bind(1, entries);
  if (!selection.orders.empty()) rows.bind(2, orders);
  RowReader row(rows);
  while (row.next_row()) {
    Entry entry;
    row("id", entry.number);
    row("at", entry.change.at);
    row("command", entry.change.command);
    row("undoes", entry.undoes);
    row("undone_by", entry.undone_by);
    differences.move_to(entry.number);
    if (!visit(entry, differences)) return;
  }
}

bool is_in_journal(SQLite::Database& db, OrderId id) {
  SQLite::Statement touched(db, "SELECT 1 FROM changes WHERE order_id = :id LIMIT 1");
  touched.bind(":id", id.value);
  return touched.executeStep();
}

std::vector<OrderId> ids_in_journal(SQLite::Database& db, const OrderNumber& number) {
  SQLite::Statement touched(db, R"(
    SELECT order_id FROM former_numbers WHERE number = :number ORDER BY order_id
  )");
  touched.bind(":number", number.text());
  return ids(touched);
}

}  // namespace aliprotect::store
