#pragma once

#include <optional>
#include <vector>

#include "rules/assessed_order.h"

namespace aliprotect {

/// What a part of an order's bar tells; later ones are drawn over earlier ones.
enum class BarPart {
  waiting,   ///< for the seller to ship, or for goods to be sent back
  shipped,   ///< protected, but no dispute can be opened yet
  window,    ///< a dispute can be opened
  extended,  ///< the days that granted extensions added
  grace,     ///< after closes, the rule set's last chance
  dispute,
};

/// What a single date of an order tells; later ones hide earlier ones at the same place.
enum class BarMark {
  due,  ///< any other deadline: ship by, pick up by, evidence due, return by …
  delivered,
  deadline,  ///< where closes is another instant
  closes,
  finished,  ///< a recorded end
};

inline constexpr BarPart all_bar_parts[] = {BarPart::waiting,  BarPart::shipped, BarPart::window,
                                            BarPart::extended, BarPart::grace,   BarPart::dispute};
inline constexpr BarMark all_bar_marks[] = {BarMark::due, BarMark::delivered, BarMark::deadline,
                                            BarMark::closes, BarMark::finished};

struct BarSpan {
  BarPart part;
  std::optional<Instant> from;   ///< none: nobody knows
  std::optional<Instant> until;  ///< none: nobody knows
};

struct DatedMark {
  BarMark mark;
  Instant at;
};

/// An order as a bar of time, from its shipment to its close. Empty where no date is known.
struct OrderBar {
  std::vector<BarSpan> spans;
  std::vector<DatedMark> marks;

  bool empty() const { return spans.empty() && marks.empty(); }
};

OrderBar bar_of(const AssessedOrder& of);

}  // namespace aliprotect
