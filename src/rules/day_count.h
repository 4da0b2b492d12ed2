#pragma once

#include <string>

#include "aliprotect/time.h"

namespace aliprotect {

/// `1 day`, `5 days`.
inline std::string format_days(Days days) {
  return std::to_string(days.count()) + (days.count() == 1 ? " day" : " days");
}

}  // namespace aliprotect
