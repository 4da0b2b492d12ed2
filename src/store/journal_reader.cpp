#include "store/journal_reader.h"

#include "store/database.h"
#include "store/json_list.h"
#include "store/order_reader.h"
#include "store/query.h"
#include "store/row.h"
#include "store/rule_sets.h"

namespace aliprotect::store {
namespace {

/// The state of an order after an entry is that before the next entry that changed it, or else the
/// recorded order.
constexpr std::string_view next_entry = R"(
  (SELECT min(later.entry_id)
   FROM changes AS later
   WHERE later.order_id = changes.order_id AND later.entry_id > changes.entry_id))";

constexpr std::string_view exists_after = R"(
  coalesce(
    (SELECT later.existed
     FROM changes AS later
     WHERE later.order_id = changes.order_id AND later.entry_id > changes.entry_id
     ORDER BY later.entry_id
     LIMIT 1),
    CASE WHEN EXISTS (SELECT 1 FROM orders WHERE orders.id = changes.order_id) THEN 1 ELSE 0 END))";

/// Returns a parameter for `numbers_in`.
Query::Parameter ids(const std::vector<OrderId>& orders) {
  return parameter(json_list(orders, [](OrderId id) { return id.value; }));
}

/// Returns `FROM changes WHERE …` for the changes of `entry`, limited to the orders of the
/// selection if it has any.
Query changes_of(const Database& db, std::int64_t entry, const JournalSelection& selection) {
  Query query(" FROM changes WHERE entry_id = ");
  query << parameter(entry);
  if (!selection.orders.empty())
    query << " AND order_id IN " << db.numbers_in(query.add(ids(selection.orders)));
  return query;
}

class EntryReader final : public Differences {
 public:
  EntryReader(Engine& engine, const JournalSelection& selection)
      : engine_(engine), selection_(selection), former_(*engine.db, former_order) {}

  void move_to(std::int64_t entry) { entry_ = entry; }

  Tally tally() override {
    const Query changes = changes_of(*engine_.db, entry_, selection_);
    Statement counts(*engine_.db, [&] {
      return "SELECT existed, " + std::string(exists_after) + " AS exists_after, count(*)" +
             changes.sql() + " GROUP BY existed, exists_after";
    });
    changes.bind(counts);
    Tally tally;
    while (counts.step()) {
      const bool before = counts.number(0) != 0;
      const bool after = counts.number(1) != 0;
      const auto count = static_cast<std::size_t>(counts.number(2));
      if (!before && after) tally.added = count;
      if (before && after) tally.changed = count;
      if (before && !after) tally.removed = count;
    }
    return tally;
  }

  void read_orders(const std::function<bool(const Difference<Order>&)>& visit) override {
    const Query changes = changes_of(*engine_.db, entry_, selection_);
    Statement touched(
        *engine_.db,
        [&] {
          return "SELECT order_id, existed, " + std::string(next_entry) + changes.sql() +
                 " ORDER BY order_id";
        },
        Rows::many);
    changes.bind(touched);
    while (touched.step()) {
      const OrderId id{touched.number(0)};
      Difference<Order> difference;
      if (touched.number(1) != 0) difference.before = order_before(former_, entry_, id);
      difference.after =
          touched.is_null(2) ? engine_.find(id) : order_before(former_, touched.number(2), id);
      const bool is_unchanged = !difference.before && !difference.after;
      if (!is_unchanged && !visit(difference)) return;
    }
  }

  std::vector<Difference<Policy>> rule_sets() override {
    std::vector<Difference<Policy>> differences;
    if (!selection_.orders.empty()) return differences;
    Statement touched(*engine_.db, R"(
      SELECT name, (
        SELECT min(later.entry_id)
        FROM rule_changes AS later
        WHERE later.name = rule_changes.name AND later.entry_id > rule_changes.entry_id
      )
      FROM rule_changes
      WHERE entry_id = $1
      ORDER BY name
    )");
    touched.bind(1, entry_);
    while (touched.step()) {
      const std::string name(touched.text(0));
      differences.push_back({own_rules_before(*engine_.db, entry_, name),
                             touched.is_null(1)
                                 ? recorded_rules(name)
                                 : own_rules_before(*engine_.db, touched.number(1), name)});
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
  OrderReader former_;
  std::int64_t entry_ = 0;
};

/// Returns SQL for the selected entries, newest first.
Query selected_entries(const Database& db, const JournalSelection& selection) {
  Query query(R"(
    SELECT id, at, command, user_name, host_name, undoes,
      (SELECT undo.id FROM entries AS undo WHERE undo.undoes = entries.id) AS undone_by
    FROM entries
    WHERE TRUE)");
  if (!selection.entries.empty()) {
    const std::string entries =
        json_list(selection.entries, [](std::int64_t entry) { return entry; });
    query << " AND id IN " << db.numbers_in(query.add(parameter(entries)));
  }
  if (!selection.orders.empty()) {
    query << " AND id IN (SELECT entry_id FROM changes WHERE order_id IN "
          << db.numbers_in(query.add(ids(selection.orders))) << ")";
  }
  if (selection.by) {
    query << " AND " << parameter(*selection.by)
          << " IN (user_name, user_name || '@' || host_name)";
  }
  return query << " ORDER BY id DESC";
}

}  // namespace

void read_journal(Engine& engine, const JournalSelection& selection,
                  const Store::VisitEntry& visit) {
  const Snapshot snapshot(*engine.db);
  engine.refresh_rules();
  EntryReader differences(engine, selection);
  const Query query = selected_entries(*engine.db, selection);
  Statement rows(
      *engine.db, [&] { return query.sql(); }, Rows::many);
  query.bind(rows);
  RowReader row(rows);
  while (row.next_row()) {
    Entry entry;
    row("id", entry.number);
    row("at", entry.change.at);
    row("command", entry.change.command);
    row("user_name", entry.change.author.user);
    row("host_name", entry.change.author.host);
    row("undoes", entry.undoes);
    row("undone_by", entry.undone_by);
    differences.move_to(entry.number);
    if (!visit(entry, differences)) return;
  }
}

bool is_in_journal(Database& db, OrderId id) {
  Statement touched(db, "SELECT 1 FROM changes WHERE order_id = $1 LIMIT 1");
  touched.bind(1, id.value);
  return touched.step();
}

std::vector<OrderId> ids_in_journal(Database& db, const OrderNumber& number) {
  Statement touched(db, R"(
    SELECT DISTINCT id FROM former_orders WHERE number_ended = 1 AND number = $1 ORDER BY id
  )");
  touched.bind(1, number.text());
  std::vector<OrderId> ids;
  while (touched.step()) ids.push_back({touched.number(0)});
  return ids;
}

}  // namespace aliprotect::store
