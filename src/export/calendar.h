#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aliprotect/time.h"

namespace aliprotect {

/// One event of a calendar. Texts are UTF-8; line feeds are the only control characters.
struct CalendarEvent {
  std::string uid;
  std::int64_t revision = 0;  ///< the SEQUENCE: higher is newer
  bool cancelled = false;
  Instant at;
  Instant stamp;     ///< when this event was exported
  Instant modified;  ///< when its data last changed
  std::string summary;
  std::string description;
  std::string category;
  std::vector<Seconds> alarms;  ///< times before the event
};

/// Write iCalendar (RFC 5545, METHOD:PUBLISH) event by event: the beginning, any number of events,
/// then the end. Lines are folded and end with CRLF.
void append_calendar_beginning(std::string& out);
void append_calendar_event(std::string& out, const CalendarEvent& event);
void append_calendar_end(std::string& out);

}  // namespace aliprotect
