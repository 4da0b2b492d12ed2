#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/order_json.h"
#include "render/table.h"

namespace aliprotect {

/// A column of lists and of CSV. Its key is the key of the order object; see aliprotect-json(5).
struct Column {
  std::string_view key;
  std::string_view label;
  bool right = false;
  std::size_t min_width = 0;  ///< minimum width to cut it to on a narrow terminal; 0: never cut
  /// The value for scripts: times in UTC, lists as JSON; empty if absent.
  std::function<std::string(const AssessedOrder& of)> raw;
  /// The value for people; null: same as `raw`.
  std::function<Cell(const AssessedOrder& of, const Zone& zone)> shown = nullptr;
};

/// Returns the keys of all columns.
std::vector<std::string> column_keys();

/// Returns the columns with these keys, in the same order. Throws UserError (usage) for an unknown
/// key.
std::vector<const Column*> columns_named(std::span<const std::string> keys);
std::vector<const Column*> columns_named(std::initializer_list<std::string_view> keys);

}  // namespace aliprotect
