#include "render/table.h"

#include <algorithm>

#include "render/text.h"

namespace aliprotect {
namespace {

constexpr std::size_t rows_that_decide = 1000;
constexpr std::size_t widest_padded = 200;  // wider texts do not widen the column
constexpr std::size_t gap = 2;
constexpr std::size_t below_indent = 4;
constexpr std::string_view dot = " · ";
constexpr std::size_t dot_width = 3;

/// Splits at ` · `.
std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find(dot, begin)) != std::string::npos;) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + dot.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

/// The text of a cell where lines can have any length.
std::string text_with_notes(const Cell& cell) {
  std::string text = cell.text;
  for (const std::string& note : cell.notes) text += (text.empty() ? "" : ", ") + note;
  return text;
}

/// The lines below a row. Each holds as many cells as fit.
class BelowLines {
 public:
  BelowLines(const Style& style, Output& out)
      : style_(style), out_(out), width_(*style.width - std::min(*style.width, below_indent)) {}

  void add(const Cell& cell) {
    if (display_width(cell.text) <= width_) return append(cell.text, cell.tint);
    end();
    for (const std::string& part : parts_of(cell.text)) {
      if (display_width(part) > width_) end();
      for (const std::string& line : wrapped(part, width_)) append(line, cell.tint);
    }
    end();
  }
  void end() {
    if (filled_ > 0) out_.write(std::string(below_indent, ' ') + line_ + "\n");
    line_.clear();
    filled_ = 0;
  }

 private:
  void append(const std::string& text, Tint tint) {
    const std::size_t wide = display_width(text);
    if (filled_ > 0 && filled_ + dot_width + wide > width_) end();
    if (filled_ > 0) line_ += style_.paint(dot, Tint::faint);
    line_ += style_.paint(text, tint == Tint::plain ? Tint::faint : tint);
    filled_ += (filled_ > 0 ? dot_width : 0) + wide;
  }

  const Style& style_;
  Output& out_;
  std::size_t width_;
  std::string line_;
  std::size_t filled_ = 0;
};

}  // namespace

Table::Table(std::vector<TableColumn> columns, const Style& style, Output& out)
    : columns_(std::move(columns)), style_(style), out_(out) {}

void Table::add(std::vector<Cell> row) {
  if (!widths_.empty()) return print_row(row);
  pending_.push_back(std::move(row));
  if (pending_.size() == rows_that_decide) end();
}

void Table::end() {
  if (pending_.empty()) return;
  decide_widths();
  std::vector<Cell> header;
  for (const TableColumn& column : columns_) header.push_back({column.header, Tint::strong});
  print(header);
  for (const auto& row : pending_) print_row(row);
  pending_.clear();
}

void Table::decide_widths() {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::size_t width = display_width(columns_[i].header);
    for (const auto& row : pending_) {
      const std::string text = style_.width ? row[i].text : text_with_notes(row[i]);
      width = std::max(width, display_width(text));
    }
    full_widths_.push_back(width);
  }
  widths_ = full_widths_;
  if (!style_.width) {
    for (std::size_t& width : widths_) width = std::min(width, widest_padded);
    return;
  }
  while (!shrink_to(*style_.width) && drop_column()) {
  }
}

std::size_t Table::total_width() const {
  std::size_t total = 0;
  for (const std::size_t width : widths_) total += width == 0 ? 0 : width + gap;
  return total - std::min(total, gap);
}

bool Table::shrink_to(std::size_t width) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (widths_[i] > 0) widths_[i] = full_widths_[i];
  }
  for (const bool first : {true, false}) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::size_t total = total_width();
      if (total <= width) return true;
      if (widths_[i] == 0 || columns_[i].min_width == 0 || columns_[i].cut_first != first) continue;
      const std::size_t min_width = std::min(widths_[i], columns_[i].min_width);
      widths_[i] = std::max(min_width, widths_[i] - std::min(widths_[i], total - width));
    }
  }
  return total_width() <= width;
}

bool Table::drop_column() {
  std::size_t first = columns_.size();
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (widths_[i] == 0 || columns_[i].drop_rank == 0) continue;
    if (first == columns_.size() || columns_[i].drop_rank < columns_[first].drop_rank) first = i;
  }
  if (first == columns_.size()) return false;
  widths_[first] = 0;
  return true;
}

std::vector<std::size_t> Table::widths_of(const std::vector<Cell>& row) const {
  std::vector<std::size_t> widths = widths_;
  if (!style_.width) return widths;
  std::size_t total = total_width();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths[i] == 0 || columns_[i].min_width > 0) continue;
    const std::size_t wider = std::max(widths[i], display_width(row[i].text));
    total += wider - widths[i];
    widths[i] = wider;
  }
  for (std::size_t i = row.size(); i-- > 0 && total > *style_.width;) {
    const std::size_t spare = widths[i] - std::min<std::size_t>(widths[i], 1);
    const std::size_t cut = columns_[i].min_width > 0 ? std::min(spare, total - *style_.width) : 0;
    widths[i] -= cut;
    total -= cut;
  }
  return widths;
}

void Table::print(const std::vector<Cell>& row) {
  const std::vector<std::size_t> widths = widths_of(row);
  std::string line;
  std::size_t owed = 0;  // blanks to print before the next cell
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths[i] == 0) continue;
    const std::string text =
        style_.width ? clipped(row[i].text, widths[i]) : text_with_notes(row[i]);
    const std::size_t width = display_width(text);
    const std::size_t pad = widths[i] - std::min(widths[i], width);
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
  if (style_.width) print_below(row);
}

void Table::print_below(const std::vector<Cell>& row) {
  BelowLines lines(style_, out_);
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (widths_[i] == 0 && columns_[i].below && !row[i].text.empty()) {
      const std::string& label = columns_[i].label;
      lines.add({label.empty() ? row[i].text : label + ": " + row[i].text, row[i].tint});
    }
    for (const std::string& note : row[i].notes) lines.add({note});
  }
  lines.end();
}

}  // namespace aliprotect
