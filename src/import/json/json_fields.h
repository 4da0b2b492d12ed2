#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "aliprotect/order.h"
#include "core/text/blank.h"
#include "import/merge/row.h"

namespace aliprotect {

/// These read one kind of value from JSON. They throw RowError, which says what `key` should be.
void read_field(const nlohmann::json& value, std::string_view key, std::string& into);
void read_field(const nlohmann::json& value, std::string_view key, bool& into);
void read_field(const nlohmann::json& value, std::string_view key, std::int64_t& into);
void read_field(const nlohmann::json& value, std::string_view key, Instant& into);
void read_field(const nlohmann::json& value, std::string_view key, Days& into);
void read_field(const nlohmann::json& value, std::string_view key, Money& into);

/// Returns why a text is not valid JSON: `invalid JSON at line 1, column 5: invalid literal; ...`.
std::string reason_of(const nlohmann::json::exception& error);

RowError unreadable(std::string_view key, const std::string& expected);

/// The text of `value` in lower case and without blanks around it.
std::string plain_word(const nlohmann::json& value);

[[noreturn]] void refuse_word(const nlohmann::json& value, std::string_view key,
                              const std::vector<std::string>& words);

template <typename Enum>
requires std::is_enum_v<Enum>
void read_field(const nlohmann::json& value, std::string_view key, Enum& into) {
  const auto word =
      value.is_string() ? from_string<Enum>(plain_word(value)) : std::optional<Enum>();
  if (!word) refuse_word(value, key, words_of<Enum>());
  into = *word;
}

template <typename Value>
void read_field(const nlohmann::json& value, std::string_view key, std::optional<Value>& into) {
  Value read{};
  read_field(value, key, read);
  into = std::move(read);
}

/// The value of `key`; null if it is absent, null or a blank text.
const nlohmann::json* present(const nlohmann::json& object, std::string_view key);

/// Reads `key` if it is present; otherwise leaves `into` unchanged.
template <typename Value>
void read_if_present(const nlohmann::json& object, std::string_view key, Value& into) {
  if (const nlohmann::json* value = present(object, key)) read_field(*value, key, into);
}

/// Reads `key`. Throws RowError if it is missing.
template <typename Value>
Value required_field(const nlohmann::json& object, std::string_view key) {
  const nlohmann::json* value = present(object, key);
  if (!value) throw RowError(std::string("`").append(key) + "` is missing");
  Value into{};
  read_field(*value, key, into);
  return into;
}

}  // namespace aliprotect
