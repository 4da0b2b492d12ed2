#pragma once

#include <vector>

#include "export/calendar.h"
#include "rules/announcements.h"

namespace aliprotect {

/// The data shared by all events of one order.
struct EventSource {
  const AssessedOrder& of;
  bool removed = false;  ///< the order has been deleted
  std::int64_t revision = 0;
  Instant changed;  ///< when it was last changed
  const Zone& zone;
  const std::vector<Seconds>& alarms;
};

/// Returns the calendar event for `announcement`; see docs/calendar.md.
CalendarEvent calendar_event(const EventSource& source, const Announcement& announcement);

}  // namespace aliprotect
