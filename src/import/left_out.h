#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "import/row.h"
#include "import/stated_facts.h"

namespace aliprotect {

/// What a row says and cannot be recorded, though the row can.
struct LeftOut {
  bool price = false;       ///< nothing tells its currency, as of the next two
  bool item_price = false;  ///< no matter where a total is known
  bool sale_price = false;
  std::string currency{};  ///< what stands there for it and is not known
  bool delivery = false;   ///< a date that is no delivery, or none yet

  void add(LeftOut&& other);
};

/// Leaves out a date on which nothing has been delivered.
void leave_out(std::optional<Instant>& delivered_at, LeftOut& left_out);
/// The same of one that is still to come at `now`.
void leave_out_ahead(std::optional<Instant>& delivered_at, Instant now, LeftOut& left_out);
/// The same of a delivery that is stated without parcels: with some, it only says again when the
/// last of them came.
void leave_out_ahead(StatedFacts& facts, Instant now, LeftOut& left_out);

/// Counts what was left out of an order, whose total may be known.
void remark_on(const LeftOut& left_out, bool knows_total, Remarks& remarks);

}  // namespace aliprotect
