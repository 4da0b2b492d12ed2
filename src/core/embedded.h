#pragma once

#include <span>
#include <string_view>

namespace aliprotect {

/// A file of data/ that is compiled into the program.
struct EmbeddedFile {
  std::string_view name;
  std::string_view text;
};

}  // namespace aliprotect
