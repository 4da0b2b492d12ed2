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

/// The rows of `deadlines`, read in step with the orders.
class RecordedDeadlines {
 public:
  explicit RecordedDeadlines(const SQLite::Database& db)
      : rows_(db, "SELECT order_id, kind, at FROM deadlines ORDER BY order_id, kind, at") {
    has_row_ = rows_.step();
  }

  bool are(OrderId order, const std::vector<DeadlineRow>& expected) {
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

/// The id that follows, where an order could not be read.
std::optional<OrderId> next_id(const SQLite::Database& db, OrderId after) {
  Statement next(db, "SELECT min(id) FROM orders WHERE id > :after");
  next.bind(1, after.value);
  if (!next.step() || next.is_null(0)) return std::nullopt;
  return OrderId{next.number(0)};
}

/// Adds a complaint for each row: an id, and what is said of it.
void add_rows(const SQLite::Database& db, const char* sql, const std::string& words,
              Issues& issues) {
  Statement rows(db, sql);
  while (rows.step()) issues.add(order(rows.number(0)) + words);
}

/// The bits of `orders.lists`, from the tables.
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

void add_impossible_times(const SQLite::Database& db, Issues& issues) {
  Statement times(db, "SELECT id, at FROM entries ORDER BY id");
  while (times.step()) {
    if (is_instant(times.number(1))) continue;
    issues.add("entry " + std::to_string(times.number(0)) + " was made at " +
               std::to_string(times.number(1)) + ", which is not a time");
  }
}

void add_forgotten_numbers(const SQLite::Database& db, Issues& issues) {
  Statement forgotten(db, R"(
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
  while (forgotten.step()) {
    issues.add("the former number " + std::string(forgotten.text(0)) + " of " +
               order(forgotten.number(1)) + " is missing in former_numbers");
  }
}

}  // namespace

bool is_damage(const SQLite::Exception& failure) {
  switch (failure.getErrorCode() & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // a table or column that is missing
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
  const auto look = [&](const Order& facts) {
    for_each_text(facts, [&](std::string_view column, const std::string& text) {
      if (is_utf8(text)) return;
      found.texts.add(order(facts.id.value) + ": its " + std::string(column) + " is not UTF-8");
    });
    const Policy* policy = policies.find(facts.rules);
    const bool outdates =
        std::find(outdated.begin(), outdated.end(), facts.rules) != outdated.end();
    if (!policy || outdates || deadlines.are(facts.id, deadline_rows(facts, *policy))) return;
    found.deadlines.add(order(facts.id.value) + " has other deadlines than its facts say");
  };
  Order facts;
  OrderId last{first_id.value - 1};
  while (!found.unreadable.reached_limit()) {
    OrderReader reader(db, Scope::range);
    try {
      reader.start(OrderId{last.value + 1}, last_id);
      while (reader.next(facts)) {
        last = facts.id;
        look(facts);
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
  add_rows(db, sql.c_str(), " has other lists than it says", issues);
  return issues;
}

Issues id_issues(const SQLite::Database& db) {
  Issues issues;
  Statement rows(db, "SELECT id FROM orders WHERE id > :highest ORDER BY id");
  const std::int64_t highest = highest_id_given(db);
  if (highest < 0 || highest > last_id.value)
    issues.add("the highest that was given is " + std::to_string(highest));
  rows.bind(1, highest);
  while (rows.step()) issues.add(order(rows.number(0)) + " has an id that was never given");
  return issues;
}

Issues rule_set_issues(const SQLite::Database& db, const Policies& policies) {
  Issues issues;
  Statement rows(db, "SELECT rules, count(*), min(id) FROM orders GROUP BY rules");
  while (rows.step()) {
    if (policies.find(rows.text(0))) continue;
    const std::int64_t others = rows.number(1) - 1;
    issues.add(order(rows.number(2)) +
               (others == 0 ? " is" : " and " + std::to_string(others) + " more are") +
               " under the unknown rule set " + in_quotes(std::string(rows.text(0))));
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
           " was recorded by no change that the journal knows", issues);
  Statement images(db, R"(
    SELECT entry_id, order_id FROM changes WHERE before IS NOT NULL AND NOT json_valid(before)
    UNION ALL
    SELECT entry_id, name FROM rule_changes WHERE before IS NOT NULL AND NOT json_valid(before)
  )");
  while (images.step()) {
    issues.add("what entry " + std::to_string(images.number(0)) + " replaced of " +
               std::string(images.text(1)) + " cannot be read");
  }
  add_impossible_times(db, issues);
  add_forgotten_numbers(db, issues);
  return issues;
}

}  // namespace aliprotect::store
