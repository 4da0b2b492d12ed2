#pragma once

#include "rules/assessed_order.h"
#include "rules/order_sum.h"

namespace aliprotect {

/// Whether the goods arrived by their deadline.
enum class Arrival {
  undecided,  ///< the deadline is ahead or unknown, nothing was shipped, or the arrival date is
              ///< unknown
  on_time,    ///< delivered, or receipt confirmed, by the deadline
  late,       ///< delivered after the deadline, or overdue
};

/// Also judges finished orders; cancelled ones are undecided. For orders that are not finished,
/// `late` equals `is_late`.
Arrival arrival_of(const Order& order, const Clocks& clocks, Instant now);

/// The number of late arrivals and of all decided ones.
struct ArrivalFigures {
  std::size_t late = 0;
  std::size_t decided = 0;

  void add(Arrival arrival);
};

/// Counts every dispute of an order, not only the current one.
struct DisputeFigures {
  std::size_t opened = 0;
  std::size_t decided = 0;  ///< disputes with an outcome
  std::size_t won = 0;      ///< decided disputes with a full or partial refund
  Totals refunds;  ///< refunds of won disputes; a full one without an amount counts as the price
  std::size_t without_amount = 0;  ///< won disputes that are missing in `refunds`

  void add(const Order& order);
};

/// Orders in which a carrier reported a delivery.
struct ReportFigures {
  std::size_t orders = 0;
  std::size_t wrong = 0;  ///< those with a report that was disputed (see `is_report_disputed`)

  void add(const Order& order);
};

/// Whether the carrier reported the parcel as delivered, and then a dispute for goods not received
/// was opened before the parcel arrived, if it did.
bool is_report_disputed(const Parcel& parcel, const Order& order);

/// The statistics of a set of orders.
struct Figures {
  OrderSum all;
  OrderSum at_risk;  ///< the orders whose money can still be lost
  ArrivalFigures arrivals;
  DisputeFigures disputes;
  ReportFigures reports;
  std::size_t completed_by_site = 0;  ///< orders with `completed_at`

  /// Throws UserError if the amounts are too large to add up.
  void add(const AssessedOrder& of);
};

/// Returns the refund of a dispute. A full refund without an amount is the price.
std::optional<Money> refund_of(const Dispute& dispute, const Order& order);

}  // namespace aliprotect
