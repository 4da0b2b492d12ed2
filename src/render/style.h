#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/next_step.h"

namespace aliprotect {

enum class Tint { plain, strong, faint, red, yellow };

/// How to format standard output in this run, as determined by `cli`.
struct Style {
  bool color = false;
  bool terminal = false;
  std::optional<std::size_t> width;  ///< maximum columns; none: unlimited
  std::size_t picture_width = 80;    ///< columns of charts, which always need a limit
  bool ascii = false;                ///< charts use only ASCII

  std::string paint(std::string_view text, Tint tint) const;
};

Tint tint_of(Urgency urgency);

}  // namespace aliprotect
