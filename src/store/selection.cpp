#include "store/selection.h"

#include <algorithm>

#include "core/text/scanner.h"
#include "store/list_json.h"
#include "store/seconds.h"
#include "store/text_search.h"

namespace aliprotect::store {
namespace {

constexpr std::string_view due = "id IN (SELECT order_id FROM deadlines WHERE ";
constexpr std::string_view is_open = "id IN (SELECT order_id FROM states WHERE state = 'open' AND ";

void add_range(Query& query, const Selection::DeadlineRange& range) {
  query << "at > " << parameter(seconds(range.after))
        << " AND at <= " << parameter(seconds(range.until)) << ")";
}

/// Adds a condition for the orders that stay open after `at` if no further fact is recorded.
void add_open_until(Query& query, Instant at) {
  query << is_open << "at > " << parameter(seconds(at)) << ")";
}

/// The same, also for orders whose money would be lost later.
void add_open(Query& query, Instant at) {
  query << is_open << "at > " << parameter(seconds(at))
        << " UNION SELECT order_id FROM deadlines WHERE kind = 'chargeback' AND at > "
        << parameter(seconds(at)) << ")";
}

/// Adds a condition that all orders with the status meet, and some others.
void add_status(Query& query, Status status, Instant at) {
  switch (status) {
    case Status::cancelled:
      query << "cancelled_at IS NOT NULL";
      return;
    case Status::confirmed:
      query << "confirmed_at IS NOT NULL";
      return;
    case Status::resolved:
      query << "disputes IS NOT NULL";
      return;
    case Status::in_dispute:
    case Status::escalated:
      query << "id IN (SELECT order_id FROM states WHERE state = 'disputed')";
      return;
    case Status::auto_closed:
      query << "(cancelled_at IS NULL AND confirmed_at IS NULL AND NOT ";
      add_open_until(query, at);
      query << ")";
      return;
    case Status::awaiting_shipment:
    case Status::in_transit:
    case Status::ready_for_pickup:
    case Status::delivered:
      add_open_until(query, at);
      return;
  }
}

void add_statuses(Query& query, const Selection::StatusesAt& statuses) {
  std::string_view separator = "(";
  for (const Status status : statuses.any_of) {
    query << separator;
    add_status(query, status, statuses.at);
    separator = " OR ";
  }
  query << (statuses.any_of.empty() ? "FALSE" : ")");
}

/// Adds a condition on columns that mention the word. JSON may mention it elsewhere, such as in the
/// name of a carrier.
void add_search(Query& query, const std::string& word) {
  query << "(mentions(number, " << parameter(lower_case(word)) << ")";
  for (const std::string_view column : {"title", "seller", "client"})
    query << " OR mentions(" << column << ", " << query.last_parameter() << ")";
  std::string in_json;
  append_escaped(in_json, lower_case(word));
  query << " OR mentions(tags, " << parameter(in_json) << ")";
  for (const std::string_view column : {"parcels", "notes"})
    query << " OR mentions(" << column << ", " << query.last_parameter() << ")";
  query << ")";
}

/// Builds `FROM orders WHERE …`.
class Conditions {
 public:
  explicit Conditions(const std::vector<std::string>& changed_rules)
      : changed_rules_(changed_rules) {}

  Query& next() {
    query_ << (is_first_ ? " WHERE " : " AND ");
    is_first_ = false;
    return query_;
  }
  /// Adds a condition on the table `deadlines`, which is outdated for orders of changed rule sets.
  void add_scheduled(const auto& add) {
    next() << "(";
    add(query_);
    for (const std::string& rules : changed_rules_) query_ << " OR rules = " << parameter(rules);
    query_ << ")";
  }
  Query query() && { return std::move(query_); }

