#include "reader/workbook_file.h"

#include <memory>
#include <optional>

#include "reader/archive_file.h"
#include "reader/ods_sheets.h"
#include "reader/refusal.h"
#include "reader/xlsx_sheet.h"

namespace aliprotect {
namespace {

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

void read_xlsx(int descriptor, FactWriter& writer, Counts& counts) {
  XlsxBook book;
  XlsxBookReader shared(book);
  EntryParser parser;
  for_each_entry(
      descriptor,
      [&](const std::string& name) {
        auto handler = shared.handler(name);
        return handler ? parser.with(std::move(*handler)) : TakePiece();
      },
      [&] { parser.finish(); });
  std::optional<XlsxSheet> sheet;
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

/// Returns whether the archive has sheets.
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
