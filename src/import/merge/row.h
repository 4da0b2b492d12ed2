#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/text/name_list.h"
#include "import/merge/order_patch.h"

namespace aliprotect {

/// Why a row of a file cannot be recorded; the rest of the file still can.
class RowError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The reason for a row with a NUL character, whatever the form of the file.
inline constexpr auto nul_in_row = "it has a NUL character, which cannot be recorded";

/// The reason for a row that is longer than any order.
inline constexpr auto too_long_row = "it is longer than 16 MiB, the most that an order can take";

/// A row as it stands in a file, so that it can be written out and mended where it is rejected.
struct FileRow {
  std::size_t line = 0;  ///< from 1; in a JSON array the element
  std::string text;
  bool is_further = false;  ///< it says more of an order that another row begins
};

/// What stands before, between and after the rows of a file.
struct Framing {
  std::string before;
  std::string between;
  std::string after;
};

/// What a file states about one order, and the rows that it was read from.
struct ImportedOrder {
  std::vector<FileRow> rows;
  OrderPatch facts;
};

/// What else should be said of a file.
struct Remarks {
  NameList unknown_columns;
  std::size_t prices_without_currency = 0;
  std::size_t prices_of_unknown_currency = 0;
  NameList unknown_currencies;          ///< of those, as they are written
  std::size_t deliveries_left_out = 0;  ///< of orders: dates on which nothing has been delivered
  std::size_t orders_in_dispute = 0;  ///< according to the file, which says no more of the dispute
  std::size_t orders_of_unclear_status = 0;  ///< its word tells nothing that could be recorded
};

/// What a reader of a file calls while it goes through it.
struct RowSink {
  std::function<void(const Framing&)> begin;  ///< before the rows
  std::function<void(ImportedOrder&&)> order;
  std::function<void(const FileRow&, const std::string& reason)> rejected;
  Remarks& remarks;
  bool keeps_text = false;  ///< whether the text of rows is wanted where it has to be made
};

/// The reason for the other rows of an order that has a bad one.
std::string because_of_line(std::size_t bad_line);

/// Rejects the rows of one order, `reason` being that of the row at `bad_line`.
void reject_together(
    const std::vector<FileRow>& rows, std::size_t bad_line, const std::string& reason,
    const std::function<void(const FileRow& row, const std::string& reason)>& reject);

}  // namespace aliprotect
