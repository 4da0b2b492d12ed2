#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aliprotect/order.h"
#include "core/text/blank.h"
#include "import/merge/row.h"

namespace aliprotect {

/// Reads one kind of value from JSON. Each throws RowError that says what `key` should have been.
void read_field(const nlohmann::json& value, std::string_view key, std::string& into);
void read_field(const nlohmann::json& value, std::string_view key, bool& into);
void read_field(const nlohmann::json& value, std::string_view key, std::int64_t& into);
void read_field(const nlohmann::json& value, std::string_view key, Instant& into);
void read_field(const nlohmann::json& value, std::string_view key, Days& into);
void read_field(const nlohmann::json& value, std::string_view key, Money& into);

/// Why a text is not JSON: what nlohmann says of it, without its own prefix and code.
std::string reason_of(const nlohmann::json::exception& error);

RowError unreadable(std::string_view key, const std::string& expected);

/// The word that the text of `value` is, whatever its case and the blanks around it.
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
  read_field(value, key, into.emplace());
}

/// The value of `key`, or null where it is absent, null or a blank text.
const nlohmann::json* present(const nlohmann::json& object, std::string_view key);

/// Reads `key` where it is present and not null; else leaves `into` as it is.
template <typename Value>
void lay_field(const nlohmann::json& object, std::string_view key, Value& into) {
  if (const nlohmann::json* value = present(object, key)) read_field(*value, key, into);
}

/// Reads `key`, which has to be there.
template <typename Value>
Value required_field(const nlohmann::json& object, std::string_view key) {
  const nlohmann::json* value = present(object, key);
  if (!value) throw RowError(std::string("`").append(key) + "` is missing");
  Value into{};
  read_field(*value, key, into);
  return into;
}

/// The elements of the list `key`: none where it is absent or null. Throws RowError where it is no
/// list of objects.
std::vector<const nlohmann::json*> objects_of(const nlohmann::json& object, std::string_view key);

}  // namespace aliprotect
