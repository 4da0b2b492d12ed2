#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reader/sheet.h"
#include "reader/xlsx_book.h"

namespace aliprotect {

/// Reads a sheet of an .xlsx file. Links come after the rows, so the rows are kept until the end.
class XlsxSheet {
 public:
  /// `file` is the name of the entry, such as `sheet1.xml`.
  XlsxSheet(const XlsxBook& book, const std::string& file);

  XmlHandler handler();
  void write(FactWriter& writer);

 private:
  struct Row {
    std::size_t number = 0;  ///< from 1
    std::vector<SheetCell> cells;
  };

  void begin(const std::string& name, const XmlAttributes& attributes);
  void end(const std::string& name);
  void begin_cell(const XmlAttributes& attributes);
  void end_cell();
  SheetCell cell_of_value() const;
  void add_link(const XmlAttributes& attributes);

  const XlsxBook& book_;
  const Relations* relations_ = nullptr;
  std::string name_;
  std::vector<Row> rows_;
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::size_t count_ = 0;
  std::string type_, value_, formula_;
  std::string* wanted_ = nullptr;
};

}  // namespace aliprotect
