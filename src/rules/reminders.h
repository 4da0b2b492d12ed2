#pragma once

#include <optional>
#include <vector>

#include "aliprotect/reminder.h"

namespace aliprotect {

struct ReminderQuery {
  std::vector<Seconds> leads;       ///< lead times; at least one, each greater than zero
  std::vector<DeadlineKind> kinds;  ///< empty: all
};

/// A reminder to send, and the reminders that it replaces: missed ones with longer lead times, and
/// those of a `deadline` at the same instant as `closes`.
struct DueReminder {
  Reminder reminder;
  std::vector<Reminder> covers;  ///< including itself
};

/// Returns the reminders to send for deadlines ahead: those whose lead time has begun (at - lead <=
/// now) and that have not been sent. Returns one for each deadline, with the shortest such lead
/// time.
std::vector<DueReminder> reminders_ahead(std::vector<Deadline> ahead, Instant now,
                                         const ReminderQuery& query,
                                         const std::vector<SentReminder>& sent);

/// Returns the report of an alleged delivery when the next step becomes `check_delivery`, unless it
/// was already sent.
std::optional<DueReminder> claim_reminder(const Order& order, const Protection& protection,
                                          const ReminderQuery& query,
                                          const std::vector<SentReminder>& sent);

/// Returns the report of an order that closed automatically without delivery, unless it was already
/// sent or the order closed long ago.
std::optional<DueReminder> loss_reminder(const Clocks& clocks, Status status, Instant now,
                                         const ReminderQuery& query,
                                         const std::vector<SentReminder>& sent);

}  // namespace aliprotect
