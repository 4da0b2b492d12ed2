#pragma once

#include <optional>
#include <string>

#include "support/order_builder.h"

/// A value of each type that a plain fact of an order can have.
namespace aliprotect::testing {

inline void set_sample(std::optional<std::string>& fact) { fact = "Example Store"; }
inline void set_sample(std::optional<Money>& fact) { fact = {1234, *Currency::from_code("USD")}; }
inline void set_sample(std::optional<Instant>& fact) { fact = day(3); }
inline void set_sample(std::optional<Days>& fact) { fact = Days{45}; }
template <typename Enum>
requires std::is_enum_v<Enum>
void set_sample(std::optional<Enum>& fact) { fact = from_string<Enum>(words_of<Enum>().back()); }

}  // namespace aliprotect::testing
