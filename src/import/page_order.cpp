#include "import/page_order.h"

#include <algorithm>
#include <utility>

namespace aliprotect {
namespace {

template <typename Value>
void fill(std::optional<Value>& value, std::optional<Value>&& other) {
  if (!value) value = std::move(other);
}

/// How far from its end an item is: of several the order is where the first of them is.
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
    case PageStatus::frozen:
    case PageStatus::in_dispute:
      return 4;
    case PageStatus::ready_for_pickup:
      return 5;
    case PageStatus::delivered:
      return 6;
    case PageStatus::completed:
      return 7;
    case PageStatus::finished:
      return 8;
    case PageStatus::refunded:
      return 9;
    case PageStatus::closed:
      return 10;
    case PageStatus::cancelled:
      return 11;
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

void add_money(std::optional<Money>& sum, const std::optional<Money>& money) {
  if (!money) return;
  if (!sum) {
    sum = money;
    return;
  }
  if (sum->currency != money->currency) throw RowError("its items have prices in two currencies");
  sum->minor += money->minor;
  if (sum->minor > most_minor) throw RowError("its price is too large");
}

void add_new(std::vector<std::string>& texts, std::vector<std::string>&& others) {
  for (std::string& text : others) {
    if (std::find(texts.begin(), texts.end(), text) == texts.end())
      texts.push_back(std::move(text));
  }
}

/// A tracking number that was named already is the same parcel.
void add_parcels(std::vector<StatedParcel>& parcels, std::vector<StatedParcel>&& others) {
  for (StatedParcel& other : others) {
    const auto same = std::find_if(parcels.begin(), parcels.end(), [&](const StatedParcel& parcel) {
      return parcel.tracking == other.tracking;
    });
    if (same == parcels.end()) {
      parcels.push_back(std::move(other));
      continue;
    }
    fill(same->carrier, std::move(other.carrier));
    fill(same->untracked, std::move(other.untracked));
    fill(same->shipped_at, std::move(other.shipped_at));
    fill(same->delivered_at, std::move(other.delivered_at));
  }
}

void add_facts(StatedFacts& facts, StatedFacts&& others) {
  fill(facts.seller, std::move(others.seller));
  fill(facts.client, std::move(others.client));
  add_new(facts.tags, std::move(others.tags));
  fill(facts.price, std::move(others.price));
  fill(facts.sale_price, std::move(others.sale_price));
  fill(facts.rules, std::move(others.rules));
  fill(facts.ordered_at, std::move(others.ordered_at));
  fill(facts.ship_by, std::move(others.ship_by));
  fill(facts.days, std::move(others.days));
  fill(facts.deadline, std::move(others.deadline));
  fill(facts.protection_days, std::move(others.protection_days));
  fill(facts.closes.typed, std::move(others.closes.typed));
  fill(facts.pickup_by, std::move(others.pickup_by));
  fill(facts.confirmed_at, std::move(others.confirmed_at));
  fill(facts.cancelled_at, std::move(others.cancelled_at));
  fill(facts.shipped_at, std::move(others.shipped_at));
  fill(facts.delivered_at, std::move(others.delivered_at));
  add_parcels(facts.parcels, std::move(others.parcels));
}

std::string joined(const std::vector<std::string>& titles) {
  std::string text;
  for (const std::string& title : titles) text += (text.empty() ? "" : " + ") + title;
  return text;
}

bool is_over(std::optional<PageStatus> status) {
  return status && progress(*status) >= progress(PageStatus::completed);
}

/// A reason tells how an order ended; a status of an order that goes on speaks against it.
void add_end(const PageOrder& order, Glimpse& glimpse) {
  if (order.end_reason && (!order.status || is_over(order.status))) {
    switch (*order.end_reason) {
      case EndReason::confirmed:
        glimpse.confirmed = true;
        return;
      case EndReason::cancelled:
        glimpse.cancelled = true;
        return;
      case EndReason::refunded:
        glimpse.refunded = true;
        return;
      case EndReason::closed_by_itself:
        glimpse.closed_by_itself = true;
        return;
    }
  }
  if (!order.status) return;
  glimpse.confirmed = order.status == PageStatus::completed || order.status == PageStatus::finished;
  glimpse.refunded = order.status == PageStatus::refunded;
  glimpse.cancelled = order.status == PageStatus::cancelled || order.status == PageStatus::closed;
}

}  // namespace

void add_item(PageOrder& order, PageOrder&& item) {
  add_money(order.items, item.items);
  add_new(order.titles, std::move(item.titles));
  add_new(order.notes, std::move(item.notes));
  add_facts(order.facts, std::move(item.facts));
  keep_earlier(order.status, item.status);
  keep_earlier(order.end_reason, item.end_reason);
  if (item.ended_at && (!order.ended_at || *order.ended_at < *item.ended_at))
    order.ended_at = item.ended_at;
}

StatedFacts facts_of(PageOrder order, Instant now) {
  StatedFacts facts = std::move(order.facts);
  if (!order.titles.empty()) facts.title = joined(order.titles);
  if (!facts.price) facts.price = order.items;
  Glimpse glimpse;
  glimpse.at = order.ended_at.value_or(now);
  glimpse.shipped = is_on_its_way(order.status);
  glimpse.delivered = order.status == PageStatus::delivered;
  add_end(order, glimpse);
  glimpse.notes = std::move(order.notes);
  facts.glimpse = std::move(glimpse);
  return facts;
}

bool is_on_its_way(std::optional<PageStatus> status) {
  return status == PageStatus::shipped || status == PageStatus::partially_shipped ||
         status == PageStatus::ready_for_pickup || status == PageStatus::in_dispute;
}

bool is_in_dispute(const PageOrder& order) { return order.status == PageStatus::in_dispute; }

}  // namespace aliprotect
