#pragma once

#include <cstddef>
#include <cstdint>
#include <set>

#include "render/output.h"
#include "render/style.h"
#include "rules/assessed_order.h"
#include "rules/order_sum.h"

namespace aliprotect {

/// Prints reminders for a mail, a notification or a terminal, a few short lines each.
class Digest {
 public:
  Digest(const Style& style, const Zone& zone, Output& out)
      : style_(style), zone_(zone), out_(out) {}

  /// Prints `of.reminder`, which must be set. The advice on an order is printed once.
  void add(const AssessedOrder& of);
  /// Prints the line with the totals. An order with several reminders counts once.
  void end(std::size_t orders, const OrderSum& at_risk, const OrderSum& lost);

 private:
  const Style& style_;
  const Zone& zone_;
  Output& out_;
  std::set<std::int64_t> advised_;  ///< ids of the orders with advice
};

}  // namespace aliprotect
