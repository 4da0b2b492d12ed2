#include "reader/anonymous_text.h"

#include <algorithm>

#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_words = 12;

bool is_private(std::string_view word, const std::vector<std::string>& names) {
  if (std::any_of(word.begin(), word.end(), is_digit)) return true;
  if (word.find('@') != std::string_view::npos) return true;
  const std::string plain = bare_words(word);
  return std::find(names.begin(), names.end(), plain) != names.end();
}

}  // namespace

std::string anonymous_text(std::string_view text, const std::vector<std::string>& names) {
  std::string words;
  std::size_t count = 0;
  for_each_part(text, " \t", [&](std::string_view word) {
    if (word.empty() || ++count > most_words) return;
    if (!words.empty()) words += ' ';
    words += is_private(word, names) ? std::string_view("#") : word;
  });
  return words;
}

}  // namespace aliprotect
