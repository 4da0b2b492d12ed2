#include "reader/workbook_file.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <optional>

#include "core/text/scanner.h"
#include "reader/archive_file.h"
#include "reader/refusal.h"
#include "reader/sheet.h"
#include "reader/xml_events.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_cells = 20'000'000;

std::string value_of(const XmlAttributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? std::string() : found->second;
}

std::size_t number_of(const XmlAttributes& attributes, std::string_view name,
                      std::size_t fallback) {
  const std::string text = value_of(attributes, name);
  if (text.empty() || text.size() > 9 || !std::all_of(text.begin(), text.end(), is_digit))
    return fallback;
  return std::stoul(text);
}

/// Parses the content of one entry with `handler`.
class EntryParser {
 public:
  TakePiece with(XmlHandler handler) {
    events_ = std::make_unique<XmlEvents>(std::move(handler));
    return [this](std::string_view piece) { events_->take(piece); };
  }
  void finish() {
    events_->finish();
    events_.reset();
  }

 private:
  std::unique_ptr<XmlEvents> events_;
};

/// `_rels/sheet1.xml.rels`: the targets by id.
using Relations = std::map<std::string, std::string>;

/// What all sheets of an .xlsx file share.
struct XlsxBook {
  std::vector<std::string> strings;
  std::map<std::string, std::string> sheet_names;  ///< by the id of their relation
  Relations relations;
  std::map<std::string, Relations> relations_of_sheets;  ///< by `sheet1.xml`
  std::map<std::size_t, std::string> formats;
  std::vector<bool> is_date_style;
  bool counts_from_1904 = false;
};

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// The numbers below 164 are built in: dates are 14 to 17 and 22, and those of East Asian locales.
bool is_date_number(std::size_t format, const XlsxBook& book) {
  const auto own = book.formats.find(format);
  if (own != book.formats.end()) return is_date_format(own->second);
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}

/// Reads the parts of an .xlsx file that its sheets refer to.
class XlsxBookReader {
 public:
  explicit XlsxBookReader(XlsxBook& book) : book_(book) {}

  TakePiece wants(const std::string& name) {
    if (name == "xl/sharedStrings.xml") return parser_.with(strings());
    if (name == "xl/workbook.xml") return parser_.with(names());
    if (name == "xl/styles.xml") return parser_.with(styles());
    if (name == "xl/_rels/workbook.xml.rels") return parser_.with(relations(book_.relations));
    if (name.starts_with("xl/worksheets/_rels/") && name.ends_with(".rels")) {
      const std::string sheet = file_name(name);
      return parser_.with(relations(book_.relations_of_sheets[sheet.substr(0, sheet.size() - 5)]));
    }
    return {};
  }
  void finish_entry() { parser_.finish(); }

