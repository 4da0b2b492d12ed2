#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "import/merge/order_patch.h"
#include "import/merge/row.h"

namespace aliprotect {

/// What a row says and cannot be recorded, though the row can.
struct SkippedValues {
  bool price = false;       ///< nothing tells its currency, as of the next two
  bool item_price = false;  ///< no matter where a total is known
  bool sale_price = false;
  std::string currency{};  ///< what stands there for it and is not known
  bool delivery = false;   ///< a date that is no delivery, or none yet

  void add(SkippedValues&& other);
};

/// Leaves out a date on which nothing has been delivered.
void leave_out(std::optional<Instant>& delivered_at, SkippedValues& skipped_values);
/// The same of one that is still to come at `now`.
void leave_out_ahead(std::optional<Instant>& delivered_at, Instant now,
                     SkippedValues& skipped_values);
/// The same of a delivery that is stated without parcels: with some, it only says again when the
/// last of them came.
void leave_out_ahead(OrderPatch& facts, Instant now, SkippedValues& skipped_values);

/// Counts what was left out of an order, whose total may be known.
void remark_on(const SkippedValues& skipped_values, bool knows_total, Remarks& remarks);

}  // namespace aliprotect
