#pragma once

#include <optional>
#include <vector>

#include "aliprotect/alarm.h"

namespace aliprotect {

struct AlarmQuestion {
  std::vector<Seconds> leads;       ///< at least one, each longer than nothing
  std::vector<DeadlineKind> kinds;  ///< none: all
};

/// An alarm to be told, and all that need not be told any more when it is: longer leads that were
/// missed, and the deadline of the seller at the instant of `closes`, which goes unnamed (domain
/// 10).
struct DueReminder {
  Alarm alarm;
  std::vector<Alarm> covers;  ///< itself among them
};

/// The alarms to be told of the deadlines that are ahead: those with a lead that has come,
/// at - lead <= now, and was not told. One for each deadline, with the shortest of those leads.
std::vector<DueReminder> reminders_ahead(std::vector<Deadline> ahead, Instant now,
                                         const AlarmQuestion& question,
                                         const std::vector<SentReminder>& told);

/// The alarm to be told of an order that closed by itself without its goods having come, once: not
/// where that was told already or was long ago.
std::optional<DueReminder> loss_reminder(const Clocks& clocks, Status status, Instant now,
                                         const AlarmQuestion& question,
                                         const std::vector<SentReminder>& told);

}  // namespace aliprotect
