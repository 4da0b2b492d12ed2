#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "export/order_json.h"
#include "render/table.h"

namespace aliprotect {

/// A column of lists and of CSV. Its key is one of the order object, so people learn one set of
/// names.
struct Column {
  std::string_view key;
  std::string_view header;
  bool right = false;
  std::size_t least = 0;  ///< on a narrow terminal it may be cut to this width; 0: never
  /// The value as scripts read it: times in UTC, lists as JSON; empty where there is none.
  std::string (*raw)(const AssessedOrder& of);
  /// The value as people read it; null where `raw` serves.
  Cell (*shown)(const AssessedOrder& of, const Zone& zone) = nullptr;
};

/// The keys of all columns.
std::vector<std::string> column_keys();

/// The columns that `keys` name, in that order. Throws UserError (usage) that names the known ones.
std::vector<const Column*> columns_named(std::span<const std::string> keys);
std::vector<const Column*> columns_named(std::initializer_list<std::string_view> keys);

}  // namespace aliprotect
