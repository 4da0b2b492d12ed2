#include "render/timeline/timeline.h"

#include <algorithm>

namespace aliprotect {
namespace {

/// If a bar continues beyond an edge, this is shown even if its end is also unknown.
void meet(BarEnd& edge, BarEnd how) {
  if (edge != BarEnd::beyond) edge = how;
}

void note_edges(PlacedBar& bar, const BarSpan& span, const TimeRange& shown) {
  if (!span.from) meet(bar.begins, BarEnd::unknown);
  if (!span.until) meet(bar.ends, BarEnd::unknown);
  const Instant from = span.from.value_or(span.until.value_or(shown.from));
  const Instant until = span.until.value_or(span.from.value_or(shown.until));
  if (from < shown.from) meet(bar.begins, BarEnd::beyond);
  if (until > shown.until) meet(bar.ends, BarEnd::beyond);
}

void place(PlacedBar& bar, const BarSpan& span, const TimeScale& scale) {
  const TimeRange& shown = scale.range();
  note_edges(bar, span, shown);
  const Instant from = span.from.value_or(shown.from);
  const Instant until = span.until.value_or(shown.until);
  if (until < shown.from || from > shown.until) return;
  bar.spans.push_back({span.part, scale.column_of(from), scale.column_of(until)});
}

}  // namespace

PlacedBar placed(const OrderBar& bar, const TimeScale& scale) {
  PlacedBar at;
  for (const BarSpan& span : bar.spans) place(at, span, scale);
  for (const DatedMark& mark : bar.marks) {
    if (mark.at < scale.range().from) meet(at.begins, BarEnd::beyond);
    if (mark.at > scale.range().until) meet(at.ends, BarEnd::beyond);
    if (!scale.range().contains(mark.at)) continue;
    at.marks.push_back({mark.mark, scale.column_of(mark.at)});
  }
  return at;
}

TimeRange range_of(const std::vector<OrderBar>& bars, Instant now) {
  TimeRange range{now, now};
  bool open_end = false;
  const auto show = [&](Instant at) {
    range.from = std::min(range.from, at);
    range.until = std::max(range.until, at);
  };
  for (const OrderBar& bar : bars) {
    for (const BarSpan& span : bar.spans) {
      if (span.from) show(*span.from);
      if (span.until) show(*span.until);
      open_end = open_end || !span.until;
    }
    for (const DatedMark& mark : bar.marks) show(mark.at);
  }
  range.from = std::clamp(range.from, now - farthest_shown, now);
  range.until = std::clamp(range.until, now, now + farthest_shown);
  const Seconds room = std::max<Seconds>(Days{1}, (range.until - range.from) / 10);
  if (open_end || range.until - range.from < Days{1}) {
    range.until = std::max(range.until, now + room);
  }
  return range;
}

}  // namespace aliprotect
