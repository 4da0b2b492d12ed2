#pragma once

#include <optional>
#include <vector>

#include "rules/assessed_order.h"

namespace aliprotect {

/// The parts of an order's bar. Later ones are drawn over earlier ones.
enum class BarPart {
  waiting,   ///< until the seller ships, or until goods are returned
  shipped,   ///< shipped, but no dispute can be opened yet
  window,    ///< a dispute can be opened
  extended,  ///< the days added by granted extensions
  grace,     ///< the grace after `closes`
  dispute,
};

/// The marks of an order's bar. Later ones hide earlier ones in the same column.
enum class BarMark {
  due,  ///< any other deadline: ship by, pick up by, evidence due, return by
  delivered,
  deadline,  ///< if it differs from `closes`
  closes,
  finished,  ///< a recorded end
};

inline constexpr BarPart all_bar_parts[] = {BarPart::waiting,  BarPart::shipped, BarPart::window,
                                            BarPart::extended, BarPart::grace,   BarPart::dispute};
inline constexpr BarMark all_bar_marks[] = {BarMark::due, BarMark::delivered, BarMark::deadline,
                                            BarMark::closes, BarMark::finished};

struct BarSpan {
  BarPart part;
  std::optional<Instant> from;   ///< none: unknown
  std::optional<Instant> until;  ///< none: unknown
};

struct DatedMark {
  BarMark mark;
  Instant at;
};

/// The time of an order from shipment to close, as a bar. Empty if no date is known.
struct OrderBar {
  std::vector<BarSpan> spans;
  std::vector<DatedMark> marks;

  bool empty() const { return spans.empty() && marks.empty(); }
};

OrderBar bar_of(const AssessedOrder& of);

}  // namespace aliprotect
