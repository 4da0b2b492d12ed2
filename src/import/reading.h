#pragma once

#include <functional>
#include <optional>

#include "aliprotect/order.h"
#include "import/table/table_layout.h"

namespace aliprotect {

/// What the command line says of the files to be read.
struct Reading {
  Instant now;
  std::function<Zone()> users_zone;  ///< asked for when a file has times without a zone
  std::optional<Zone> zone;          ///< takes the place of the file's own (cli 5)
  DateOrder dates = DateOrder::unknown;
  std::optional<Currency> currency;  ///< of prices without one
  std::optional<OrderNumber> order;  ///< of files that name none
  ColumnMap map;                     ///< of tables
};

/// The zone of times without one.
Zone zone_of(const Reading& reading, Clock clock);

}  // namespace aliprotect
