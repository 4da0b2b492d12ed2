#pragma once

#include <string>

namespace aliprotect {

/// Decodes the folded value of a header with encoded words, such as `=?utf-8?B?...?=`. GMime joins
/// neighbouring base64 words and loses what follows the padding of the first, so a word with
/// padding is decoded on its own.
std::string decode_header(const char* folded);

}  // namespace aliprotect
