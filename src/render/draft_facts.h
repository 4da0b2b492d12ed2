#pragma once

#include <optional>
#include <string>

#include "rules/assessed_order.h"

namespace aliprotect {

/// The facts of one order for a message. Texts are empty if a fact is absent. Dates are in `zone`.
struct DraftFacts {
  const AssessedOrder& of;
  const Zone& zone;
  const Order& order = of.order;
  const Clocks& clocks = of.protection.clocks;
  /// The current dispute; null if it was cancelled.
  const Dispute* dispute = dispute_to_mention(of.order);

  std::string date(std::optional<Instant> at) const;
  /// Returns the last full date before an end: midnight belongs to the day before.
  std::string last_date(std::optional<Instant> end) const;
  /// Returns the whole days since `at`: `1 day`; empty on the first day.
  std::string days_since(std::optional<Instant> at) const;

  /// Whether `closes` is ahead and no dispute keeps the order open.
  bool protection_runs() const;
  /// Returns the time until `closes`: `2 days`, `less than a day`.
  std::string days_left() const;

  /// Returns when the first parcel arrived.
  std::optional<Instant> first_arrival() const;
  /// Whether delivered goods were inspected as bad.
  bool bad() const;
  /// Returns the notes from the first arrival until the dispute, without a full stop at the end.
  std::string findings() const;
  /// Whether goods are missing and no dispute has another reason.
  bool not_received() const;
  bool not_as_described() const;

 private:
  static const Dispute* dispute_to_mention(const Order& order);
};

}  // namespace aliprotect
