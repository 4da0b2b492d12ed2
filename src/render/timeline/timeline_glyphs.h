#pragma once

#include "render/timeline/order_bar.h"
#include "render/timeline/timeline.h"

namespace aliprotect {

/// The symbols of a terminal timeline; each takes one column.
struct TimelineGlyphs {
  const char* parts[std::size(all_bar_parts)];
  const char* marks[std::size(all_bar_marks)];
  const char* beyond_begin;
  const char* beyond_end;
  const char* unknown;
  const char* today;
  const char* axis;
  const char* tick;
  const char* ending;  ///< the ending of a cut text

  const char* of(BarPart part) const { return parts[static_cast<std::size_t>(part)]; }
  const char* of(BarMark mark) const { return marks[static_cast<std::size_t>(mark)]; }
};

const TimelineGlyphs& timeline_glyphs(bool ascii);

/// Returns the name in the legend.
const char* legend_label(BarPart part);
const char* legend_label(BarMark mark);

}  // namespace aliprotect
