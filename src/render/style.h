#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/next_step.h"

namespace aliprotect {

enum class Tint { plain, strong, faint, red, yellow };

/// How results are shown on this run's standard output; decided once, by `cli`.
struct Style {
  bool color = false;
  bool terminal = false;
  std::optional<std::size_t> width;  ///< columns to stay within; none: as wide as it gets
  std::size_t picture_width = 80;    ///< of what cannot be as wide as it gets
  bool ascii = false;                ///< pictures are drawn with nothing else

  std::string paint(std::string_view text, Tint tint) const;
};

Tint tint_of(Urgency urgency);

}  // namespace aliprotect
