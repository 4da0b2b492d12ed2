#pragma once

#include <string>

namespace aliprotect::store {

/// Returns numbers as a JSON array for `json_each`.
template <typename Values>
std::string json_list(const Values& values, const auto& number_of) {
  std::string list = "[";
  for (const auto& value : values) {
    if (list.size() > 1) list += ',';
    list += std::to_string(number_of(value));
  }
  return list + "]";
}

}  // namespace aliprotect::store
