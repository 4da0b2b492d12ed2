#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace aliprotect {

/// A grapheme cluster: a letter with its marks, a flag, or a joined emoji.
struct Cluster {
  std::string_view bytes;
  std::size_t width;  ///< columns on a terminal: usually 0, 1 or 2
};

/// Calls `visit` for each cluster of `text` until it returns false. An invalid byte is a cluster of
/// one column.
void each_cluster(std::string_view text, const std::function<bool(const Cluster&)>& visit);

}  // namespace aliprotect
