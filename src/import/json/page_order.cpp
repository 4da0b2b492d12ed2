#include "import/json/page_order.h"

#include <algorithm>
#include <utility>

#include "core/distinct.h"
#include "core/least.h"
#include "import/text/tracking_number.h"

namespace aliprotect {
namespace {

template <typename Value>
void fill(std::optional<Value>& value, std::optional<Value>&& other) {
  if (!value) value = std::move(other);
}

/// How close to its end an item is. An unclear status ranks before all finished ones, so that
/// another item cannot end the order.
int progress(PageStatus status) {
  switch (status) {
    case PageStatus::awaiting_payment:
      return 0;
    case PageStatus::awaiting_shipment:
      return 1;
    case PageStatus::partially_shipped:
      return 2;
    case PageStatus::shipped:
      return 3;
    case PageStatus::unclear:
    case PageStatus::in_dispute:
      return 4;
    case PageStatus::ready_for_pickup:
      return 5;
    case PageStatus::delivered:
      return 6;
    case PageStatus::completed:
      return 7;
    case PageStatus::refunded:
      return 8;
    case PageStatus::closed:
      return 9;
    case PageStatus::cancelled:
      return 10;
  }
  return 0;
}

int progress(EndReason reason) {
  switch (reason) {
    case EndReason::confirmed:
      return 0;
    case EndReason::closed_by_itself:
      return 1;
    case EndReason::refunded:
      return 2;
    case EndReason::cancelled:
      return 3;
  }
  return 0;
}

template <typename Word>
void keep_earlier(std::optional<Word>& word, std::optional<Word> other) {
  if (other && (!word || progress(*other) < progress(*word))) word = other;
}

/// Whether goods are on their way, or have arrived without confirmation of receipt.
bool is_sent(PageStatus status) {
  return progress(status) >= progress(PageStatus::partially_shipped) &&
         progress(status) <= progress(PageStatus::delivered) && status != PageStatus::unclear;
}

bool is_not_sent(PageStatus status) {
  return progress(status) <= progress(PageStatus::awaiting_shipment);
}

/// An order has the status of the item that is furthest from its end, unless only part of it was
/// sent.
void add_status(std::optional<PageStatus>& status, std::optional<PageStatus> other) {
  const bool is_part =
      status && other &&
      ((is_sent(*status) && is_not_sent(*other)) || (is_not_sent(*status) && is_sent(*other)));
  if (is_part) {
    status = PageStatus::partially_shipped;
  } else {
    keep_earlier(status, other);
  }
}

/// Adds `money` to `sum`; returns false if they cannot be added.
bool add_money(std::optional<Money>& sum, const std::optional<Money>& money) {
  if (!money) return true;
  if (!sum) {
    sum = money;
    return true;
  }
  if (sum->currency != money->currency || money->minor > max_minor - sum->minor) return false;
  sum->minor += money->minor;
  return true;
}

/// Equal totals in all rows are the total of the order; different ones are those of their rows and
/// are added up. Returns false if they cannot be added.
bool add_total(PageOrder& order, const std::optional<Money>& total) {
  if (!total) return true;
  const bool all_same = std::all_of(order.totals.begin(), order.totals.end(),
                                    [&](const Money& each) { return each == *total; });
  std::optional<Money> sum = total;
  bool is_sum = true;
  if (!all_same) {
    for (const Money& each : order.totals) is_sum = is_sum && add_money(sum, each);
  }
  order.totals.push_back(*total);
  order.facts.price = is_sum ? sum : std::nullopt;
  return is_sum;
}

void add_facts(OrderPatch& facts, OrderPatch&& others) {
  fill(facts.seller, std::move(others.seller));
  fill(facts.late_credit, std::move(others.late_credit));
  fill(facts.client, std::move(others.client));
  add_distinct(facts.tags, others.tags);
  fill(facts.sale_price, std::move(others.sale_price));
  fill(facts.rules, std::move(others.rules));
  fill(facts.ordered_at, std::move(others.ordered_at));
  keep_least(facts.ship_by, others.ship_by);
  keep_least(facts.days, others.days);
  keep_least(facts.deadline, others.deadline);
  keep_least(facts.protection_days, others.protection_days);
  keep_least(facts.closes.at, others.closes.at);
  keep_least(facts.pickup_by, others.pickup_by);
  fill(facts.confirmed_at, std::move(others.confirmed_at));
  fill(facts.cancelled_at, std::move(others.cancelled_at));
  fill(facts.shipped_at, std::move(others.shipped_at));
  fill(facts.delivered_at, std::move(others.delivered_at));
  for (StatedParcel& parcel : others.parcels) add_parcel(facts.parcels, std::move(parcel));
}

std::string joined(const std::vector<std::string>& titles) {
  std::string text;
  for (const std::string& title : titles) text += (text.empty() ? "" : " + ") + title;
  return text;
}

bool is_over(std::optional<PageStatus> status) {
  return status && progress(*status) >= progress(PageStatus::completed);
}

/// Fills in the end reason that the status implies, so that it can be compared with those of other
/// items. A finished status that does not say how the order ended is unclear.
void settle_end(PageOrder& item) {
  if (item.end_reason) return;
  if (item.status == PageStatus::completed) item.end_reason = EndReason::confirmed;
  if (item.status == PageStatus::refunded) item.end_reason = EndReason::refunded;
  if (item.status == PageStatus::cancelled) item.end_reason = EndReason::cancelled;
  if (item.status == PageStatus::closed) item.status = PageStatus::unclear;
}

/// An end reason counts unless the status says that the order has not ended.
void add_end(const PageOrder& order, UndatedStatus& undated_status) {
  if (order.end_reason && (!order.status || is_over(order.status))) {
    switch (*order.end_reason) {
      case EndReason::confirmed:
        undated_status.confirmed = true;
        return;
      case EndReason::cancelled:
        undated_status.cancelled = true;
        return;
      case EndReason::refunded:
        undated_status.refunded = true;
        return;
      case EndReason::closed_by_itself:
        undated_status.closed_by_itself = true;
        return;
    }
  }
  if (!order.status) return;
  undated_status.confirmed = order.status == PageStatus::completed;
  undated_status.refunded = order.status == PageStatus::refunded;
  undated_status.cancelled = order.status == PageStatus::cancelled;
}

}  // namespace

void add_parcel(std::vector<StatedParcel>& parcels, StatedParcel&& other) {
  const auto same = std::find_if(parcels.begin(), parcels.end(), [&](const StatedParcel& parcel) {
    return same_tracking(parcel.tracking, other.tracking);
  });
  if (same == parcels.end()) {
    parcels.push_back(std::move(other));
    return;
  }
  fill(same->carrier, std::move(other.carrier));
  fill(same->untracked, std::move(other.untracked));
  fill(same->shipped_at, std::move(other.shipped_at));
  fill(same->delivered_at, std::move(other.delivered_at));
  fill(same->claimed_delivered_at, std::move(other.claimed_delivered_at));
}

bool add_item(PageOrder& order, PageOrder&& item) {
  settle_end(order);
  settle_end(item);
  if (order.totals.empty() && order.facts.price) order.totals = {*order.facts.price};
  const bool is_total = add_total(order, item.facts.price);
  const bool is_sum = add_money(order.items, item.items);
  order.items_unknown = order.items_unknown || item.items_unknown || !is_total || !is_sum;
  add_distinct(order.titles, item.titles);
  add_distinct(order.notes, item.notes);
  add_facts(order.facts, std::move(item.facts));
  add_status(order.status, item.status);
  keep_earlier(order.end_reason, item.end_reason);
  if (item.ended_at && (!order.ended_at || *order.ended_at < *item.ended_at))
    order.ended_at = item.ended_at;
  return is_total && is_sum;
}

OrderPatch facts_of(PageOrder order, Instant now) {
  OrderPatch facts = std::move(order.facts);
  if (!order.titles.empty()) facts.title = joined(order.titles);
  if (!facts.price && !order.items_unknown) facts.price = order.items;
  UndatedStatus undated_status;
  undated_status.at = order.ended_at.value_or(now);
  undated_status.end_is_undated = !order.ended_at;
  undated_status.shipped = is_on_its_way(order.status);
  undated_status.delivered = order.status == PageStatus::delivered;
  undated_status.received = order.received;
  add_end(order, undated_status);
  undated_status.notes = std::move(order.notes);
  facts.undated_status = std::move(undated_status);
  return facts;
}

bool is_on_its_way(std::optional<PageStatus> status) {
  return status == PageStatus::shipped || status == PageStatus::partially_shipped ||
         status == PageStatus::ready_for_pickup || status == PageStatus::in_dispute;
}

bool is_in_dispute(const PageOrder& order) { return order.status == PageStatus::in_dispute; }

}  // namespace aliprotect
