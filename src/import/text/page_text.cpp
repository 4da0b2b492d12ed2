#include "import/text/page_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

/// NFKC, without invisible characters.
constexpr int plain = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* bytes = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &bytes,
                                 static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::string(text);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(bytes, &std::free);
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

std::string with_single_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  std::string single;
  single.reserve(text.size());
  for (const char c : trimmed(text)) {
    const bool blank = blanks.find(c) != std::string_view::npos;
    if (!blank || single.back() != ' ') single += blank ? ' ' : c;
  }
  return single;
}

bool is_letter_or_number(utf8proc_int32_t character) {
  const auto category = utf8proc_category(character);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/// Unicode does not treat the stroke of the Polish `ł` as an accent, but people omit it like one.
std::string without_strokes(std::string text) {
  constexpr std::string_view stroked = "\u0142";
  for (auto at = text.find(stroked); at != std::string::npos; at = text.find(stroked, at))
    text.replace(at, stroked.size(), 1, 'l');
  return text;
}

/// Invalid UTF-8 is kept.
std::string with_blanks_for_signs(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    utf8proc_int32_t character = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &character);
    const auto size = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(read, 1));
    words += read < 0 || is_letter_or_number(character) ? text.substr(0, size) : " ";
    text.remove_prefix(size);
  }
  return words;
}

constexpr std::string_view small_words[] = {"of",   "the",   "der", "des", "de",  "du",  "d",  "la",
                                            "le",   "les",   "l",   "del", "el",  "da",  "do", "di",
                                            "dell", "della", "van", "het", "die", "das", "den"};

bool is_small_word(std::string_view word) {
  return std::find(std::begin(small_words), std::end(small_words), word) != std::end(small_words);
}

}  // namespace

std::string in_small_letters(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), to_lower);
  return text;
}

std::string in_plain_signs(std::string_view text) {
  return with_single_blanks(is_ascii(text) ? std::string(text) : mapped(text, plain));
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return in_small_letters(with_single_blanks(text));
  return with_single_blanks(mapped(text, plain | UTF8PROC_CASEFOLD));
}

std::string bare_words(std::string_view text) {
  const std::string bare =
      is_ascii(text)
          ? in_small_letters(std::string(text))
          : without_strokes(mapped(text, plain | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK));
  return with_single_blanks(with_blanks_for_signs(bare));
}

std::string terse_words(std::string_view text) {
  const std::string words = bare_words(text);
  std::string terse;
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view word = std::string_view(words).substr(begin, end - begin);
    const bool is_within = begin > 0 && end < words.size();
    if (!is_within || !is_small_word(word)) terse.append(terse.empty() ? "" : " ").append(word);
    begin = end + 1;
  }
  return terse;
}

}  // namespace aliprotect
