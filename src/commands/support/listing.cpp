#include "commands/support/listing.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "commands/support/assessed.h"
#include "commands/support/reading.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

/// Up to this many orders are kept while sorting; if there are more, they are read a second time.
constexpr std::size_t most_kept = 8'000;

/// The values needed to sort an order.
struct Place {
  SortKey key;
  std::string number;
  OrderId id;
  std::size_t index;  ///< its index among the matching orders
};

/// Orders without the value come last in both directions; ties are broken by order number.
bool comes_before(const SortKey& a, const std::string& a_number, const SortKey& b,
                  const std::string& b_number, bool reverse) {
  const bool a_lacks = !a.rank && !a.text;
  const bool b_lacks = !b.rank && !b.text;
  if (a_lacks != b_lacks) return b_lacks;
  const auto order = std::tie(a.text, a.rank) <=> std::tie(b.text, b.rank);
  if (order != 0) return reverse ? order > 0 : order < 0;
  return a_number < b_number;
}

Place place_of(const Listing& listing, const AssessedOrder& of, std::size_t index) {
  return {listing.sort_key(of), of.order.number.text(), of.order.id, index};
}

/// The matching orders, sorted.
struct Sorted {
  std::vector<Place> places;
  std::vector<Order> kept;  ///< by index; empty if there are too many
};

Sorted sorted(Context& context, Store& store, const Listing& listing) {
  Sorted found;
  std::vector<Place>& places = found.places;
  std::vector<Order>& kept = found.kept;
  read_wanted(context, store, listing, [&](const AssessedOrder& of) {
    if (places.size() < most_kept) kept.push_back(of.order);
    if (places.size() == most_kept) kept = {};
    places.push_back(place_of(listing, of, places.size()));
  });
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    return comes_before(a.key, a.number, b.key, b.number, listing.reverse);
  });
  if (listing.limit && places.size() > *listing.limit) places.resize(*listing.limit);
  return found;
}

/// Visits the orders sorted by the listing's sort key.
void visit_sorted(Context& context, Store& store, const Listing& listing,
                  const Store::Visit& visit) {
  Sorted found = sorted(context, store, listing);
  if (!found.kept.empty()) {
    for (const Place& place : found.places) visit(found.kept[place.index]);
    return;
  }
  std::vector<OrderId> ids;
  ids.reserve(found.places.size());
  for (const Place& place : found.places) ids.push_back(place.id);
  store.read(ids, visit);
}

}  // namespace

std::optional<std::size_t> read_limit(const std::optional<std::string>& limit) {
  if (!limit) return std::nullopt;
  return static_cast<std::size_t>(read_number("--limit", *limit, 0, 999'999'999));
}

void read_wanted(Context& context, Store& store, const Listing& listing,
                 const std::function<void(const AssessedOrder&)>& visit) {
  store.read(listing.selection, [&](const Order& order) {
    const AssessedOrder of = assessed(context, order);
    if (listing.wanted(of)) visit(of);
    return true;
  });
}

void Listed::add(const AssessedOrder& order) {
  ++count;
  if (order.protection.at_risk) at_risk.add(order.order);
}

std::unique_ptr<OrderList> open_list(Context& context, const ListLayout& layout) {
  return make_order_list(
      context.format, layout, context.style, [&context]() -> const Zone& { return context.zone(); },
      context.out);
}

void ForemostOrders::drop_all_but_first() {
  std::sort(kept_.begin(), kept_.end(), [&](const Kept& a, const Kept& b) {
    return comes_before(a.key, a.order.number.text(), b.key, b.order.number.text(),
                        listing_.reverse);
  });
  if (kept_.size() > count_)
    kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(count_), kept_.end());
}

void ForemostOrders::add(const AssessedOrder& of) {
  all_.add(of);
  kept_.push_back({listing_.sort_key(of), of.order});
  if (kept_.size() > 2 * count_ + 1'000) drop_all_but_first();
}

Foremost ForemostOrders::take() {
  drop_all_but_first();
  Foremost foremost;
  for (Kept& each : kept_) foremost.orders.push_back(std::move(each.order));
  foremost.all = std::exchange(all_, {});
  kept_.clear();
  return foremost;
}

Foremost read_foremost(Context& context, Store& store, const Listing& listing, std::size_t count) {
  ForemostOrders foremost(listing, count);
  read_wanted(context, store, listing, [&](const AssessedOrder& of) { foremost.add(of); });
  return foremost.take();
}

Listed print_listing(Context& context, Store& store, const Listing& listing) {
  Listed listed;
  const auto list = open_list(context, listing.layout);
  const auto print = [&](const AssessedOrder& of) {
    list->add(of);
    listed.add(of);
    return !listing.limit || listed.count < *listing.limit;
  };
  if (listing.sort_key) {
    visit_sorted(context, store, listing,
                 [&](const Order& order) { return print(assessed(context, order)); });
  } else if (listing.limit != 0) {
    read_in_parallel(store, listing.selection, [&](const Order& order) {
      const AssessedOrder of = assessed(context, order);
      return !listing.wanted(of) || print(of);
    });
  }
  list->end();
  print_sum(context, listed);
  return listed;
}

Listed list_orders(Context& context, const Listing& listing, const std::string& when_none) {
  Store* store = context.store_to_read();
  if (!store) {
    open_list(context, listing.layout)->end();
    return {};
  }
  const Listed listed = print_listing(context, *store, listing);
  if (listed.count == 0) say_empty(context, when_none);
  return listed;
}

void print_sum(Context& context, const Listed& listed) {
  if (context.format != Format::table || listed.count == 0) return;
  context.out.write(format_listed(listed) + "\n");
}

std::string format_listed(const Listed& listed) {
  return format_count(listed.count, "order") +
         " · money at risk: " + format_order_sum(listed.at_risk);
}

void say_empty(Context& context, const std::string& sentence) {
  if (context.format == Format::table && context.style.terminal) context.out.write(sentence + "\n");
}

}  // namespace aliprotect
