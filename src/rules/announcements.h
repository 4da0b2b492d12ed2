#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "rules/assessed_order.h"

namespace aliprotect {

/// What a calendar is to be told of one deadline of an order.
struct Announcement {
  DeadlineKind kind;
  bool last_chance = false;  ///< the `closes` at which the grace ends, beside that before it
  Instant at;                ///< of one that fell away: the latest that it ever had
  bool fell_away = false;
  bool rings = false;  ///< ahead, and not named by another at the same instant (domain 10)

  bool operator==(const Announcement&) const = default;
};

/// For so long a deadline that has passed is still told, so that a calendar that is a copy of the
/// file can be looked back into.
inline constexpr Days looked_back{30};

/// Finds what calendars are to be told of an order, whatever was told to them before (calendar.md):
/// each deadline that stands, and those that fell away while one of the instants that they ever had
/// is ahead.
class Announcements {
 public:
  /// The order as it once stood; in any order.
  void remember(const Order& former, const Policy& policy);

  /// Soonest first.
  std::vector<Announcement> of(const AssessedOrder& order) const;
  /// Of an order that is recorded no more all has fallen away.
  std::vector<Announcement> of_removed(Instant now) const;

 private:
  using Key = std::pair<DeadlineKind, bool>;
  void remember(const ScheduledDeadline& deadline);

  std::map<Key, Instant> latest_;  ///< of each deadline that there ever was
};

/// Counts up with what is announced of an order: with each entry of the journal that changed it or
/// its rule set, of which `last_entry` is the last, and once more when it has closed by itself.
std::int64_t revision(std::int64_t last_entry, Status status);

}  // namespace aliprotect