 private:
  XmlHandler strings() {
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

  XmlHandler names() {
    return {[this](const std::string& name, const XmlAttributes& attributes) {
              if (name == "sheet")
                book_.sheet_names[value_of(attributes, "id")] = value_of(attributes, "name");
              const std::string from_1904 = value_of(attributes, "date1904");
              if (name == "workbookPr")
                book_.counts_from_1904 = from_1904 == "1" || from_1904 == "true";
            },
            [](const std::string&) {}, [](std::string_view) {}};
  }

  XmlHandler styles() {
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

  static XmlHandler relations(Relations& relations) {
    return {[&relations](const std::string& name, const XmlAttributes& attributes) {
              if (name == "Relationship")
                relations[value_of(attributes, "Id")] = value_of(attributes, "Target");
            },
            [](const std::string&) {}, [](std::string_view) {}};
  }

  XlsxBook& book_;
  EntryParser parser_;
  bool is_text_ = false;
  bool is_phonetic_ = false;
  bool is_cell_style_ = false;
};

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

struct SheetRow {
  std::size_t number = 0;  ///< from 1
  std::vector<SheetCell> cells;
};

/// Reads a sheet of an .xlsx file. Its links follow its rows, so the rows wait until its end.
class XlsxSheet {
 public:
  XlsxSheet(const XlsxBook& book, const std::string& file) : book_(book) {
    const auto relations = book.relations_of_sheets.find(file);
    if (relations != book.relations_of_sheets.end()) relations_ = &relations->second;
    for (const auto& [id, target] : book.relations) {
      const auto name = book.sheet_names.find(id);
      if (file_name(target) == file && name != book.sheet_names.end()) name_ = name->second;
    }
    if (name_.empty()) name_ = file;
  }

  XmlHandler handler() {
    return {[this](const std::string& name, const XmlAttributes& attributes) {
              begin(name, attributes);
            },
            [this](const std::string& name) { end(name); },
            [this](std::string_view text) {
              if (wanted_) *wanted_ += text;
            }};
  }

  void write(FactWriter& writer) {
    for (SheetRow& row : rows_) write_row(std::move(row.cells), name_, row.number, writer);
  }

 private:
  void begin(const std::string& name, const XmlAttributes& attributes) {
    if (name == "row") {
      rows_.push_back(
          {number_of(attributes, "r", rows_.empty() ? 1 : rows_.back().number + 1), {}});
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

  void end(const std::string& name) {
    if (name == "v" || name == "t" || name == "f") wanted_ = nullptr;
    if (name == "c") end_cell();
  }

  void begin_cell(const XmlAttributes& attributes) {
    if (++count_ > most_cells) throw Refusal("it has more than 20,000,000 cells");
    if (rows_.empty()) rows_.push_back({1, {}});
    const auto place = place_of(value_of(attributes, "r"));
    column_ = place ? place->first : rows_.back().cells.size();
    type_ = value_of(attributes, "t");
    style_ = number_of(attributes, "s", 0);
    value_.clear();
    formula_.clear();
  }

  void end_cell() {
    if (column_ >= most_columns) return;
    SheetCell cell = cell_of_value();
    cell.address = address_in_formula(formula_);
    if (cell.text.empty() && cell.address.empty()) return;
    std::vector<SheetCell>& cells = rows_.back().cells;
    if (cells.size() <= column_) cells.resize(column_ + 1);
    cells[column_] = std::move(cell);
  }

  SheetCell cell_of_value() const {
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

  void add_link(const XmlAttributes& attributes) {
    const auto place = place_of(value_of(attributes, "ref"));
    const auto target =
        relations_ ? relations_->find(value_of(attributes, "id")) : Relations::const_iterator{};
    if (!place || !relations_ || target == relations_->end()) return;
    const auto row = std::lower_bound(
        rows_.begin(), rows_.end(), place->second + 1,
        [](const SheetRow& each, std::size_t number) { return each.number < number; });
    if (row == rows_.end() || row->number != place->second + 1 || place->first >= row->cells.size())
      return;
    row->cells[place->first].address = target->second;
  }

  const XlsxBook& book_;
  const Relations* relations_ = nullptr;
  std::string name_;
  std::vector<SheetRow> rows_;
  std::size_t column_ = 0;
  std::size_t style_ = 0;
  std::size_t count_ = 0;
  std::string type_, value_, formula_;
  std::string* wanted_ = nullptr;
};

void read_xlsx(int descriptor, FactWriter& writer, Counts& counts) {
  XlsxBook book;
  XlsxBookReader shared(book);
  for_each_entry(
      descriptor, [&](const std::string& name) { return shared.wants(name); },
      [&] { shared.finish_entry(); });
  std::optional<XlsxSheet> sheet;
  EntryParser parser;
  for_each_entry(
      descriptor,
      [&](const std::string& name) -> TakePiece {
        if (!name.starts_with("xl/worksheets/") || !name.ends_with(".xml")) return {};
        sheet.emplace(book, file_name(name));
        return parser.with(sheet->handler());
      },
      [&] {
        parser.finish();
        sheet->write(writer);
        ++counts.read["sheets"];
      });
}

/// Reads the sheets of an .ods file, row by row.
class OdsSheets {
 public:
  OdsSheets(FactWriter& writer, Counts& counts) : writer_(writer), counts_(counts) {}

  XmlHandler handler() {
    return {[this](const std::string& name, const XmlAttributes& attributes) {
              begin(name, attributes);
            },
            [this](const std::string& name) { end(name); },
            [this](std::string_view text) {
              if (paragraphs_ > 0 && annotations_ == 0) text_ += text;
            }};
  }

 private:
  void begin(const std::string& name, const XmlAttributes& attributes) {
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

  void end(const std::string& name) {
    if (name == "table-row") end_row();
    if (name == "table-cell" || name == "covered-table-cell") end_cell();
    if (name == "annotation") --annotations_;
    if (name == "p") --paragraphs_;
  }

  void begin_cell(const XmlAttributes& attributes) {
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

  void end_cell() {
    if (!has_value_) cell_.text = text_;
    const bool is_empty = cell_.text.empty() && cell_.address.empty();
    const std::size_t times = is_empty ? repeated_ : std::min<std::size_t>(repeated_, most_columns);
    for (std::size_t i = 0; i < times && cells_.size() < most_columns; ++i) cells_.push_back(cell_);
  }

  /// Rows that are repeated say the same.
  void end_row() {
    write_row(std::move(cells_), sheet_, line_ + 1, writer_);
    cells_.clear();
    line_ += repeated_rows_;
  }

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

/// Returns whether there was one.
bool read_ods(int descriptor, FactWriter& writer, Counts& counts) {
  OdsSheets sheets(writer, counts);
  EntryParser parser;
  bool is_found = false;
  for_each_entry(
      descriptor,
      [&](const std::string& name) -> TakePiece {
        if (name != "content.xml") return {};
        is_found = true;
        return parser.with(sheets.handler());
      },
      [&] { parser.finish(); });
  return is_found;
}

}  // namespace

void read_workbook_file(int descriptor, FactWriter& writer, Counts& counts) {
  if (!read_ods(descriptor, writer, counts)) read_xlsx(descriptor, writer, counts);
  if (counts.read["sheets"] == 0)
    throw Refusal("it is a ZIP archive without sheets; unpack it and import its files");
}

}  // namespace aliprotect
