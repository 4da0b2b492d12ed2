#pragma once

#include <cstddef>
#include <vector>

#include "render/timeline/order_bar.h"
#include "render/timeline/time_scale.h"

namespace aliprotect {

// Where a timeline's bars stand, be it drawn on a terminal or as a drawing.

/// Both ends are inside.
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

/// How a bar meets an edge of the picture.
enum class BarEnd {
  inside,
  beyond,   ///< it goes on outside
  unknown,  ///< nobody knows where it ends
};

struct PlacedBar {
  std::vector<PlacedSpan> spans;  ///< later ones are drawn over earlier ones
  std::vector<PlacedMark> marks;  ///< likewise
  BarEnd begins = BarEnd::inside;
  BarEnd ends = BarEnd::inside;
};

PlacedBar placed(const OrderBar& bar, const TimeScale& scale);

/// What shows all bars and the present, as far as they are within `farthest_shown` of it; a day at
/// least.
TimeRange range_of(const std::vector<OrderBar>& bars, Instant now);

/// One order that closes in years would leave all others a column.
inline constexpr Days farthest_shown{120};

}  // namespace aliprotect
