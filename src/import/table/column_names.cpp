#include "import/table/column_names.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "core/text/scanner.h"
#include "import/table/column_spellings.h"
#include "import/text/folded_name.h"
#include "import/text/page_price.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

/// The meanings by full name, and by name without small words.
std::map<std::string, ColumnMeaning> all_meanings() {
  std::map<std::string, ColumnMeaning> meanings;
  for (const ColumnSpelling& spelling : column_spellings()) {
    const ColumnMeaning meaning{spelling.role, spelling.rank, std::nullopt, false};
    meanings.emplace(bare_name(spelling.name), meaning);
    meanings.emplace(terse_name(spelling.name), meaning);
  }
  return meanings;
}

/// Splits a name at blanks and punctuation.
std::vector<std::string> words_of(std::string_view name) {
  const std::string plain = in_plain_signs(name);
  std::vector<std::string> words;
  for (std::string_view rest = plain; !rest.empty();) {
    const auto end = rest.find_first_of(" ()[]{}:,/_-");
    if (end > 0) words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end, rest.size() - 1) + 1);
  }
  return words;
}

bool is_word(const std::string& word, std::initializer_list<std::string_view> known) {
  return std::any_of(known.begin(), known.end(),
                     [&](std::string_view each) { return same_word(word, each); });
}

/// Removes the unit at the end of a name: `(EUR)`, `in €`, `(UTC)`.
bool take_unit(std::vector<std::string>& words, ColumnMeaning& unit) {
  if (words.size() < 2) return false;
  unit.currency = currency_named(words.back());
  unit.is_utc = is_word(words.back(), {"utc", "gmt"});
  if (!unit.currency && !unit.is_utc) return false;
  words.pop_back();
  if (words.size() > 1 && is_word(words.back(), {"in", "en", "em", "w", "в"})) words.pop_back();
  return true;
}

/// Removes the marketplace's name, also written as two words. If an order has two numbers, that of
/// the marketplace counts.
bool take_marketplace(std::vector<std::string>& words) {
  std::size_t count = 0;
  for (auto word = words.begin(); word != words.end();) {
    const bool is_first = is_word(*word, {"aliexpress", "ali"});
    const bool is_second = count > 0 && is_word(*word, {"express"});
    count += is_first || is_second ? 1 : 0;
    word = is_first || is_second ? words.erase(word) : word + 1;
  }
  return count > 0;
}

std::string joined(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) name += word + " ";
  return name;
}

}  // namespace

std::optional<ColumnMeaning> role_called(std::string_view name) {
  static const auto meanings = all_meanings();
  auto found = meanings.find(bare_name(name));
  if (found == meanings.end()) found = meanings.find(terse_name(name));
  return found == meanings.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ColumnMeaning> meaning_of_column(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  ColumnMeaning unit;
  const bool has_unit = take_unit(words, unit);
  const bool is_marketplaces = take_marketplace(words);
  auto meaning = has_unit || is_marketplaces ? role_called(joined(words)) : std::nullopt;
  if (!meaning) return role_called(name);
  meaning->currency = unit.currency;
  meaning->is_utc = unit.is_utc;
  if (is_marketplaces) meaning->rank = 0;
  return meaning;
}

}  // namespace aliprotect
