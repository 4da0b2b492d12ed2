#pragma once

#include <cstddef>
#include <vector>

#include "render/timeline/order_bar.h"
#include "render/timeline/time_scale.h"

namespace aliprotect {

// The positions of a timeline's bars, for the terminal and the report.

/// A span of columns; both ends are included.
struct PlacedSpan {
  BarPart part;
  std::size_t first;
  std::size_t last;

  bool operator==(const PlacedSpan&) const = default;
};

struct PlacedMark {
  BarMark mark;
  std::size_t column;

  bool operator==(const PlacedMark&) const = default;
};

/// How a bar ends at an edge of the chart.
enum class BarEnd {
  inside,
  beyond,   ///< it continues outside
  unknown,  ///< its end is unknown
};

struct PlacedBar {
  std::vector<PlacedSpan> spans;  ///< later ones are drawn over earlier ones
  std::vector<PlacedMark> marks;  ///< later ones are drawn over earlier ones
  BarEnd begins = BarEnd::inside;
  BarEnd ends = BarEnd::inside;
};

PlacedBar placed(const OrderBar& bar, const TimeScale& scale);

/// Returns the range of all bars and the present, limited to `farthest_shown` around the present,
/// and at least a day.
TimeRange range_of(const std::vector<OrderBar>& bars, Instant now);

/// A limit, because an order that closes in years would squeeze all others into one column.
inline constexpr Days farthest_shown{120};

}  // namespace aliprotect
