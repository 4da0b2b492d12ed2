#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace aliprotect {

/// What people take for one character: a letter with its marks, a flag, a family of emoji.
struct Cluster {
  std::string_view bytes;
  std::size_t width;  ///< columns on a terminal: 0, 1 or 2, more for long sequences of letters
};

/// Calls `visit` for each cluster of `text` until it returns false. A byte that is no UTF-8 is a
/// cluster of one column.
void each_cluster(std::string_view text, const std::function<bool(const Cluster&)>& visit);

}  // namespace aliprotect
