#pragma once

#include <cstddef>
#include <optional>

#include "aliprotect/time.h"

namespace aliprotect {

/// What a picture shows of time; `from` is before `until`.
struct TimeRange {
  Instant from;
  Instant until;

  bool contains(Instant at) const { return from <= at && at <= until; }
  bool operator==(const TimeRange&) const = default;
};

/// Instants as columns, of a terminal or of a drawing; at least 3. The present has a column of its
/// own: what has come stands left of it and what is ahead right of it, however little is left.
class TimeScale {
 public:
  TimeScale(TimeRange range, Instant now, std::size_t columns);

  const TimeRange& range() const { return range_; }
  std::size_t columns() const { return columns_; }
  /// The column of the present; none where it is not in the range.
  std::optional<std::size_t> today() const { return today_; }
  /// Never decreases as `at` advances; the first or the last column for what is out of range.
  std::size_t column_of(Instant at) const;

 private:
  TimeRange range_;
  Instant now_;
  std::size_t columns_;
  std::optional<std::size_t> today_;
};

}  // namespace aliprotect
