#include "store/text_search.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

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

std::string_view text_of(sqlite3_value* value) {
  const auto* const bytes = sqlite3_value_text(value);
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void run_mentions(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  sqlite3_result_int(context, mentions(text_of(arguments[0]), text_of(arguments[1])) ? 1 : 0);
}

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

void add_text_search(SQLite::Database& db) {
  const int code = sqlite3_create_function_v2(
      db.getHandle(), "mentions", 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
      nullptr, run_mentions, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(db.getHandle(), code);
}

}  // namespace aliprotect::store
