#pragma once

#include <optional>

namespace aliprotect {

/// Replaces `least` by a known `value` that is less, or if `least` is unknown.
template <typename Value>
void keep_least(std::optional<Value>& least, const std::optional<Value>& value) {
  if (value && (!least || *value < *least)) least = value;
}

}  // namespace aliprotect
