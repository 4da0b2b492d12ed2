#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "commands/support/context.h"
#include "render/order_list.h"
#include "rules/order_sum.h"

namespace aliprotect {

/// The value to sort by. Orders without one come last; ties are sorted by order number.
struct SortKey {
  std::optional<std::int64_t> rank;
  std::optional<std::string> text;
};

/// Which orders a command lists, and how.
struct Listing {
  Selection selection;
  std::function<bool(const AssessedOrder&)> wanted = [](const AssessedOrder&) { return true; };
  /// None: sorted by id, printed while they are read.
  std::function<SortKey(const AssessedOrder&)> sort_key;
  bool reverse = false;
  std::optional<std::size_t> limit;
  ListLayout layout;
};

struct Listed {
  std::size_t count = 0;
  OrderSum at_risk;

  void add(const AssessedOrder& order);
};

/// The first orders of a sorted listing, and the totals of all its orders.
struct Foremost {
  std::vector<Order> orders;
  Listed all;
};

/// Collects the first `count` orders of a listing, which has a sort key.
class ForemostOrders {
 public:
  ForemostOrders(const Listing& listing, std::size_t count) : listing_(listing), count_(count) {}

  void add(const AssessedOrder& of);
  /// Returns what was collected; the collector is empty afterwards.
  Foremost take();

 private:
  void drop_all_but_first();

  struct Kept {
    SortKey key;
    Order order;
  };
  const Listing& listing_;
  std::size_t count_;
  std::vector<Kept> kept_;
  Listed all_;
};

/// Reads the orders of the listing, which has a sort key, and keeps the first `count`.
Foremost read_foremost(Context& context, Store& store, const Listing& listing, std::size_t count);

/// Reads `--limit`. Throws UserError (usage).
std::optional<std::size_t> read_limit(const std::optional<std::string>& limit);

/// Calls `visit` with each order of the listing, unsorted.
void read_wanted(Context& context, Store& store, const Listing& listing,
                 const std::function<void(const AssessedOrder&)>& visit);

/// Prints the listing, and in tables a line with its totals. The orders are never all in memory.
Listed print_listing(Context& context, Store& store, const Listing& listing);

/// Prints the listing, or an empty one if there is no store. On a terminal, prints `when_none` if
/// it is empty.
Listed list_orders(Context& context, const Listing& listing, const std::string& when_none);

/// Returns a list in the run's format; `end` must be called.
std::unique_ptr<OrderList> open_list(Context& context, const ListLayout& layout);

/// Returns `3 orders · money at risk: 12.34 USD`.
std::string format_listed(const Listed& listed);

/// Prints these totals as a line below a table that is not empty.
void print_sum(Context& context, const Listed& listed);

/// Prints the sentence in place of an empty table, only on a terminal.
void say_empty(Context& context, const std::string& sentence);

}  // namespace aliprotect
