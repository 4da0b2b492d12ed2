#include "store/consistency_check.h"

#include <algorithm>

#include "core/text/quote.h"
#include "core/text/utf8.h"
#include "store/derived_tables.h"
#include "store/ids.h"
#include "store/order_reader.h"
#include "store/rule_sets.h"
#include "store/seconds.h"
#include "store/texts.h"

namespace aliprotect::store {
namespace {

std::string order(std::int64_t id) { return "order " + std::to_string(id); }

bool is_same(const Statement& row, const DerivedRow& expected) {
  return row.text(1) == expected.kind && row.number(2) == expected.at;
}

bool is_same(const Statement& row, std::string_view expected) { return row.text(1) == expected; }

/// The rows of a derived table, read in parallel with the orders. The first column is the order.
class RecordedRows {
 public:
  RecordedRows(Database& db, const char* sql) : rows_(db, sql, Rows::many) {
    has_row_ = rows_.step();
  }

  /// Whether the order's rows are as expected.
  template <typename Value>
  bool match(OrderId order, const std::vector<Value>& expected) {
    while (has_row_ && rows_.number(0) < order.value) has_row_ = rows_.step();
    bool same = true;
    std::size_t count = 0;
    for (; has_row_ && rows_.number(0) == order.value; has_row_ = rows_.step(), ++count)
      same = same && count < expected.size() && is_same(rows_, expected[count]);
    return same && count == expected.size();
  }

 private:
  Statement rows_;
  bool has_row_ = false;
};

/// Returns the next id, to continue after an order that cannot be read.
std::optional<OrderId> next_id(Database& db, OrderId after) {
  Statement next(db, "SELECT min(id) FROM orders WHERE id > $1");
  next.bind(1, after.value);
  if (!next.step() || next.is_null(0)) return std::nullopt;
  return OrderId{next.number(0)};
}

/// Adds an issue for each row, which is the id of an order.
void add_rows(Database& db, const char* sql, const std::string& words, Issues& issues) {
  Statement rows(db, sql);
  while (rows.step()) issues.add(order(rows.number(0)) + words);
}

void add_invalid_times(Database& db, Issues& issues) {
  Statement times(db, "SELECT id, at FROM entries ORDER BY id", Rows::many);
  while (times.step()) {
    if (is_instant(times.number(1))) continue;
    issues.add("change " + std::to_string(times.number(0)) + " has the invalid time " +
               std::to_string(times.number(1)));
  }
}

void add_unreadable_former_orders(Database& db, Issues& issues) {
  Statement rows(db, "SELECT entry_id, id FROM former_orders ORDER BY entry_id, id", Rows::many);
  OrderReader former(db, former_order);
  while (rows.step()) {
    try {
      order_before(former, rows.number(0), OrderId{rows.number(1)});
    } catch (const DbError& failure) {
      if (failure.kind() != DbError::Kind::damaged) throw;
      issues.add("change " + std::to_string(rows.number(0)) + ": the previous state of " +
                 order(rows.number(1)) + " cannot be read: " + failure.what());
    }
  }
}

/// The last row of each number and id must be marked if no order has both.
void add_unmarked_numbers(Database& db, Issues& issues) {
  Statement unmarked(db, R"(
    SELECT number, id
    FROM former_orders AS last
    WHERE number_ended = 0
      AND NOT EXISTS (
        SELECT 1 FROM orders WHERE orders.id = last.id AND orders.number = last.number)
      AND NOT EXISTS (
        SELECT 1
        FROM changes
          JOIN former_orders AS later
            ON later.entry_id = changes.entry_id AND later.id = changes.order_id
        WHERE changes.order_id = last.id AND changes.entry_id > last.entry_id
          AND later.number = last.number)
  )");
  while (unmarked.step()) {
    issues.add("the former number " + std::string(unmarked.text(0)) + " of " +
               order(unmarked.number(1)) + " is not marked as ended");
  }
}

/// Finds derived rows without an order.
void add_stray_rows(Database& db, OrderIssues& found) {
  for (const std::string table : {"deadlines", "states", "tags"}) {
    Statement rows(db, [&] {
      return "SELECT DISTINCT order_id FROM " + table +
             " WHERE NOT EXISTS (SELECT 1 FROM orders WHERE orders.id = order_id) ORDER BY "
             "order_id";
    });
    Issues& issues = table == "tags" ? found.tags : found.deadlines;
    while (rows.step())
      issues.add(order(rows.number(0)) + " does not exist, but has rows in the table `" + table +
                 "`");
  }
}

void add_missing_entries(Database& db, Issues& issues) {
  Statement stray(db, R"(
    SELECT DISTINCT entry_id
    FROM changes
    WHERE NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = entry_id)
    ORDER BY entry_id
  )");
  while (stray.step())
    issues.add("change " + std::to_string(stray.number(0)) +
               " is not in the log, but changed orders");
}

void add_missing_former_rows(Database& db, Issues& issues) {
  Statement missing(db, R"(
    SELECT entry_id, 'order ' || CAST(order_id AS TEXT)
    FROM changes
    WHERE existed = 1 AND NOT EXISTS (
      SELECT 1
      FROM former_orders
      WHERE former_orders.entry_id = changes.entry_id AND former_orders.id = changes.order_id)
    UNION ALL
    SELECT entry_id, 'rule set ' || name
    FROM rule_changes
    WHERE existed = 1 AND NOT EXISTS (
      SELECT 1
      FROM former_rule_sets
      WHERE former_rule_sets.entry_id = rule_changes.entry_id
        AND former_rule_sets.name = rule_changes.name)
  )");
  while (missing.step()) {
    issues.add("change " + std::to_string(missing.number(0)) + ": the previous state of " +
               std::string(missing.text(1)) + " is missing");
  }
}

}  // namespace

