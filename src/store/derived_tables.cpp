#include "store/derived_tables.h"

#include <algorithm>
#include <limits>
#include <string>

#include "core/least.h"
#include "store/seconds.h"

namespace aliprotect::store {
namespace {

/// The `open_until` of an order that stays open until a fact is recorded.
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// Returns when the carrier or the site first claimed something that the buyer has not recorded.
std::optional<Instant> first_claim(const Order& order) {
  std::optional<Instant> first = order.completion_notice_at;
  keep_least(first, order.completed_at);
  for (const Parcel& parcel : order.parcels) keep_least(first, parcel.claimed_delivered_at);
  return first;
}

void sort_distinct(auto& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

}  // namespace

DerivedRows::DerivedRows(const Order& order, const Policy& policy) {
  const Clocks clocks = clocks_of(order, policy);
  for (const ScheduledDeadline& deadline : schedule_of(order, clocks))
    deadlines.push_back({to_string(deadline.kind), seconds(deadline.at)});
  sort_distinct(deadlines);
  if (const std::optional<Instant> claim = first_claim(order))
    states.push_back({"claimed", seconds(*claim)});
  if (const Dispute* dispute = open_dispute(order))
    states.push_back({"disputed", seconds(dispute->opened_at)});
  const std::optional<Instant> until = open_until(order, clocks);
  if (until != first_instant) states.push_back({"open", until ? seconds(*until) : never});
}

std::vector<std::string_view> tag_rows(const Order& order) {
  std::vector<std::string_view> rows(order.tags.begin(), order.tags.end());
  sort_distinct(rows);
  return rows;
}

DerivedWriter::DerivedWriter(Database& db)
    : delete_deadlines_(db, "DELETE FROM deadlines WHERE order_id = $1"),
      delete_states_(db, "DELETE FROM states WHERE order_id = $1"),
      delete_tags_(db, "DELETE FROM tags WHERE order_id = $1"),
      insert_deadline_(db, "INSERT INTO deadlines (order_id, kind, at) VALUES ($1, $2, $3)",
                       Rows::inserted),
      insert_state_(db, "INSERT INTO states (order_id, state, at) VALUES ($1, $2, $3)",
                    Rows::inserted),
      insert_tag_(db, "INSERT INTO tags (order_id, tag) VALUES ($1, $2)", Rows::inserted) {}

void DerivedWriter::rewrite(const Order& order, const Policy& policy) {
  remove(order.id);
  write(order, policy);
}

void DerivedWriter::remove(OrderId order) {
  for (Statement* const statement : {&delete_deadlines_, &delete_states_, &delete_tags_}) {
    statement->bind(1, order.value);
    statement->run();
  }
}

void DerivedWriter::write(const Order& order, const Policy& policy) {
  const DerivedRows rows(order, policy);
  insert(insert_deadline_, order.id, rows.deadlines);
  insert(insert_state_, order.id, rows.states);
  for (const std::string_view tag : tag_rows(order)) {
    insert_tag_.bind(1, order.id.value);
    insert_tag_.bind(2, tag);
    insert_tag_.run();
  }
}

void DerivedWriter::insert(Statement& statement, OrderId order,
                           const std::vector<DerivedRow>& rows) {
  for (const DerivedRow& row : rows) {
    statement.bind(1, order.value);
    statement.bind(2, row.kind);
    statement.bind(3, row.at);
    statement.run();
  }
}

}  // namespace aliprotect::store
