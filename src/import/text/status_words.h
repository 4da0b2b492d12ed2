#pragma once

#include <span>
#include <string_view>

#include "import/text/page_status.h"

namespace aliprotect {

struct StatusWords {
  PageStatus status;
  std::string_view spellings;  ///< between bars, as pages print them
};

/// What pages, AliExpress's data copy and its interfaces call the statuses, and what this program
/// does.
std::span<const StatusWords> status_words();

}  // namespace aliprotect
