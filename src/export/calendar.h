#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aliprotect/time.h"

namespace aliprotect {

/// One event of a calendar. Texts are UTF-8 without control characters but line feeds.
struct CalendarEvent {
  std::string uid;
  std::int64_t revision = 0;  ///< its SEQUENCE: the higher one is the newer
  bool cancelled = false;
  Instant at;
  Instant stamp;     ///< when this was written
  Instant modified;  ///< when what it tells was last changed
  std::string summary;
  std::string description;
  std::string category;
  std::vector<Seconds> alarms;  ///< so long before
};

/// iCalendar (RFC 5545, METHOD:PUBLISH), event after event: a calendar is the beginning, any
/// number of events, and the end. Lines are folded and end with CRLF.
void append_calendar_beginning(std::string& out);
void append_calendar_event(std::string& out, const CalendarEvent& event);
void append_calendar_end(std::string& out);

}  // namespace aliprotect
