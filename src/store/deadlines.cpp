#include "store/deadlines.h"

#include <algorithm>
#include <limits>
#include <string>

#include "store/seconds.h"

namespace aliprotect::store {
namespace {

/// The `open_until` of an order that stays open until a fact is recorded.
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// Calls `visit(kind, at)` for each row of the order.
void for_each_row(const Order& order, const Policy& policy, auto&& visit) {
  const Clocks clocks = clocks_of(order, policy);
  for (const ScheduledDeadline& deadline : schedule_of(order, clocks)) {
    visit(to_string(deadline.kind), seconds(deadline.at));
  }
  const std::optional<Instant> until = open_until(order, clocks);
  if (until != first_instant) visit(open_until_kind, until ? seconds(*until) : never);
}

}  // namespace

std::vector<DeadlineRow> deadline_rows(const Order& order, const Policy& policy) {
  std::vector<DeadlineRow> rows;
  for_each_row(order, policy, [&](std::string_view kind, std::int64_t at) {
    rows.push_back({kind, at});
  });
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

DeadlineWriter::DeadlineWriter(const SQLite::Database& db)
    : delete_(db, "DELETE FROM deadlines WHERE order_id = :order_id"), insert_(db, R"(
        INSERT INTO deadlines (order_id, kind, at)
        VALUES (:order_id, :kind, :at)
      )") {}

void DeadlineWriter::rewrite(const Order& order, const Policy& policy) {
  delete_.bind(1, order.id.value);
  delete_.run();
  write(order, policy);
}

void DeadlineWriter::write(const Order& order, const Policy& policy) {
  for_each_row(order, policy,
               [&](std::string_view kind, std::int64_t at) { insert(order.id, kind, at); });
}

void DeadlineWriter::insert(OrderId order, std::string_view kind, std::int64_t at) {
  insert_.bind(1, order.value);
  insert_.bind(2, kind);
  insert_.bind(3, at);
  insert_.run();
}

}  // namespace aliprotect::store
