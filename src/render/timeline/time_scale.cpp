#include "render/timeline/time_scale.h"

#include <algorithm>

namespace aliprotect {
namespace {

/// Returns the index of the one of `columns` equal parts of `range` that contains `at`.
std::size_t part_of(Instant at, const TimeRange& range, std::size_t columns) {
  const auto length = static_cast<std::size_t>((range.until - range.from).count());
  const auto passed = static_cast<std::size_t>((at - range.from).count());
  if (length == 0 || columns == 0) return 0;
  return std::min(passed * columns / length, columns - 1);
}

}  // namespace

TimeScale::TimeScale(TimeRange range, Instant now, std::size_t columns)
    : range_(range), now_(now), columns_(columns) {
  if (!range.contains(now)) return;
  today_ = std::clamp<std::size_t>(part_of(now, range, columns), 1, columns - 2);
}

std::size_t TimeScale::column_of(Instant at) const {
  at = std::clamp(at, range_.from, range_.until);
  if (!today_) return part_of(at, range_, columns_);
  if (at <= now_) {
    const bool just_come = at == now_;
    return just_come ? *today_ - 1 : part_of(at, {range_.from, now_}, *today_);
  }
  return *today_ + 1 + part_of(at, {now_, range_.until}, columns_ - *today_ - 1);
}

}  // namespace aliprotect
