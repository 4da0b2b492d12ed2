#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "reader/sheet.h"
#include "reader/xml_events.h"

namespace aliprotect {

/// Reads the sheets of an .ods file, row by row.
class OdsSheets {
 public:
  OdsSheets(FactWriter& writer, Counts& counts) : writer_(writer), counts_(counts) {}

  XmlHandler handler();

 private:
  void begin(const std::string& name, const XmlAttributes& attributes);
  void end(const std::string& name);
  void begin_cell(const XmlAttributes& attributes);
  void end_cell();
  void end_row();

  FactWriter& writer_;
  Counts& counts_;
  std::string sheet_;
  std::size_t line_ = 0;
  std::size_t repeated_ = 1;
  std::size_t repeated_rows_ = 1;
  std::size_t count_ = 0;
  int paragraphs_ = 0;
  int annotations_ = 0;
  bool has_value_ = false;
  std::string text_;
  SheetCell cell_;
  std::vector<SheetCell> cells_;
};

}  // namespace aliprotect
