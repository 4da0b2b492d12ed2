#include "render/timeline/timeline_glyphs.h"

namespace aliprotect {
namespace {

constexpr TimelineGlyphs lines = {
    .parts = {"┈", "─", "━", "═", "╌", "▓"},
    .marks = {"◇", "✓", "◆", "●", "■"},
    .beyond_begin = "‹",
    .beyond_end = "›",
    .unknown = "?",
    .today = "│",
    .axis = "─",
    .tick = "┴",
    .ending = "…",
};

constexpr TimelineGlyphs letters = {
    .parts = {".", "-", "=", "+", "~", "#"},
    .marks = {"o", "v", "D", "X", "E"},
    .beyond_begin = "<",
    .beyond_end = ">",
    .unknown = "?",
    .today = "|",
    .axis = "-",
    .tick = "'",
    .ending = "..",
};

}  // namespace

const TimelineGlyphs& timeline_glyphs(bool ascii) { return ascii ? letters : lines; }

const char* legend_label(BarPart part) {
  switch (part) {
    case BarPart::waiting:
      return "not shipped";
    case BarPart::shipped:
      return "shipped";
    case BarPart::window:
      return "dispute possible";
    case BarPart::extended:
      return "extension";
    case BarPart::grace:
      return "grace";
    case BarPart::dispute:
      return "open dispute";
  }
  return "";
}

const char* legend_label(BarMark mark) {
  switch (mark) {
    case BarMark::due:
      return "due";
    case BarMark::delivered:
      return "delivered";
    case BarMark::deadline:
      return "deadline";
    case BarMark::closes:
      return "closes";
    case BarMark::finished:
      return "finished";
  }
  return "";
}

}  // namespace aliprotect
