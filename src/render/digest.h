#pragma once

#include <cstddef>

#include "render/output.h"
#include "render/style.h"
#include "rules/assessed_order.h"
#include "rules/order_sum.h"

namespace aliprotect {

/// Prints alarms for a person to read in a mail, a notice or a terminal: a few short lines each.
class Digest {
 public:
  Digest(const Style& style, const Zone& zone, Output& out)
      : style_(style), zone_(zone), out_(out) {}

  /// `of.alarm` is what is told.
  void add(const AssessedOrder& of);
  /// The line with what all orders sum to; an order of several alarms counts once.
  void end(std::size_t orders, const OrderSum& at_risk, const OrderSum& lost);

 private:
  const Style& style_;
  const Zone& zone_;
  Output& out_;
};

}  // namespace aliprotect
