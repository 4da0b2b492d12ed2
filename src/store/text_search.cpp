#include "store/text_search.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace aliprotect::store {
namespace {

constexpr auto folded = [] {
  std::array<char, 256> letters{};
  for (std::size_t i = 0; i < letters.size(); ++i)
    letters[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + 32 : i);
  return letters;
}();

char fold(char letter) { return folded[static_cast<unsigned char>(letter)]; }

}  // namespace

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), fold);
  return text;
}

bool mentions(std::string_view text, std::string_view word) {
  if (word.empty()) return true;
  if (text.size() < word.size()) return false;
  const std::size_t last = text.size() - word.size();
  for (std::size_t begin = 0; begin <= last; ++begin) {
    if (fold(text[begin]) != word.front()) continue;
    const std::string_view here = text.substr(begin, word.size());
    if (std::equal(here.begin(), here.end(), word.begin(),
                   [](char letter, char wanted) { return fold(letter) == wanted; })) {
      return true;
    }
  }
  return false;
}

}  // namespace aliprotect::store
