#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// A point in time: whole UTC seconds since 1970.
using Instant = std::chrono::sys_seconds;
using Seconds = std::chrono::seconds;
/// A day is always 86,400 s, not a calendar day. Source: aliprotect-rules(7).
using Days = std::chrono::days;

/// The range of accepted instants: 1970-01-01 to 2999-12-31, UTC.
extern const Instant first_instant;
extern const Instant last_instant;

/// Which second a date without a time means: the first of the day or the last.
enum class Bound { begin, end };

/// A time zone: an IANA zone of the system's database, or a POSIX rule such as
/// `CET-1CEST,M3.5.0,M10.5.0/3`. Copying is cheap; creating one reads the database.
class Zone {
 public:
  /// Throws UserError (usage) if `name` is neither an IANA name nor a POSIX rule.
  static Zone named(std::string_view name);
  /// The system's zone. Throws UserError if it is unknown; never falls back to UTC silently.
  static Zone system();
  static Zone utc();

  const std::string& name() const;
  std::chrono::local_seconds to_local(Instant at) const;

  /// The instants at which a local clock shows a given time: none in a daylight saving gap,
  /// otherwise one or two.
  struct Reading {
    std::optional<Instant> earlier;
    std::optional<Instant> later;  ///< differs from `earlier` only in a repeated hour
  };
  Reading to_instants(std::chrono::local_seconds local) const;

 private:
  struct Rules;
  explicit Zone(std::shared_ptr<const Rules> rules);
  std::shared_ptr<const Rules> rules_;
};

/// An entered time, with a remark if the local time occurs twice.
struct TypedTime {
  Instant at;
  std::string remark;
};

/// Parses WHEN; see aliprotect(1), "WHEN". A date without a time is a bound of that day in `zone`.
/// Throws UserError (usage).
TypedTime read_when(std::string_view text, Bound bound, Instant now, const Zone& zone);

/// Whether parsing `text` needs a zone: relative times and those with `Z` or an offset do not.
bool needs_zone(std::string_view text);

/// Parses a duration: `4d`, `36h`, `2w`, `1d 12h`. Throws UserError (usage).
Seconds read_duration(std::string_view text);
/// Formats a duration in the largest unit that divides it: `4d`, `36h`.
std::string to_duration(Seconds length);

/// `2026-12-15T08:30:00Z`: the format of all times in JSON and CSV.
std::string to_rfc3339(Instant at);
/// Appends `to_rfc3339(at)` to `out`.
void append_rfc3339(std::string& out, Instant at);
/// Parses RFC 3339 with seconds and `Z` or an offset; returns nullopt for any other text.
std::optional<Instant> from_rfc3339(std::string_view text);

/// `Tue 2026-12-15 08:30` in `zone`, without seconds; only the date if the time is that bound of
/// its day.
std::string to_text(Instant at, Bound bound, const Zone& zone);

/// `Tue 15 Dec 08:30`, with the year if `now` is at least half a year away; otherwise like
/// `to_text`.
std::string to_short_text(Instant at, Bound bound, Instant now, const Zone& zone);

/// The time between `now` and `at`: `in 2 d 4 h`, `3 d ago`, `now`.
std::string to_distance(Instant at, Instant now);

/// Whole days from `now` until `at`, rounded down; negative once `at` has passed.
std::int64_t days_left(Instant at, Instant now);

}  // namespace aliprotect
