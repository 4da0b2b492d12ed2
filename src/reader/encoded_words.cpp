#include "reader/encoded_words.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

struct Freeing {
  void operator()(char* text) const { g_free(text); }
};
using Text = std::unique_ptr<char, Freeing>;

/// Removes and returns the text up to the end of a padded base64 word that another encoded word
/// follows, or everything. The blanks between two encoded words are not part of the text.
std::string_view take_padded_word(std::string_view& text) {
  constexpr std::string_view padded_end = "=?=";
  for (auto at = text.find(padded_end); at != std::string_view::npos;
       at = text.find(padded_end, at + 1)) {
    const auto end = at + padded_end.size();
    const auto next = std::min(text.find_first_not_of(" \t\r\n", end), text.size());
    if (next == end || !text.substr(next).starts_with("=?")) continue;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(next);
    return word;
  }
  return std::exchange(text, {});
}

}  // namespace

std::string decode_header(const char* folded) {
  const Text unfolded(g_mime_utils_header_unfold(folded));
  std::string_view rest = unfolded ? unfolded.get() : "";
  std::string decoded;
  while (!rest.empty()) {
    const std::string words(take_padded_word(rest));
    const Text text(g_mime_utils_header_decode_text(nullptr, words.c_str()));
    if (text) decoded += text.get();
  }
  return std::string(trimmed(decoded));
}

}  // namespace aliprotect
