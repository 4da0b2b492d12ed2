#include "reader/xlsx_book.h"

#include "reader/sheet.h"

namespace aliprotect {
namespace {

/// The numbers below 164 are built in: dates are 14 to 17 and 22, and those of East Asian locales.
bool is_date_number(std::size_t format, const XlsxBook& book) {
  const auto own = book.formats.find(format);
  if (own != book.formats.end()) return is_date_format(own->second);
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}

XmlHandler relation_handler(Relations& relations) {
  return {[&relations](const std::string& name, const XmlAttributes& attributes) {
            if (name == "Relationship")
              relations[value_of(attributes, "Id")] = value_of(attributes, "Target");
          },
          [](const std::string&) {}, [](std::string_view) {}};
}

}  // namespace

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::optional<XmlHandler> XlsxBookReader::handler(const std::string& entry) {
  if (entry == "xl/sharedStrings.xml") return strings();
  if (entry == "xl/workbook.xml") return names();
  if (entry == "xl/styles.xml") return styles();
  if (entry == "xl/_rels/workbook.xml.rels") return relation_handler(book_.relations);
  constexpr std::string_view ending = ".rels";
  if (!entry.starts_with("xl/worksheets/_rels/") || !entry.ends_with(ending)) return std::nullopt;
  const std::string sheet = file_name(entry);
  return relation_handler(book_.relations_of_sheets[sheet.substr(0, sheet.size() - ending.size())]);
}

XmlHandler XlsxBookReader::strings() {
  return {[this](const std::string& name, const XmlAttributes&) {
            if (name == "si") book_.strings.emplace_back();
            is_text_ = name == "t";
            is_phonetic_ = is_phonetic_ || name == "rPh";
          },
          [this](const std::string& name) {
            is_text_ = false;
            if (name == "rPh") is_phonetic_ = false;
          },
          [this](std::string_view text) {
            if (is_text_ && !is_phonetic_ && !book_.strings.empty()) book_.strings.back() += text;
          }};
}

XmlHandler XlsxBookReader::names() {
  return {[this](const std::string& name, const XmlAttributes& attributes) {
            if (name == "sheet")
              book_.sheet_names[value_of(attributes, "id")] = value_of(attributes, "name");
            const std::string from_1904 = value_of(attributes, "date1904");
            if (name == "workbookPr")
              book_.counts_from_1904 = from_1904 == "1" || from_1904 == "true";
          },
          [](const std::string&) {}, [](std::string_view) {}};
}

XmlHandler XlsxBookReader::styles() {
  return {[this](const std::string& name, const XmlAttributes& attributes) {
            if (name == "numFmt")
              book_.formats[number_of(attributes, "numFmtId", 0)] =
                  value_of(attributes, "formatCode");
            is_cell_style_ = is_cell_style_ || name == "cellXfs";
            if (name == "xf" && is_cell_style_)
              book_.is_date_style.push_back(
                  is_date_number(number_of(attributes, "numFmtId", 0), book_));
          },
          [this](const std::string& name) {
            if (name == "cellXfs") is_cell_style_ = false;
          },
          [](std::string_view) {}};
}

}  // namespace aliprotect
