#include "store/consistency_check.h"

#include <sqlite3.h>

#include <algorithm>

#include "core/text/quote.h"
#include "core/text/utf8.h"
#include "store/deadlines.h"
#include "store/ids.h"
#include "store/order_reader.h"
#include "store/rule_sets.h"
#include "store/seconds.h"
#include "store/sqlite/errors.h"
#include "store/texts.h"

namespace aliprotect::store {
namespace {

std::string order(std::int64_t id) { return "order " + std::to_string(id); }

/// The rows of `deadlines`, read in parallel with the orders.
class RecordedDeadlines {
 public:
  explicit RecordedDeadlines(const SQLite::Database& db)
      : rows_(db, "SELECT order_id, kind, at FROM deadlines ORDER BY order_id, kind, at") {
    has_row_ = rows_.step();
  }

  bool match(OrderId order, const std::vector<DeadlineRow>& expected) {
    while (has_row_ && rows_.number(0) < order.value) has_row_ = rows_.step();
    bool same = true;
    std::size_t count = 0;
    for (; has_row_ && rows_.number(0) == order.value; has_row_ = rows_.step(), ++count) {
      same = same && count < expected.size() && rows_.text(1) == expected[count].kind &&
             rows_.number(2) == expected[count].at;
    }
    return same && count == expected.size();
  }

 private:
  Statement rows_;
  bool has_row_ = false;
};

/// Returns the next id, to continue after an order that cannot be read.
std::optional<OrderId> next_id(const SQLite::Database& db, OrderId after) {
  Statement next(db, "SELECT min(id) FROM orders WHERE id > :after");
  next.bind(1, after.value);
  if (!next.step() || next.is_null(0)) return std::nullopt;
  return OrderId{next.number(0)};
}

/// Adds an issue for each row, which is the id of an order.
void add_rows(const SQLite::Database& db, const char* sql, const std::string& words,
              Issues& issues) {
  Statement rows(db, sql);
  while (rows.step()) issues.add(order(rows.number(0)) + words);
}

/// Returns SQL that calculates `orders.lists` from the tables.
std::string lists_in_tables() {
  std::string sum = "0";
  for_each_table([&]<typename Table>(Table) {
    if constexpr (Table::key.size() >= 2) {
      sum.append(" | EXISTS (SELECT 1 FROM ").append(Table::name);
      sum.append(" WHERE order_id = orders.id) * " + std::to_string(Table::list.bits));
    }
  });
  return sum;
}

void add_invalid_times(const SQLite::Database& db, Issues& issues) {
  Statement times(db, "SELECT id, at FROM entries ORDER BY id");
  while (times.step()) {
    if (is_instant(times.number(1))) continue;
    issues.add("entry " + std::to_string(times.number(0)) + " has the invalid time " +
               std::to_string(times.number(1)));
  }
}

void add_missing_former_numbers(const SQLite::Database& db, Issues& issues) {
  Statement missing(db, R"(
    SELECT number, order_id
    FROM (
      SELECT json_extract(before, '$.orders[0].number') AS number, order_id,
        max(entry_id) AS last_entry
      FROM changes
      WHERE json_valid(before)
      GROUP BY number, order_id
    ) AS images
    WHERE number IS NOT NULL
      AND number IS NOT (SELECT orders.number FROM orders WHERE orders.id = images.order_id)
      AND NOT EXISTS (
        SELECT 1
        FROM former_numbers
        WHERE former_numbers.number = images.number AND former_numbers.order_id = images.order_id
          AND former_numbers.last_entry = images.last_entry)
  )");
  while (missing.step()) {
    issues.add("former number " + std::string(missing.text(0)) + " of " + order(missing.number(1)) +
               " is missing from former_numbers");
  }
}

}  // namespace

bool is_damage(const SQLite::Exception& failure) {
  switch (failure.getErrorCode() & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // a missing table or column
    case SQLITE_MISMATCH:
      return true;
    default:
      return false;
  }
}

OrderIssues check_orders(const SQLite::Database& db, const Policies& policies,
                         const std::vector<std::string>& outdated) {
  OrderIssues found;
  RecordedDeadlines deadlines(db);
  const auto check = [&](const Order& facts) {
    for_each_text(facts, [&](std::string_view column, const std::string& text) {
      if (is_utf8(text)) return;
      found.texts.add(order(facts.id.value) + ": " + std::string(column) + " is not valid UTF-8");
    });
    const Policy* policy = policies.find(facts.rules);
    const bool is_outdated =
        std::find(outdated.begin(), outdated.end(), facts.rules) != outdated.end();
    if (!policy || is_outdated || deadlines.match(facts.id, deadline_rows(facts, *policy))) return;
    found.deadlines.add(order(facts.id.value) + ": the stored deadlines do not match its facts");
  };
  Order facts;
  OrderId last{first_id.value - 1};
  while (!found.unreadable.reached_limit()) {
    OrderReader reader(db, Scope::range);
    try {
      reader.start(OrderId{last.value + 1}, last_id);
      while (reader.next(facts)) {
        last = facts.id;
        check(facts);
      }
      return found;
    } catch (const SQLite::Exception& failure) {
      if (!is_damage(failure)) throw;
      const std::optional<OrderId> bad = next_id(db, last);
      if (!bad && found.unreadable.empty()) throw;
      if (!bad) return found;
      found.unreadable.add(order(bad->value) + " cannot be read: " + failure.what());
      last = *bad;
    }
  }
  return found;
}

Issues list_issues(const SQLite::Database& db) {
  Issues issues;
  const std::string sql = "SELECT id FROM orders WHERE lists <> (" + lists_in_tables() + ")";
  add_rows(db, sql.c_str(), ": the column `lists` does not match the tables", issues);
  return issues;
}

Issues id_issues(const SQLite::Database& db) {
  Issues issues;
  Statement rows(db, "SELECT id FROM orders WHERE id > :highest ORDER BY id");
  const std::int64_t highest = highest_id_given(db);
  if (highest < 0 || highest > last_id.value)
    issues.add("invalid highest id: " + std::to_string(highest));
  rows.bind(1, highest);
  while (rows.step()) issues.add(order(rows.number(0)) + " has an id that was never assigned");
  return issues;
}

Issues rule_set_issues(const SQLite::Database& db, const Policies& policies) {
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

Issues journal_issues(const SQLite::Database& db) {
  Issues issues;
  add_rows(db, R"(
             SELECT id
             FROM orders
             WHERE NOT EXISTS (SELECT 1 FROM changes WHERE changes.order_id = orders.id)
           )",
           " has no entry in the log", issues);
  Statement images(db, R"(
    SELECT entry_id, order_id FROM changes WHERE before IS NOT NULL AND NOT json_valid(before)
    UNION ALL
    SELECT entry_id, name FROM rule_changes WHERE before IS NOT NULL AND NOT json_valid(before)
  )");
  while (images.step()) {
    issues.add("entry " + std::to_string(images.number(0)) + ": the previous state of " +
               std::string(images.text(1)) + " cannot be read");
  }
  add_invalid_times(db, issues);
  add_missing_former_numbers(db, issues);
  return issues;
}

}  // namespace aliprotect::store
