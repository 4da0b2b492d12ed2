#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// A point in time: whole seconds of UTC since 1970.
using Instant = std::chrono::sys_seconds;
using Seconds = std::chrono::seconds;
/// A day is always 86,400 s, never a calendar day (domain 3).
using Days = std::chrono::days;

/// Instants that are read lie in [first_instant, last_instant]: 1970-01-01 to 2999-12-31, UTC.
extern const Instant first_instant;
extern const Instant last_instant;

/// Which second a date without a time means: a beginning its first, an end its last (domain 3).
enum class Bound { begin, end };

/// A time zone: an IANA zone of the system's database, or a POSIX rule such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`. A cheap handle; the database is read when one is made, so make one
/// only when a zone is needed.
class Zone {
 public:
  /// Throws UserError (usage) that names `name` when it is neither an IANA name nor a POSIX rule.
  static Zone named(std::string_view name);
  /// The machine's zone. Throws UserError when it cannot be told; never falls back to UTC silently.
  static Zone system();
  static Zone utc();

  const std::string& name() const;
  std::chrono::local_seconds to_local(Instant at) const;

  /// The instants that a wall clock shows as `local`: none in the gap of summer time, else one or
  /// two.
  struct Reading {
    std::optional<Instant> earlier;
    std::optional<Instant>
        later;  ///< Set together with `earlier`; differs from it for a repeated hour.
  };
  Reading to_instants(std::chrono::local_seconds local) const;

 private:
  struct Rules;
  explicit Zone(std::shared_ptr<const Rules> rules);
  std::shared_ptr<const Rules> rules_;
};

/// A time as a person typed it, and what should be said about it (a repeated hour); else empty.
struct TypedTime {
  Instant at;
  std::string remark;
};

/// Reads WHEN (cli 1). A date alone is a bound of that day in `zone`. Throws UserError (usage).
TypedTime read_when(std::string_view text, Bound bound, Instant now, const Zone& zone);

/// Whether reading `text` asks for a zone: relative times and those with `Z` or an offset do not.
bool needs_zone(std::string_view text);

/// Reads a length of time: `4d`, `36h`, `2w`, `1d 12h`. Throws UserError (usage).
Seconds read_duration(std::string_view text);
/// The same in one unit, the largest that it is a multiple of: `4d`, `36h`.
std::string to_duration(Seconds length);

/// `2026-12-15T08:30:00Z`: the one form of JSON and of the store's exports.
std::string to_rfc3339(Instant at);
/// The same, appended to `out`.
void append_rfc3339(std::string& out, Instant at);
/// Reads RFC 3339 with `Z` or an offset, to the second; nothing else.
std::optional<Instant> from_rfc3339(std::string_view text);

/// `Tue 2026-12-15 08:30` in `zone`, its seconds left out; the date alone where the time is such a
/// bound of its day.
std::string to_text(Instant at, Bound bound, const Zone& zone);

/// The same, shorter: `Tue 15 Dec 08:30`, with its year where `now` is half a year away or more.
std::string to_short_text(Instant at, Bound bound, Instant now, const Zone& zone);

/// The distance from `now` in words: `in 2 d 4 h`, `3 d ago`, `now`.
std::string to_distance(Instant at, Instant now);

/// Whole days from `now` until `at`, rounded down: negative once passed (cli 3, `days_left`).
std::int64_t days_left(Instant at, Instant now);

}  // namespace aliprotect
