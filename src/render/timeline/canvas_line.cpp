#include "render/timeline/canvas_line.h"

namespace aliprotect {

void CanvasLine::draw(std::size_t column, std::string_view glyph, Tint tint) {
  if (column < cells_.size()) cells_[column] = {std::string(glyph), tint};
}

void CanvasLine::write(std::size_t column, std::string_view text, Tint tint) {
  for (std::size_t i = 0; i < text.size(); ++i) draw(column + i, text.substr(i, 1), tint);
}

std::string CanvasLine::text(const Style& style) const {
  std::size_t end = cells_.size();
  while (end > 0 && cells_[end - 1].glyph == " ") --end;
  std::string line;
  std::string run;
  for (std::size_t i = 0; i < end; ++i) {
    run += cells_[i].glyph;
    if (i + 1 < end && cells_[i + 1].tint == cells_[i].tint) continue;
    line += style.paint(run, cells_[i].tint);
    run.clear();
  }
  return line;
}

}  // namespace aliprotect
