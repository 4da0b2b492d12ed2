#pragma once

#include <algorithm>
#include <functional>
#include <optional>

#include "aliprotect/order.h"
#include "import/table/table_layout.h"

namespace aliprotect {

/// The options for reading files.
struct Reading {
  Instant now;
  std::optional<Instant> written_at{};  ///< when the file was last modified, if known
  std::function<Zone()> users_zone;     ///< called if a file has times without a zone
  std::optional<Zone> zone;             ///< replaces that of the layout
  DateOrder dates = DateOrder::unknown;
  std::optional<Currency> currency;  ///< the currency of prices without one
  std::optional<OrderNumber> order;  ///< the order for files without an order number
  ColumnMap map;                     ///< the columns chosen with --map

  /// Returns the time from which countdowns in the file count.
  Instant written() const { return std::min(written_at.value_or(now), now); }
};

/// Returns the zone of times that do not state one.
Zone zone_of(const Reading& reading, Clock clock);

}  // namespace aliprotect
