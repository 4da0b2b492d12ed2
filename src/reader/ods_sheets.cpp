#include "reader/ods_sheets.h"

#include <algorithm>

#include "reader/refusal.h"

namespace aliprotect {

XmlHandler OdsSheets::handler() {
  return {
      [this](const std::string& name, const XmlAttributes& attributes) { begin(name, attributes); },
      [this](const std::string& name) { end(name); },
      [this](std::string_view text) {
        if (paragraphs_ > 0 && annotations_ == 0) text_ += text;
      }};
}

void OdsSheets::begin(const std::string& name, const XmlAttributes& attributes) {
  if (name == "table") {
    sheet_ = value_of(attributes, "name");
    line_ = 0;
    ++counts_.read["sheets"];
  } else if (name == "table-row") {
    cells_.clear();
    repeated_rows_ = number_of(attributes, "number-rows-repeated", 1);
  } else if (name == "table-cell" || name == "covered-table-cell") {
    begin_cell(attributes);
  } else if (name == "annotation") {
    ++annotations_;
  } else if (name == "p") {
    if (!text_.empty() && annotations_ == 0) text_ += '\n';
    ++paragraphs_;
  } else if (name == "a") {
    cell_.address = value_of(attributes, "href");
  } else if (name == "s" && paragraphs_ > 0) {
    text_ += ' ';
  }
}

void OdsSheets::end(const std::string& name) {
  if (name == "table-row") end_row();
  if (name == "table-cell" || name == "covered-table-cell") end_cell();
  if (name == "annotation") --annotations_;
  if (name == "p") --paragraphs_;
}

void OdsSheets::begin_cell(const XmlAttributes& attributes) {
  if (++count_ > most_cells) throw Refusal("it has more than 20,000,000 cells");
  repeated_ = number_of(attributes, "number-columns-repeated", 1);
  text_.clear();
  cell_ = {};
  const std::string type = value_of(attributes, "value-type");
  const std::string number = value_of(attributes, "value");
  if (type == "date") cell_.text = value_of(attributes, "date-value");
  if (type == "float") cell_ = cell_of_number(number);
  has_value_ = type == "date" || type == "float";
  cell_.address = address_in_formula(value_of(attributes, "formula"));
}

void OdsSheets::end_cell() {
  if (!has_value_) cell_.text = text_;
  const bool is_empty = cell_.text.empty() && cell_.address.empty();
  const std::size_t times = is_empty ? repeated_ : std::min<std::size_t>(repeated_, most_columns);
  for (std::size_t i = 0; i < times && cells_.size() < most_columns; ++i) cells_.push_back(cell_);
}

// Repeated rows have the same content, so only the first is written.
void OdsSheets::end_row() {
  write_row(std::move(cells_), sheet_, line_ + 1, writer_);
  cells_.clear();
  line_ += repeated_rows_;
}

}  // namespace aliprotect
