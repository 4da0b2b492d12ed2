#include "render/table.h"

#include <algorithm>

#include "render/text.h"

namespace aliprotect {
namespace {

constexpr std::size_t rows_that_decide = 1000;
constexpr std::size_t gap = 2;
constexpr std::size_t below_indent = 4;

}  // namespace

Table::Table(std::vector<TableColumn> columns, const Style& style, Output& out)
    : columns_(std::move(columns)), style_(style), out_(out) {}

void Table::add(std::vector<Cell> row) {
  if (!widths_.empty()) return print_row(row);
  held_.push_back(std::move(row));
  if (held_.size() == rows_that_decide) end();
}

void Table::end() {
  if (held_.empty()) return;
  decide_widths();
  std::vector<Cell> header;
  for (const TableColumn& column : columns_) header.push_back({column.header, Tint::strong});
  print(header);
  for (const auto& row : held_) print_row(row);
  held_.clear();
}

void Table::decide_widths() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = display_width(columns_[i].header);
    for (const auto& row : held_) width = std::max(width, display_width(row[i].text));
    full_widths_.push_back(width);
  }
  widths_ = full_widths_;
  if (!style_.width) return;
  while (!shrink_to(*style_.width) && leave_one_out()) {
  }
}

std::size_t Table::total_width() const {
  std::size_t total = 0;
  for (const std::size_t width : widths_) total += width == 0 ? 0 : width + gap;
  return total - std::min(total, gap);
}

bool Table::shrink_to(std::size_t width) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (widths_[i] == 0) continue;
    widths_[i] = full_widths_[i];
    const std::size_t total = total_width();
    if (total <= width || columns_[i].least == 0) continue;
    const std::size_t least = std::min(widths_[i], columns_[i].least);
    widths_[i] = std::max(least, widths_[i] - std::min(widths_[i], total - width));
  }
  return total_width() <= width;
}

bool Table::leave_one_out() {
  std::size_t first = columns_.size();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (widths_[i] == 0 || columns_[i].gives_way == 0) continue;
    if (first == columns_.size() || columns_[i].gives_way < columns_[first].gives_way) first = i;
  }
  if (first == columns_.size()) return false;
  widths_[first] = 0;
  return true;
}

void Table::print(const std::vector<Cell>& row) {
  std::string line;
  std::size_t owed = 0;  // blanks that only a further cell makes visible
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths_[i] == 0) continue;
    const bool cut = style_.width && columns_[i].least > 0;
    const std::string text = cut ? clipped(row[i].text, widths_[i]) : row[i].text;
    const std::size_t width = display_width(text);
    const std::size_t pad = widths_[i] - std::min(widths_[i], width);
    if (columns_[i].right) owed += pad;
    if (!text.empty()) {
      line.append(owed, ' ');
      owed = 0;
      line += style_.paint(text, row[i].tint);
    }
    owed += gap + (columns_[i].right ? 0 : pad);
  }
  out_.write(line + "\n");
}

void Table::print_row(const std::vector<Cell>& row) {
  print(row);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths_[i] > 0 || !columns_[i].below) continue;
    const std::size_t width = *style_.width - std::min(*style_.width, below_indent);
    for (const std::string& line : wrapped(row[i].text, width)) {
      out_.write(std::string(below_indent, ' ') + style_.paint(line, Tint::faint) + "\n");
    }
  }
}

}  // namespace aliprotect
