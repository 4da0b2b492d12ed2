#pragma once

#include <optional>
#include <string>

#include "rules/assessed_order.h"

namespace aliprotect {

/// One order as its messages tell it. A text that is empty has nothing to tell; days are dates in
/// `zone`.
struct DraftFacts {
  const AssessedOrder& of;
  const Zone& zone;
  const Order& order = of.order;
  const Clocks& clocks = of.protection.clocks;
  /// Open, or with its outcome; else null: a cancelled one is over and done with.
  const Dispute* dispute = dispute_to_tell(of.order);

  std::string date(std::optional<Instant> at) const;
  /// The last day before an end: one at midnight is over with the day before.
  std::string last_date(std::optional<Instant> end) const;
  /// Whole days since `at`: `1 day`; empty within the first.
  std::string days_since(std::optional<Instant> at) const;

  /// `closes` is ahead, and moved by nothing.
  bool protection_runs() const;
  /// Until `closes`: `2 days`, `less than a day`.
  std::string days_left() const;

  /// When the first of the parcels came.
  std::optional<Instant> first_arrival() const;
  /// What came was inspected as bad.
  bool bad() const;
  /// The notes from the first arrival until the dispute, without a full stop at the end.
  std::string findings() const;
  /// Not all has come, and no dispute is about anything else.
  bool not_received() const;
  bool not_as_described() const;

 private:
  static const Dispute* dispute_to_tell(const Order& order);
};

}  // namespace aliprotect
