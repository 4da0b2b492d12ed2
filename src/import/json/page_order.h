#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/merge/row.h"
#include "import/text/end_reason.h"
#include "import/text/page_status.h"

namespace aliprotect {

/// What a page of AliExpress, or an export of one, says of an order or of one item of it.
struct PageOrder {
  OrderPatch facts;                 ///< what it states outright
  std::vector<std::string> titles;  ///< of the items
  std::vector<std::string> notes;   ///< without their times
  std::optional<Money> items;       ///< the sum of the items' prices
  std::vector<Money> totals;        ///< of the rows, where there are several
  std::optional<PageStatus> status;
  std::optional<EndReason> end_reason;
  std::optional<Instant> ended_at;
};

/// Adds what is said of another item of the same order: titles are listed, prices added up, of
/// several ends the earliest is kept, and the order has ended only when all of its items have.
/// Throws RowError where the prices cannot be added.
void add_item(PageOrder& order, PageOrder&& item);

/// Adds a parcel, or what more is said of it where its tracking number was named already.
void add_parcel(std::vector<StatedParcel>& parcels, StatedParcel&& other);

/// The facts that follow. What the page shows without a date counts as of its end, else as of
/// `now` (cli 5).
OrderPatch facts_of(PageOrder order, Instant now);

/// Whether goods are under way, or a part of them.
bool is_on_its_way(std::optional<PageStatus> status);

/// Whether the page says that a dispute is open, about which a list of orders tells no more.
bool is_in_dispute(const PageOrder& order);

}  // namespace aliprotect
