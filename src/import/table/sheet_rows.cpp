#include "import/table/sheet_rows.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "import/table/csv_file.h"

namespace aliprotect {
namespace {

std::string quoted_cell(const std::string& text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  return cell + "\"";
}

}  // namespace

/// Rows are filled up with empty cells, because a row with fewer cells than the header is doubtful.
void SheetRows::take(const std::string& sheet, const std::vector<std::string>& cells) {
  if (sheet != sheet_) finish_sheet();
  sheet_ = sheet;
  width_ = std::max(width_, cells.size());
  for (std::size_t i = 0; i < width_; ++i)
    rows_ += (i == 0 ? "" : ",") + quoted_cell(i < cells.size() ? cells[i] : "");
  rows_ += "\n";
}

void SheetRows::finish() {
  finish_sheet();
  if (trouble_ && !has_table_) throw UserError(*trouble_);
}

void SheetRows::finish_sheet() {
  width_ = 0;
  if (rows_.empty()) return;
  std::istringstream rows(std::exchange(rows_, {}));
  try {
    read_csv(rows, reading_, sink_);
    has_table_ = true;
  } catch (const UserError& error) {
    if (!trouble_) trouble_ = error;
    ++skipped_;
  }
}

}  // namespace aliprotect
