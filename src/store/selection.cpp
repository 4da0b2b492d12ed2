#include "store/selection.h"

#include <SQLiteCpp/Statement.h>

#include <set>
#include <span>

#include "store/json_list.h"
#include "store/seconds.h"
#include "store/sqlite/statement.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

struct TextCondition {
  std::optional<std::string> Selection::*value;
  const char* parameter;
  std::string_view sql;
};

constexpr TextCondition text_conditions[] = {
    {&Selection::seller, ":seller", "seller = :seller COLLATE NOCASE"},
    {&Selection::client, ":client", "client = :client COLLATE NOCASE"},
    {&Selection::tag, ":tag", "id IN (SELECT order_id FROM tags WHERE tag = :tag COLLATE NOCASE)"},
    {&Selection::account, ":account", "substr(number, -4) = :account"},
    {&Selection::search, ":search", R"((
        mentions(number, lower(:search))
        OR mentions(title, lower(:search))
        OR mentions(seller, lower(:search))
        OR mentions(client, lower(:search))
        OR id IN (SELECT order_id FROM tags WHERE mentions(tag, lower(:search)))
        OR id IN (SELECT order_id FROM parcels WHERE mentions(tracking, lower(:search)))
        OR id IN (SELECT order_id FROM notes WHERE mentions(text, lower(:search)))
      ))"},
};

/// The parcels and orders have an index each of what is not NULL.
constexpr std::string_view claimed_orders = R"((
    id IN (SELECT order_id FROM parcels WHERE claimed_delivered_at IS NOT NULL)
    OR id IN (SELECT id FROM orders WHERE completion_notice_at IS NOT NULL)
    OR id IN (SELECT id FROM orders WHERE completed_at IS NOT NULL)
  ))";

struct InstantCondition {
  std::optional<Instant> Selection::*value;
  const char* parameter;
  std::string_view sql;
};

constexpr InstantCondition instant_conditions[] = {
    {&Selection::ordered_before, ":ordered_before", "ordered_at < :ordered_before"},
    {&Selection::ordered_after, ":ordered_after", "ordered_at > :ordered_after"},
};

/// Returns an SQL condition that all orders with the status at :status_at meet, and some others.
std::string_view status_condition(Status status) {
  switch (status) {
    case Status::cancelled:
      return "cancelled_at IS NOT NULL";
    case Status::confirmed:
      return "confirmed_at IS NOT NULL";
    case Status::resolved:
      return "id IN (SELECT order_id FROM disputes WHERE outcome IS NOT NULL)";
    case Status::in_dispute:
    case Status::escalated:
      return "id IN (SELECT order_id FROM disputes WHERE outcome IS NULL AND closed_at IS NULL)";
    case Status::auto_closed:
      return R"((cancelled_at IS NULL AND confirmed_at IS NULL AND id NOT IN (
        SELECT order_id FROM deadlines WHERE kind = 'open_until' AND at > :status_at)))";
    case Status::awaiting_shipment:
    case Status::in_transit:
    case Status::ready_for_pickup:
    case Status::delivered:
      return R"(id IN (
        SELECT order_id FROM deadlines WHERE kind = 'open_until' AND at > :status_at))";
  }
  return "TRUE";
}

std::string has_status(const std::vector<Status>& statuses) {
  std::set<std::string_view> conditions;
  for (const Status status : statuses) conditions.insert(status_condition(status));
  std::string any;
  for (const std::string_view condition : conditions)
    any.append(any.empty() ? "" : " OR ").append(condition);
  return any.empty() ? "FALSE" : any;
}

/// Returns a condition on the table `deadlines`, which is outdated for orders of changed rule sets.
std::string scheduled(const std::string& condition, const std::vector<std::string>& changed_rules) {
  if (changed_rules.empty()) return "(" + condition + ")";
  return "(" + condition + " OR rules IN (SELECT value FROM json_each(:changed_rules)))";
}

std::string id_in(std::string_view orders) { return "id IN (" + std::string(orders) + ")"; }

std::vector<std::string> conditions(const Selection& selection,
                                    const std::vector<std::string>& changed_rules) {
  std::vector<std::string> all;
  if (selection.deadlines) all.push_back(scheduled(id_in(due_orders), changed_rules));
  if (selection.lapsed) all.push_back(scheduled(id_in(lapsed_orders), changed_rules));
  if (selection.open_at) all.push_back(scheduled(id_in(open_orders), changed_rules));
  if (selection.statuses)
    all.push_back(scheduled(has_status(selection.statuses->any_of), changed_rules));
  if (selection.claimed) all.emplace_back(claimed_orders);
  for (const TextCondition& condition : text_conditions) {
    if (selection.*condition.value) all.emplace_back(condition.sql);
  }
  for (const InstantCondition& condition : instant_conditions) {
    if (selection.*condition.value) all.emplace_back(condition.sql);
  }
  return all;
}

std::string orders_where(const std::vector<std::string>& all) {
  std::string sql = "SELECT id FROM orders";
  std::string_view separator = " WHERE ";
  for (const std::string& condition : all) {
    sql.append(separator).append(condition);
    separator = " AND ";
  }
  return sql;
}

