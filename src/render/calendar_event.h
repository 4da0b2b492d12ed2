#pragma once

#include <vector>

#include "export/calendar.h"
#include "rules/announcements.h"

namespace aliprotect {

/// What all events of one order share.
struct EventSource {
  const AssessedOrder& of;
  bool removed = false;  ///< it is recorded no more
  std::int64_t revision = 0;
  Instant changed;  ///< when it was last changed
  const Zone& zone;
  const std::vector<Seconds>& alarms;
};

/// The event in a calendar that tells `announcement` (docs/calendar.md).
CalendarEvent calendar_event(const EventSource& source, const Announcement& announcement);

}  // namespace aliprotect
