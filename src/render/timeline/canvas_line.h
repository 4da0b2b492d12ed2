#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/style.h"

namespace aliprotect {

/// A line of so many columns, each with a glyph of one column; first blank.
class CanvasLine {
 public:
  explicit CanvasLine(std::size_t columns) : cells_(columns) {}

  /// Nothing is drawn outside the line.
  void draw(std::size_t column, std::string_view glyph, Tint tint = Tint::plain);
  /// ASCII text, a column each character.
  void write(std::size_t column, std::string_view text, Tint tint = Tint::plain);
  /// Without the blanks at its end.
  std::string text(const Style& style) const;

 private:
  struct Cell {
    std::string glyph = " ";
    Tint tint = Tint::plain;
  };
  std::vector<Cell> cells_;
};

}  // namespace aliprotect
