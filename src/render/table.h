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
};

struct TableColumn {
  std::string header;
  bool right = false;      ///< numbers
  std::size_t least = 0;   ///< on a narrow terminal it may be cut to this width; 0: never
  int gives_way = 0;       ///< on one narrower still, the lowest is left out first; 0: never
  bool below = false;      ///< what is left out stands below the row
  std::string label = {};  ///< before it there, where it does not speak for itself
  bool cut_first = false;  ///< before the others that may be cut
};

/// Prints rows under aligned headers. The first rows decide the widths, so that a table of a
/// million rows is never in memory whole; a later cell that is wider moves its own line only. No
/// line is wider than the style wants.
class Table {
 public:
  Table(std::vector<TableColumn> columns, const Style& style, Output& out);

  void add(std::vector<Cell> row);
  /// Prints what is still held back. A table without rows prints nothing.
  void end();

 private:
  void decide_widths();
  /// Cuts what may be cut until the table fits; false where that is not enough.
  bool shrink_to(std::size_t width);
  /// Leaves out the column that gives way first; false where none is left that does.
  bool leave_one_out();
  std::size_t total_width() const;
  void print(const std::vector<Cell>& row);
  void print_row(const std::vector<Cell>& row);
  void print_below(const std::vector<Cell>& row);
  /// The widths of one row: where a cell is wider than its column, others of the row are cut.
  std::vector<std::size_t> widths_of(const std::vector<Cell>& row) const;

  std::vector<TableColumn> columns_;
  const Style& style_;
  Output& out_;
  std::vector<std::vector<Cell>> held_;
  std::vector<std::size_t> widths_;  ///< 0: left out
  std::vector<std::size_t> full_widths_;
};

}  // namespace aliprotect
