#include "store/selection.h"

#include <SQLiteCpp/Statement.h>

#include <span>

#include "store/json_list.h"
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
        instr(number, :search) > 0
        OR instr(lower(title), lower(:search)) > 0
        OR instr(lower(seller), lower(:search)) > 0
        OR instr(lower(client), lower(:search)) > 0
        OR id IN (SELECT order_id FROM tags WHERE instr(lower(tag), lower(:search)) > 0)
        OR id IN (SELECT order_id FROM parcels WHERE instr(lower(tracking), lower(:search)) > 0)
        OR id IN (SELECT order_id FROM notes WHERE instr(lower(text), lower(:search)) > 0)
      ))"},
};

struct InstantCondition {
  std::optional<Instant> Selection::*value;
  const char* parameter;
  std::string_view sql;
};

constexpr InstantCondition instant_conditions[] = {
    {&Selection::ordered_before, ":ordered_before", "ordered_at < :ordered_before"},
    {&Selection::ordered_after, ":ordered_after", "ordered_at > :ordered_after"},
};

std::int64_t seconds(Instant at) { return at.time_since_epoch().count(); }

std::string scheduled(std::string_view orders, const std::vector<std::string>& changed_rules) {
  std::string condition = "id IN (" + std::string(orders) + ")";
  if (changed_rules.empty()) return condition;
  return "(" + condition + " OR rules IN (SELECT value FROM json_each(:changed_rules)))";
}

std::vector<std::string> conditions(const Selection& selection,
                                    const std::vector<std::string>& changed_rules) {
  std::vector<std::string> all;
  if (selection.deadlines) all.push_back(scheduled(due_orders, changed_rules));
  if (selection.open_at) all.push_back(scheduled(open_orders, changed_rules));
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
  std::string_view joint = " WHERE ";
  for (const std::string& condition : all) {
    sql.append(joint).append(condition);
    joint = " AND ";
  }
  return sql;
}

/// As a JSON list, made by SQLite, for `json_each`.
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
  if (selection.open_at) statement.bind(":open_at", seconds(*selection.open_at));
  for (const TextCondition& condition : text_conditions) {
    if (const auto& value = selection.*condition.value) statement.bind(condition.parameter, *value);
  }
  for (const InstantCondition& condition : instant_conditions) {
    if (const auto& value = selection.*condition.value)
      statement.bind(condition.parameter, seconds(*value));
  }
}

/// A statement that puts what `ids` selects in place of what was chosen.
SQLite::Statement choosing(SQLite::Database& db, const std::string& ids) {
  db.exec("DELETE FROM chosen");
  return {db, "INSERT INTO chosen (id) " + ids};
}

}  // namespace

bool is_unlimited(const Selection& selection) { return conditions(selection, {}).empty(); }

std::string selected_ids(const Selection& selection,
                         const std::vector<std::string>& changed_rules) {
  const std::vector<std::string> all = conditions(selection, changed_rules);
  if (all.size() == 1 && changed_rules.empty()) {  // the schedule alone can tell
    if (selection.deadlines)
      return "SELECT DISTINCT order_id FROM (" + std::string(due_orders) + ")";
    if (selection.open_at) return std::string(open_orders);
  }
  return orders_where(all);
}

bool fits(SQLite::Database& db, const Selection& selection, std::int64_t entry, OrderId order) {
  if (is_unlimited(selection)) return true;
  if (selection.open_at || selection.deadlines) return false;
  SQLite::Statement found(db, with_image_as_tables() + orders_where(conditions(selection, {})));
  bind(found, selection);
  found.bind(":entry", entry);
  found.bind(":owner", order.value);
  return found.executeStep();
}

void make_chosen(SQLite::Database& db) {
  db.exec("CREATE TEMPORARY TABLE chosen (id INTEGER PRIMARY KEY)");
}

void choose(SQLite::Database& db, const Selection& selection,
            const std::vector<std::string>& changed_rules) {
  SQLite::Statement statement = choosing(db, selected_ids(selection, changed_rules));
  bind(statement, selection);
  const bool by_schedule = selection.deadlines || selection.open_at;
  if (by_schedule && !changed_rules.empty())
    statement.bind(":changed_rules", json_list(db, changed_rules));
  statement.exec();
}

void choose(SQLite::Database& db, const OrderId* first, std::size_t count) {
  SQLite::Statement statement = choosing(db, "SELECT DISTINCT value FROM json_each(:ids)");
  statement.bind(":ids", json_list(std::span(first, count), [](OrderId id) { return id.value; }));
  statement.exec();
}

void choose_changed_by(SQLite::Database& db, std::int64_t entry) {
  SQLite::Statement statement =
      choosing(db, "SELECT order_id FROM changes WHERE entry_id = :entry");
  statement.bind(":entry", entry);
  statement.exec();
}

void choose_under(SQLite::Database& db, const std::string& rules) {
  SQLite::Statement statement = choosing(db, "SELECT id FROM orders WHERE rules = :rules");
  statement.bind(":rules", rules);
  statement.exec();
}

}  // namespace aliprotect::store
