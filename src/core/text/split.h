#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/scanner.h"

namespace aliprotect {

/// Splits at commas and keeps empty parts: `7d,,1d` has three parts.
inline std::vector<std::string> split_at_commas(const std::string& whole) {
  std::vector<std::string> parts;
  std::string_view text = whole;
  for (auto comma = text.find(','); comma != std::string_view::npos; comma = text.find(',')) {
    parts.emplace_back(text.substr(0, comma));
    text.remove_prefix(comma + 1);
  }
  parts.emplace_back(text);
  return parts;
}

/// Splits each text and concatenates the parts.
inline std::vector<std::string> split_at_commas(const std::vector<std::string>& texts) {
  std::vector<std::string> all;
  for (const std::string& text : texts) {
    for (std::string& part : split_at_commas(text)) all.push_back(std::move(part));
  }
  return all;
}

/// Calls `take` with each non-empty part between delimiters, without surrounding blanks.
template <typename Take>
void for_each_part(std::string_view text, std::string_view delimiters, const Take& take) {
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(delimiters), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) take(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

}  // namespace aliprotect
