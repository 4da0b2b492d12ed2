#pragma once

#include <string_view>

namespace aliprotect {

/// Throws UserError if a file that begins like this is not text with rows. The message says what
/// the file appears to be and what to do.
void refuse_unsupported_file(std::string_view beginning);

}  // namespace aliprotect
