#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/merge/row.h"
#include "import/text/end_reason.h"
#include "import/text/page_status.h"

namespace aliprotect {

/// The facts about an order, or one item of it, on a page of AliExpress or in an export of one.
struct PageOrder {
  OrderPatch facts;
  std::vector<std::string> titles;  ///< the titles of the items
  std::vector<std::string> notes;   ///< without their times
  std::optional<Money> items;       ///< the sum of the items' prices
  bool items_unknown = false;       ///< the price of an item is missing from `items`
  std::vector<Money> totals;        ///< the totals of the rows, if there are several
  std::optional<PageStatus> status;
  bool received =
      false;  ///< the buyer has the goods; a status alone only repeats the carrier's report
  std::optional<EndReason> end_reason;
  std::optional<Instant> ended_at;
};

/// Adds another item of the same order: titles are listed, prices added up, the earliest of several
/// ends is kept, and the order has ended only if all of its items have. Returns false if the prices
/// cannot be added; the order then has none.
bool add_item(PageOrder& order, PageOrder&& item);

/// Adds a parcel, or completes the one with the same tracking number.
void add_parcel(std::vector<StatedParcel>& parcels, StatedParcel&& other);

/// Returns the order's facts. A status without a date counts from the trade's end, or else from
/// `now`.
OrderPatch facts_of(PageOrder order, Instant now);

/// Whether all or some of the goods are on their way.
bool is_on_its_way(std::optional<PageStatus> status);

/// Whether the page says that a dispute is open. A list of orders shows no details of it.
bool is_in_dispute(const PageOrder& order);

}  // namespace aliprotect