OrderIssues check_orders(Database& db, const Policies& policies,
                         const std::vector<std::string>& outdated) {
  OrderIssues found;
  add_stray_rows(db, found);
  RecordedRows deadlines(db,
                         "SELECT order_id, kind, at FROM deadlines ORDER BY order_id, kind, at");
  RecordedRows states(db, "SELECT order_id, state, at FROM states ORDER BY order_id, state");
  RecordedRows tags(db, "SELECT order_id, tag FROM tags ORDER BY order_id, tag");
  const auto check = [&](const Order& facts) {
    for_each_text(facts, [&](std::string_view column, const std::string& text) {
      if (is_utf8(text)) return;
      found.texts.add(order(facts.id.value) + ": " + std::string(column) + " is not valid UTF-8");
    });
    const Policy* policy = policies.find(facts.rules);
    const bool is_outdated =
        std::find(outdated.begin(), outdated.end(), facts.rules) != outdated.end();
    if (!policy || is_outdated) return;
    if (!tags.match(facts.id, tag_rows(facts)))
      found.tags.add(order(facts.id.value) + ": the table `tags` does not match its facts");
    const DerivedRows expected(facts, *policy);
    const bool same_deadlines = deadlines.match(facts.id, expected.deadlines);
    if (states.match(facts.id, expected.states) && same_deadlines) return;
    found.deadlines.add(order(facts.id.value) + ": the stored deadlines do not match its facts");
  };
  Order facts;
  OrderId last{first_id.value - 1};
  while (!found.unreadable.reached_limit()) {
    OrderReader reader(db, "FROM orders WHERE id > $1 ORDER BY id", Rows::many);
    try {
      reader.statement().bind(1, last.value);
      while (reader.next(facts)) {
        last = facts.id;
        check(facts);
      }
      return found;
    } catch (const DbError& failure) {
      if (failure.kind() != DbError::Kind::damaged) throw;
      const std::optional<OrderId> bad = next_id(db, last);
      if (!bad && found.unreadable.empty()) throw;
      if (!bad) return found;
      found.unreadable.add(order(bad->value) + " cannot be read: " + failure.what());
      last = *bad;
    }
  }
  return found;
}

Issues id_issues(Database& db) {
  Issues issues;
  Statement rows(db, "SELECT id FROM orders WHERE id > $1 ORDER BY id");
  const std::int64_t highest = highest_id_given(db);
  if (highest < 0 || highest > last_id.value)
    issues.add("invalid highest id: " + std::to_string(highest));
  rows.bind(1, highest);
  while (rows.step()) issues.add(order(rows.number(0)) + " has an id that was never assigned");
  return issues;
}

Issues rule_set_issues(Database& db, const Policies& policies) {
  Issues issues;
  Statement rows(db, "SELECT rules, count(*), min(id) FROM orders GROUP BY rules");
  while (rows.step()) {
    if (policies.find(rows.text(0))) continue;
    const std::int64_t others = rows.number(1) - 1;
    issues.add(order(rows.number(2)) +
               (others == 0 ? " uses" : " and " + std::to_string(others) + " more use") +
               " the unknown rule set " + in_quotes(std::string(rows.text(0))));
  }
  return issues;
}

Issues journal_issues(Database& db) {
  Issues issues;
  add_rows(db, R"(
             SELECT id
             FROM orders
             WHERE NOT EXISTS (SELECT 1 FROM changes WHERE changes.order_id = orders.id)
           )",
           " is not in the log", issues);
  add_missing_entries(db, issues);
  add_missing_former_rows(db, issues);
  add_unreadable_former_orders(db, issues);
  add_invalid_times(db, issues);
  add_unmarked_numbers(db, issues);
  return issues;
}

}  // namespace aliprotect::store
