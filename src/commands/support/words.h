#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "core/text/suggestions.h"

namespace aliprotect {

/// Returns the names of the enum's values as typed, with hyphens: `not-received`.
template <typename Enum>
std::vector<std::string> typed_words() {
  std::vector<std::string> words = words_of<Enum>();
  for (std::string& word : words) std::replace(word.begin(), word.end(), '_', '-');
  return words;
}

/// Returns the enum value named by the word given to `option`. Throws UserError (usage).
template <typename Enum>
Enum read_word(const std::string& option, const std::string& word) {
  if (const auto value = from_string<Enum>(word)) return *value;
  throw unknown_word(option, word, "value", typed_words<Enum>());
}

/// Returns the names of the rows.
template <typename Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.emplace_back(row.name);
  return names;
}

/// Returns the row with this name; `kind` describes the rows in the message (`key`). Throws
/// UserError (usage).
template <typename Rows>
const auto& row_named(const Rows& rows, const std::string& from, const std::string& name,
                      const std::string& kind) {
  for (const auto& row : rows) {
    if (row.name == name) return row;
  }
  throw unknown_word(from, name, kind, names_of(rows));
}

/// Returns the enum's names as shown in help: `button|message`.
template <typename Enum>
std::string type_of_words() {
  std::string type;
  for (const std::string& word : typed_words<Enum>()) type += (type.empty() ? "" : "|") + word;
  return type;
}

/// Returns the type of an option that takes one of `words`, if they are too many for help: help
/// shows only `label`, and completion offers the words. `KEY,...` takes several, and `FIELD=COLUMN`
/// takes a word followed by a value.
inline std::string type_of_words(const std::string& label, const std::vector<std::string>& words) {
  std::string type = label;
  for (const std::string& word : words) type += (type == label ? ":" : "|") + word;
  return type;
}

}  // namespace aliprotect
