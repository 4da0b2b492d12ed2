#pragma once

#include "rules/assessed_order.h"
#include "rules/order_sum.h"

namespace aliprotect {

/// Whether the goods came by their deadline (domain 4).
enum class Arrival {
  undecided,  ///< the deadline is ahead or unknown, nothing was shipped, or nobody knows when it
              ///< came
  on_time,    ///< delivered, or receipt confirmed, at the deadline or before
  late,       ///< delivered after it, or not yet although it has passed
};

/// Finished orders are judged, too; the cancelled ones are undecided. Where an order is not
/// finished, `late` is what `is_late` says of it (domain 10).
Arrival arrival_of(const Order& order, const Clocks& clocks, Instant now);

/// How many of the decided arrivals were late: the late share.
struct ArrivalFigures {
  std::size_t late = 0;
  std::size_t decided = 0;

  void add(Arrival arrival);
};

/// Every dispute of an order counts, history as well.
struct DisputeFigures {
  std::size_t opened = 0;
  std::size_t decided = 0;  ///< those with an outcome
  std::size_t won = 0;      ///< of these, those refunded wholly or partly
  Totals refunds;           ///< of the won ones; a full refund without an amount is the price
  std::size_t without_amount = 0;  ///< of the won ones; they are in no total

  void add(const Order& order);
};

/// What a number of orders come to.
struct Figures {
  OrderSum all;
  OrderSum at_risk;  ///< those whose money can still be lost (domain 9)
  ArrivalFigures arrivals;
  DisputeFigures disputes;

  /// Throws UserError where amounts are too large to be added up.
  void add(const AssessedOrder& of);
};

/// What a dispute brought back; a full refund without an amount is the price (cli 6).
std::optional<Money> refund_of(const Dispute& dispute, const Order& order);

}  // namespace aliprotect
