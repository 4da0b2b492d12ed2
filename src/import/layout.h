#pragma once

#include <istream>
#include <optional>
#include <string_view>

#include "import/row.h"

namespace aliprotect {

/// The forms of files that can be read.
enum class Layout { json, jsonl };

std::string_view to_string(Layout layout);
std::optional<Layout> layout_from_string(std::string_view word);

/// Reads a file; without `layout` its beginning tells which one it is. Calls the sink for each row.
/// Throws UserError where the file is of no known layout.
void read_orders(std::istream& in, std::optional<Layout> layout, const RowSink& sink);

}  // namespace aliprotect
