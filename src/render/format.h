#pragma once

#include <optional>
#include <string_view>

namespace aliprotect {

/// The output formats of lists and totals.
enum class Format { table, json, jsonl, csv, ids };

std::string_view to_string(Format format);
std::optional<Format> format_from_string(std::string_view word);

}  // namespace aliprotect
