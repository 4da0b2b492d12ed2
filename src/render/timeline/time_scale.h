#pragma once

#include <cstddef>
#include <optional>

#include "aliprotect/time.h"

namespace aliprotect {

/// The time range of a chart; `from` is before `until`.
struct TimeRange {
  Instant from;
  Instant until;

  bool contains(Instant at) const { return from <= at && at <= until; }
  bool operator==(const TimeRange&) const = default;
};

/// Maps instants to at least 3 columns of a terminal or drawing. The present has its own column:
/// the past is always left of it and the future right of it.
class TimeScale {
 public:
  TimeScale(TimeRange range, Instant now, std::size_t columns);

  const TimeRange& range() const { return range_; }
  std::size_t columns() const { return columns_; }
  /// Returns the column of the present; nullopt if it is outside the range.
  std::optional<std::size_t> today() const { return today_; }
  /// Returns the column of `at`; the first or last column if it is outside the range. Never
  /// decreases as `at` advances.
  std::size_t column_of(Instant at) const;

 private:
  TimeRange range_;
  Instant now_;
  std::size_t columns_;
  std::optional<std::size_t> today_;
};

}  // namespace aliprotect
