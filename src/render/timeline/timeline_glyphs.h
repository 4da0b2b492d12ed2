#pragma once

#include "render/timeline/order_bar.h"
#include "render/timeline/timeline.h"

namespace aliprotect {

/// What a terminal's timeline is drawn with; each takes one column.
struct TimelineGlyphs {
  const char* parts[std::size(all_bar_parts)];
  const char* marks[std::size(all_bar_marks)];
  const char* beyond_begin;
  const char* beyond_end;
  const char* unknown;
  const char* today;
  const char* axis;
  const char* tick;
  const char* ending;  ///< of a text that was cut

  const char* of(BarPart part) const { return parts[static_cast<std::size_t>(part)]; }
  const char* of(BarMark mark) const { return marks[static_cast<std::size_t>(mark)]; }
};

const TimelineGlyphs& timeline_glyphs(bool ascii);

/// How the legend calls them.
const char* in_words(BarPart part);
const char* in_words(BarMark mark);

}  // namespace aliprotect
