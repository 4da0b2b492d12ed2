#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "rules/assessed_order.h"

namespace aliprotect {

/// One deadline of an order in a calendar.
struct Announcement {
  DeadlineKind kind;
  bool last_chance = false;  ///< the end of the grace, in addition to `closes` before it
  Instant at;                ///< if cancelled: the latest time it ever had
  bool cancelled = false;
  bool has_alarms = false;  ///< not if it has passed, or `closes` is at the same instant

  bool operator==(const Announcement&) const = default;
};

/// How long passed deadlines are still exported, so that a calendar that mirrors the file keeps
/// some history.
inline constexpr Days past_deadlines_exported{30};

/// Finds the deadlines of an order to export to calendars, whatever was exported before: those that
/// apply, and, as cancelled, those that no longer apply if a time they ever had is still ahead. See
/// docs/calendar.md.
class Announcements {
 public:
  /// Adds an earlier state of the order. The sequence of calls does not matter.
  void add_former_state(const Order& former, const Policy& policy);

  /// Returns the deadlines of the order, soonest first.
  std::vector<Announcement> of(const AssessedOrder& order) const;
  /// Returns the deadlines of a deleted order, all of them cancelled.
  std::vector<Announcement> for_deleted(Instant now) const;

 private:
  using Key = std::pair<DeadlineKind, bool>;
  void add_former_state(const ScheduledDeadline& deadline);

  struct Known {
    Instant latest;  ///< the latest time that it ever had
    Instant since;   ///< it was not exported before
  };
  std::map<Key, Known> known_;  ///< each deadline that ever existed
};

/// Returns a revision number that rises with each change of an order's exported events.
/// `last_entry` is the last log entry that changed the order or its rule set. It rises once more
/// when the order closes automatically.
std::int64_t revision(std::int64_t last_entry, Status status);

}  // namespace aliprotect