 private:
  const std::vector<std::string>& changed_rules_;
  Query query_{"FROM orders"};
  bool is_first_ = true;
};

void add_conditions_on_time(Conditions& conditions, const Selection& selection) {
  if (selection.deadlines) {
    conditions.add_scheduled([&](Query& query) { add_range(query << due, *selection.deadlines); });
  }
  if (selection.lapsed) {
    conditions.add_scheduled([&](Query& query) { add_range(query << is_open, *selection.lapsed); });
  }
  if (selection.open_at)
    conditions.add_scheduled([&](Query& query) { add_open(query, *selection.open_at); });
  if (selection.statuses)
    conditions.add_scheduled([&](Query& query) { add_statuses(query, *selection.statuses); });
  if (selection.claimed) {
    conditions.next() << "id IN (SELECT order_id FROM states WHERE state = 'claimed')";
  }
}

/// The indexes of a server have the beginnings of texts, those of a file whole texts.
void add_word(Query& query, const std::string& column, const std::string& word) {
  query << "lower(" + column + ") = " << parameter(lower_case(word));
  query << " AND substr(lower(" + column + "), 1, 200) = substr(" + query.last_parameter() +
               ", 1, 200)";
}

bool mentions(const Order& order, const std::string& word) {
  const std::string lower = lower_case(word);
  const auto in = [&](const std::optional<std::string>& text) {
    return text && store::mentions(*text, lower);
  };
  return in(order.number.text()) || in(order.title) || in(order.seller) || in(order.client) ||
         std::any_of(order.tags.begin(), order.tags.end(), in) ||
         std::any_of(order.parcels.begin(), order.parcels.end(),
                     [&](const Parcel& parcel) { return in(parcel.tracking); }) ||
         std::any_of(order.notes.begin(), order.notes.end(),
                     [&](const Note& note) { return in(note.text); });
}

bool is_delivered(const Order& order) {
  return !order.parcels.empty() &&
         std::all_of(order.parcels.begin(), order.parcels.end(),
                     [](const Parcel& parcel) { return parcel.delivered_at.has_value(); });
}

bool is_same(const std::optional<std::string>& wanted, const std::optional<std::string>& text) {
  return !wanted || (text && same_word(*wanted, *text));
}

}  // namespace

Query selected_orders(const Selection& selection, const std::vector<std::string>& changed_rules) {
  Conditions conditions(changed_rules);
  add_conditions_on_time(conditions, selection);
  if (selection.seller) {
    add_word(conditions.next() << "seller IS NOT NULL AND ", "seller", *selection.seller);
  }
  if (selection.client) {
    add_word(conditions.next() << "client IS NOT NULL AND ", "client", *selection.client);
  }
  if (selection.tag) {
    Query& query = conditions.next() << "id IN (SELECT order_id FROM tags WHERE ";
    add_word(query, "tag", *selection.tag);
    query << ")";
  }
  if (selection.account)
    conditions.next() << "number LIKE '%' || " << parameter(*selection.account);
  if (selection.search) add_search(conditions.next(), *selection.search);
  if (selection.ordered_before)
    conditions.next() << "ordered_at < " << parameter(seconds(*selection.ordered_before));
  if (selection.ordered_after)
    conditions.next() << "ordered_at > " << parameter(seconds(*selection.ordered_after));
  return std::move(conditions).query();
}

bool may_match_ended(const Selection& selection) {
  return !selection.open_at && !selection.deadlines && !selection.lapsed;
}

bool accepts(const Selection& selection, const Order& order) {
  return (!selection.search || mentions(order, *selection.search)) &&
         (!selection.lapsed || !is_delivered(order));
}

bool matches(const Selection& selection, const Order& order) {
  const auto is_tag = [&](const std::string& tag) { return same_word(tag, *selection.tag); };
  return accepts(selection, order) && is_same(selection.seller, order.seller) &&
         is_same(selection.client, order.client) &&
         (!selection.tag || std::any_of(order.tags.begin(), order.tags.end(), is_tag)) &&
         (!selection.account || order.number.text().ends_with(*selection.account)) &&
         (!selection.ordered_before ||
          (order.ordered_at && *order.ordered_at < *selection.ordered_before)) &&
         (!selection.ordered_after ||
          (order.ordered_at && *order.ordered_at > *selection.ordered_after));
}

}  // namespace aliprotect::store
