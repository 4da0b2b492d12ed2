#include "reader/xlsx_sheet.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "core/text/scanner.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

/// `BC12`: column 54, row 11, from 0.
std::optional<std::pair<std::size_t, std::size_t>> place_of(std::string_view reference) {
  std::size_t column = 0;
  Scanner scanner(reference);
  for (const char c : scanner.take_letters()) {
    column = column * 26 + static_cast<std::size_t>(to_lower(c) - 'a' + 1);
    if (column > 20'000) return std::nullopt;
  }
  const std::string_view digits = scanner.take_digits();
  if (column == 0 || digits.empty() || digits.size() > 8) return std::nullopt;
  const std::size_t row = std::stoul(std::string(digits));
  if (row == 0) return std::nullopt;
  return std::pair(column - 1, row - 1);
}

}  // namespace

XlsxSheet::XlsxSheet(const XlsxBook& book, const std::string& file) : book_(book) {
  const auto relations = book.relations_of_sheets.find(file);
  if (relations != book.relations_of_sheets.end()) relations_ = &relations->second;
  for (const auto& [id, target] : book.relations) {
    const auto name = book.sheet_names.find(id);
    if (file_name(target) == file && name != book.sheet_names.end()) name_ = name->second;
  }
  if (name_.empty()) name_ = file;
}

XmlHandler XlsxSheet::handler() {
  return {
      [this](const std::string& name, const XmlAttributes& attributes) { begin(name, attributes); },
      [this](const std::string& name) { end(name); },
      [this](std::string_view text) {
        if (wanted_) *wanted_ += text;
      }};
}

void XlsxSheet::write(FactWriter& writer) {
  for (Row& row : rows_) write_row(std::move(row.cells), name_, row.number, writer);
}

void XlsxSheet::begin(const std::string& name, const XmlAttributes& attributes) {
  if (name == "row") {
    rows_.push_back({number_of(attributes, "r", rows_.empty() ? 1 : rows_.back().number + 1), {}});
  } else if (name == "c") {
    begin_cell(attributes);
  } else if (name == "v" || name == "t") {
    wanted_ = &value_;
  } else if (name == "f") {
    wanted_ = &formula_;
  } else if (name == "hyperlink") {
    add_link(attributes);
  }
}

void XlsxSheet::end(const std::string& name) {
  if (name == "v" || name == "t" || name == "f") wanted_ = nullptr;
  if (name == "c") end_cell();
}

void XlsxSheet::begin_cell(const XmlAttributes& attributes) {
  if (++count_ > most_cells) throw Refusal("it has more than 20,000,000 cells");
  if (rows_.empty()) rows_.push_back({1, {}});
  const auto place = place_of(value_of(attributes, "r"));
  column_ = place ? place->first : rows_.back().cells.size();
  type_ = value_of(attributes, "t");
  style_ = number_of(attributes, "s", 0);
  value_.clear();
  formula_.clear();
}

void XlsxSheet::end_cell() {
  if (column_ >= most_columns) return;
  SheetCell cell = cell_of_value();
  cell.address = address_in_formula(formula_);
  if (cell.text.empty() && cell.address.empty()) return;
  std::vector<SheetCell>& cells = rows_.back().cells;
  if (cells.size() <= column_) cells.resize(column_ + 1);
  cells[column_] = std::move(cell);
}

SheetCell XlsxSheet::cell_of_value() const {
  if (type_ == "s") {
    const std::size_t index = number_of({{"v", value_}}, "v", book_.strings.size());
    return {index < book_.strings.size() ? book_.strings[index] : std::string(), {}, false};
  }
  if (type_ == "b") return {value_ == "1" ? "true" : "false", {}, false};
  if (type_ == "e") return {};
  if (!type_.empty() && type_ != "n") return {value_, {}, false};
  SheetCell cell = cell_of_number(value_);
  if (style_ < book_.is_date_style.size() && book_.is_date_style[style_] && !value_.empty()) {
    const std::string date =
        date_of_serial(std::strtod(value_.c_str(), nullptr), book_.counts_from_1904);
    if (!date.empty()) return {date, {}, false};
  }
  return cell;
}

void XlsxSheet::add_link(const XmlAttributes& attributes) {
  const auto place = place_of(value_of(attributes, "ref"));
  const auto target =
      relations_ ? relations_->find(value_of(attributes, "id")) : Relations::const_iterator{};
  if (!place || !relations_ || target == relations_->end()) return;
  const auto row =
      std::lower_bound(rows_.begin(), rows_.end(), place->second + 1,
                       [](const Row& each, std::size_t number) { return each.number < number; });
  if (row == rows_.end() || row->number != place->second + 1 || place->first >= row->cells.size())
    return;
  row->cells[place->first].address = target->second;
}

}  // namespace aliprotect
