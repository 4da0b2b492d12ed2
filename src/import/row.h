#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

#include "aliprotect/order.h"

namespace aliprotect {

/// Why a row of a file cannot be recorded; the rest of the file still can.
class RowError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The facts that one row of a file states about one order.
struct ImportedRow {
  std::size_t line = 0;  ///< of the file, from 1; in a JSON array the element
  OrderNumber number;
  std::optional<OrderId> id;
  /// Lays the row's facts over an order: what the row states wins, what it leaves empty stays (cli
  /// 5).
  std::function<void(Order&)> lay_over;
};

/// What a reader of a layout calls while it goes through a file.
struct RowSink {
  std::function<void(ImportedRow&&)> row;
  std::function<void(std::size_t line, const std::string& reason)> rejected;
  std::set<std::string>* unknown_columns = nullptr;
};

}  // namespace aliprotect
