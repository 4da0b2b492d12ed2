#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/style.h"

namespace aliprotect {

/// A line of columns, each with a glyph of one column. Initially blank.
class CanvasLine {
 public:
  explicit CanvasLine(std::size_t columns) : cells_(columns) {}

  /// Draws a glyph; ignores columns outside the line.
  void draw(std::size_t column, std::string_view glyph, Tint tint = Tint::plain);
  /// Writes ASCII text, one column per character.
  void write(std::size_t column, std::string_view text, Tint tint = Tint::plain);
  /// Returns the line without trailing blanks.
  std::string text(const Style& style) const;

 private:
  struct Cell {
    std::string glyph = " ";
    Tint tint = Tint::plain;
  };
  std::vector<Cell> cells_;
};

}  // namespace aliprotect
