#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "core/text/suggestions.h"

namespace aliprotect {

/// The words as they are typed, with hyphens: `not-received`.
template <typename Enum>
std::vector<std::string> typed_words() {
  std::vector<std::string> words = words_of<Enum>();
  for (std::string& word : words) std::replace(word.begin(), word.end(), '_', '-');
  return words;
}

/// The value of an enum that the word of `option` stands for. Throws UserError (usage).
template <typename Enum>
Enum read_word(const std::string& option, const std::string& word) {
  if (const auto value = from_string<Enum>(word)) return *value;
  throw no_such_word(option, word, "words", typed_words<Enum>());
}

/// The names of a table whose rows have one each.
template <typename Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.emplace_back(row.name);
  return names;
}

/// The row that is called so; `kind` is what the rows are (`keys`). Throws UserError (usage).
template <typename Rows>
const auto& row_named(const Rows& rows, const std::string& from, const std::string& name,
                      const std::string& kind) {
  for (const auto& row : rows) {
    if (row.name == name) return row;
  }
  throw no_such_word(from, name, kind, names_of(rows));
}

/// How help names the words: `button|message`.
template <typename Enum>
std::string type_of_words() {
  std::string type;
  for (const std::string& word : typed_words<Enum>()) type += (type.empty() ? "" : "|") + word;
  return type;
}

/// The type of an option that takes one of `words`, which are too many for help: help names the
/// `label` alone, and completion offers the words. `KEY,...` takes several, `FIELD=COLUMN` one with
/// something behind it.
inline std::string type_of_words(const std::string& label, const std::vector<std::string>& words) {
  std::string type = label;
  for (const std::string& word : words) type += (type == label ? ":" : "|") + word;
  return type;
}

}  // namespace aliprotect
