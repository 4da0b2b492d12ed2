#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "reader/xml_events.h"

namespace aliprotect {

/// `_rels/sheet1.xml.rels`: the targets by id.
using Relations = std::map<std::string, std::string>;

/// The parts that all sheets of an .xlsx file share.
struct XlsxBook {
  std::vector<std::string> strings;
  std::map<std::string, std::string> sheet_names;  ///< by the id of their relation
  Relations relations;
  std::map<std::string, Relations> relations_of_sheets;  ///< by file name: `sheet1.xml`
  std::map<std::size_t, std::string> formats;
  std::vector<bool> is_date_style;
  bool counts_from_1904 = false;
};

/// Reads the parts of an .xlsx file that its sheets refer to.
class XlsxBookReader {
 public:
  explicit XlsxBookReader(XlsxBook& book) : book_(book) {}

  /// Returns the handler for an entry of the archive, or an empty one if no sheet refers to it.
  std::optional<XmlHandler> handler(const std::string& entry);

 private:
  XmlHandler strings();
  XmlHandler names();
  XmlHandler styles();

  XlsxBook& book_;
  bool is_text_ = false;
  bool is_phonetic_ = false;
  bool is_cell_style_ = false;
};

/// `sheet1.xml` in `xl/worksheets/sheet1.xml`.
std::string file_name(const std::string& path);

}  // namespace aliprotect
