#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/output.h"
#include "render/style.h"

namespace aliprotect {

struct Cell {
  std::string text;  ///< printable, on one line
  Tint tint = Tint::plain;
  /// Details too long for a column: on a terminal below the row, otherwise after the text.
  std::vector<std::string> notes = {};
};

struct TableColumn {
  std::string header;
  bool right = false;         ///< numbers
  std::size_t min_width = 0;  ///< on a narrow terminal it may be cut to this width; 0: never
  int drop_rank = 0;          ///< on a still narrower one, the lowest is dropped first; 0: never
  bool below = false;         ///< if dropped, it is printed below the row
  std::string label = {};     ///< its label below the row, if it needs one
  bool cut_first = false;     ///< cut before all other columns
};

/// Prints rows under aligned headers. The first rows determine the widths, so a table of a million
/// rows is never in memory; a wider cell in a later row shifts only that row. No line exceeds the
/// width of the style.
class Table {
 public:
  Table(std::vector<TableColumn> columns, const Style& style, Output& out);

  void add(std::vector<Cell> row);
  /// Prints all remaining rows. A table without rows prints nothing.
  void end();

 private:
  void decide_widths();
  /// Cuts columns until the table fits. Returns false if that is not enough.
  bool shrink_to(std::size_t width);
  /// Drops the next column. Returns false if no more can be dropped.
  bool drop_column();
  std::size_t total_width() const;
  void print(const std::vector<Cell>& row);
  void print_row(const std::vector<Cell>& row);
  void print_below(const std::vector<Cell>& row);
  /// Returns the widths of one row. If a cell exceeds its column, other cells of the row are cut.
  std::vector<std::size_t> widths_of(const std::vector<Cell>& row) const;

  std::vector<TableColumn> columns_;
  const Style& style_;
  Output& out_;
  std::vector<std::vector<Cell>> pending_;
  std::vector<std::size_t> widths_;  ///< 0: dropped
  std::vector<std::size_t> full_widths_;
};

}  // namespace aliprotect
