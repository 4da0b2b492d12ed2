#include "import/merge/row.h"

namespace aliprotect {

std::string because_of_line(std::size_t bad_line) {
  return "its order was rejected because of line " + std::to_string(bad_line);
}

void reject_together(
    const std::vector<FileRow>& rows, std::size_t bad_line, const std::string& reason,
    const std::function<void(const FileRow& row, const std::string& reason)>& reject) {
  const std::string of_others = because_of_line(bad_line);
  for (const FileRow& row : rows) reject(row, row.line == bad_line ? reason : of_others);
}

}  // namespace aliprotect
