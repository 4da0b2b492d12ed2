#pragma once

#include <span>
#include <string_view>

namespace aliprotect {

/// A file of data/ that was built into the program.
struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

}  // namespace aliprotect