/// Returns a JSON array for `json_each`.
std::string json_list(SQLite::Database& db, const std::vector<std::string>& texts) {
  std::string list = "[]";
  SQLite::Statement append(db, "SELECT json_insert(:list, '$[#]', :text)");
  for (const std::string& text : texts) {
    append.reset();
    append.bind(":list", list);
    append.bind(":text", text);
    append.executeStep();
    list = append.getColumn(0).getString();
  }
  return list;
}

void bind(SQLite::Statement& statement, const Selection& selection) {
  if (selection.deadlines) {
    statement.bind(":after", seconds(selection.deadlines->after));
    statement.bind(":until", seconds(selection.deadlines->until));
  }
  if (selection.lapsed) {
    statement.bind(":lapsed_after", seconds(selection.lapsed->after));
    statement.bind(":lapsed_until", seconds(selection.lapsed->until));
  }
  if (selection.open_at) statement.bind(":open_at", seconds(*selection.open_at));
  if (selection.statuses && statement.getIndex(":status_at") != 0)  // some conditions have no time
    statement.bind(":status_at", seconds(selection.statuses->at));
  for (const TextCondition& condition : text_conditions) {
    if (const auto& value = selection.*condition.value) statement.bind(condition.parameter, *value);
  }
  for (const InstantCondition& condition : instant_conditions) {
    if (const auto& value = selection.*condition.value)
      statement.bind(condition.parameter, seconds(*value));
  }
}

/// Clears the table `chosen` and returns a statement that fills it with the ids that `ids` selects.
SQLite::Statement insert_chosen(SQLite::Database& db, const std::string& ids) {
  make_chosen(db);
  db.exec("DELETE FROM chosen");
  return {db, "INSERT OR IGNORE INTO chosen (id) " + ids};
}

}  // namespace

bool is_unlimited(const Selection& selection) { return conditions(selection, {}).empty(); }

std::string selected_ids(const Selection& selection,
                         const std::vector<std::string>& changed_rules) {
  const std::vector<std::string> all = conditions(selection, changed_rules);
  if (all.size() == 1 && changed_rules.empty()) {  // the table `deadlines` is enough
    if (selection.deadlines) return std::string(due_orders);
    if (selection.lapsed) return std::string(lapsed_orders);
    if (selection.open_at) return std::string(open_orders);
  }
  return orders_where(all);
}

bool may_match_ended(const Selection& selection) {
  return !selection.open_at && !selection.deadlines && !selection.lapsed;
}

bool matches(SQLite::Database& db, const Selection& selection, std::int64_t entry, OrderId order) {
  if (is_unlimited(selection)) return true;
  SQLite::Statement found(db, with_image_as_tables() + orders_where(conditions(selection, {})));
  bind(found, selection);
  found.bind(":entry", entry);
  found.bind(":owner", order.value);
  return found.executeStep();
}

void make_chosen(SQLite::Database& db) {
  db.exec("CREATE TEMPORARY TABLE IF NOT EXISTS chosen (id INTEGER PRIMARY KEY)");
}

void choose(SQLite::Database& db, const Selection& selection,
            const std::vector<std::string>& changed_rules) {
  SQLite::Statement statement = insert_chosen(db, selected_ids(selection, changed_rules));
  bind(statement, selection);
  const bool by_schedule =
      selection.deadlines || selection.lapsed || selection.open_at || selection.statuses;
  if (by_schedule && !changed_rules.empty())
    statement.bind(":changed_rules", json_list(db, changed_rules));
  statement.exec();
}

void choose(SQLite::Database& db, const OrderId* first, std::size_t count) {
  SQLite::Statement statement = insert_chosen(db, "SELECT value FROM json_each(:ids)");
  statement.bind(":ids", json_list(std::span(first, count), [](OrderId id) { return id.value; }));
  statement.exec();
}

std::optional<IdRange> dense_range(SQLite::Database& db) {
  constexpr std::int64_t sparse = 4;  // if one id in four or fewer is chosen, each is looked up
  Statement chosen(db, R"(
    SELECT (SELECT count(*) FROM chosen), (SELECT min(id) FROM chosen), (SELECT max(id) FROM chosen)
  )");
  chosen.step();
  const IdRange range{OrderId{chosen.number(1)}, OrderId{chosen.number(2)}};
  const bool dense = chosen.number(0) * sparse > range.last.value - range.first.value;
  return dense ? std::optional(range) : std::nullopt;
}

void choose_changed_by(SQLite::Database& db, std::int64_t entry) {
  SQLite::Statement statement =
      insert_chosen(db, "SELECT order_id FROM changes WHERE entry_id = :entry");
  statement.bind(":entry", entry);
  statement.exec();
}

void choose_by_rules(SQLite::Database& db, const std::string& rules) {
  SQLite::Statement statement = insert_chosen(db, "SELECT id FROM orders WHERE rules = :rules");
  statement.bind(":rules", rules);
  statement.exec();
}

}  // namespace aliprotect::store
