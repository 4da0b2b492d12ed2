#include "import/reading.h"

namespace aliprotect {

Zone zone_of(const Reading& reading, Clock clock) {
  if (reading.zone) return *reading.zone;
  switch (clock) {
    case Clock::pacific:
      return Zone::named("America/Los_Angeles");
    case Clock::utc:
      return Zone::utc();
    case Clock::users:
      break;
  }
  return reading.users_zone();
}

}  // namespace aliprotect
