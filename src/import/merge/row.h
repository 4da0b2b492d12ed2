#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "aliprotect/import_memory.h"
#include "core/text/name_list.h"
#include "import/merge/order_patch.h"
#include "import/merge/skipped_values.h"

namespace aliprotect {

/// Why a row or a value of a file cannot be recorded; the rest of the file still can.
class RowError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The reason for a row with a NUL character.
inline constexpr auto nul_in_row = "it has a NUL character, which cannot be recorded";

/// The reason for a row that is too long.
inline constexpr auto too_long_row = "it is longer than 16 MiB, the maximum for an order";

/// A row as in its file, so that it can be written to another file and corrected there.
struct FileRow {
  std::size_t line = 0;  ///< from 1; in a JSON array the element
  std::string text;
  bool is_further = false;  ///< a further row of an order
  std::string file{};       ///< if it is not the file being read
};

/// The text before, between and after the rows of a file.
struct Framing {
  std::string before;
  std::string between;
  std::string after;
};

/// The facts of a file about one order, and the rows that they were read from.
struct ImportedOrder {
  std::vector<FileRow> rows;
  OrderPatch facts;
  SkippedValues skipped{};
  std::vector<RememberedMail> mails{};  ///< to be remembered once the order is recorded
};

/// Other information about a file for the report.
struct Remarks {
  NameList unknown_columns;
  std::size_t orders_in_dispute = 0;  ///< in dispute, but without its details
};

/// The functions that a reader of a file calls.
struct RowSink {
  std::function<void(const Framing&)> begin;  ///< before the rows
  std::function<void(ImportedOrder&&)> order;
  std::function<void(const FileRow&, const std::string& reason)> rejected;
  Remarks& remarks;
  bool keeps_text = false;  ///< whether rows need a text, even if it has to be composed
};

/// The reason for rejecting the other rows of an order with a bad row.
std::string because_of_line(std::size_t bad_line);

/// Rejects the rows of one order. `reason` is the reason for the row at `bad_line`.
void reject_together(
    const std::vector<FileRow>& rows, std::size_t bad_line, const std::string& reason,
    const std::function<void(const FileRow& row, const std::string& reason)>& reject);

}  // namespace aliprotect
