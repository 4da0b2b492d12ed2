#include "import/json/json_fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/text/quote.h"
#include "core/text/scanner.h"

namespace aliprotect {
namespace {

std::string shown(const nlohmann::json& value) {
  std::string text = value.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  if (text.size() > 40) text = text.substr(0, 37) + "...";
  return text;
}

const std::string& days_in_words() {
  static const std::string words =
      fmt::format("a number of days from 0 to {}", longest_clock.count());
  return words;
}

[[noreturn]] void fail(const nlohmann::json& value, std::string_view key, const char* expected) {
  throw RowError(fmt::format("`{}` is {}, which is not {}", key, shown(value), expected));
}

}  // namespace

std::string reason_of(const nlohmann::json::exception& error) {
  constexpr std::size_t longest_reason = 300;  // the message contains the complete bad word
  // `[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while parsing
  // value - invalid literal; last read: 'a'`
  std::string_view text = error.what();
  if (const auto code = text.find("] "); code != std::string_view::npos)
    text.remove_prefix(code + 2);
  constexpr std::string_view before_place = "parse error at ";
  const auto place_ends = text.find(": ");
  if (!text.starts_with(before_place) || place_ends == std::string_view::npos)
    return "invalid JSON: " + without_middle(text, longest_reason);
  const std::string_view place = text.substr(before_place.size(), place_ends - before_place.size());
  std::string_view reason = text.substr(place_ends + 2);
  constexpr std::string_view context = "syntax error while parsing ";
  const auto context_ends = reason.find(" - ");
  if (reason.starts_with(context) && context_ends != std::string_view::npos)
    reason.remove_prefix(context_ends + 3);
  return fmt::format("invalid JSON at {}: {}", place, without_middle(reason, longest_reason));
}

RowError unreadable(std::string_view key, const std::string& expected) {
  return RowError(fmt::format("`{}` is not {}", excerpt(key), expected));
}

std::string plain_word(const nlohmann::json& value) {
  std::string word(trimmed(value.get_ref<const std::string&>()));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c == '-' ? '_' : to_lower(c); });
  return word;
}

void refuse_word(const nlohmann::json& value, std::string_view key,
                 const std::vector<std::string>& words) {
  throw RowError(
      fmt::format("`{}` is {}, which is none of: {}", key, shown(value), fmt::join(words, ", ")));
}

void read_field(const nlohmann::json& value, std::string_view key, std::string& into) {
  if (!value.is_string()) fail(value, key, "a text");
  into = value.get_ref<const std::string&>();
  if (into.find('\0') != std::string::npos) fail(value, key, "a text without NUL characters");
}

void read_field(const nlohmann::json& value, std::string_view key, bool& into) {
  if (!value.is_boolean()) fail(value, key, "true or false");
  into = value.get<bool>();
}

void read_field(const nlohmann::json& value, std::string_view key, std::int64_t& into) {
  if (!value.is_number_integer() || value.get<std::int64_t>() < 0)
    fail(value, key, "a whole number");
  into = value.get<std::int64_t>();
}

void read_field(const nlohmann::json& value, std::string_view key, Instant& into) {
  const auto at = value.is_string() ? from_rfc3339(value.get_ref<const std::string&>())
                                    : std::optional<Instant>();
  if (!at) fail(value, key, "a time such as \"2026-12-15T08:30:00Z\"");
  into = *at;
}

void read_field(const nlohmann::json& value, std::string_view key, Days& into) {
  const bool whole = value.is_number_integer();
  if (!whole || value.get<std::int64_t>() < 0 ||
      value.get<std::int64_t>() > longest_clock.count()) {
    fail(value, key, days_in_words().c_str());
  }
  into = Days{value.get<int>()};
}

void read_field(const nlohmann::json& value, std::string_view key, Money& into) {
  if (!value.is_object())
    fail(value, key, "an amount such as {\"amount\": \"12.34\", \"currency\": \"USD\"}");
  const auto code = required_field<std::string>(value, "currency");
  const auto currency = Currency::from_code(code);
  if (!currency)
    throw RowError(
        fmt::format("`{}` is in the unknown currency {}; use an ISO 4217 code such as EUR", key,
                    in_quotes(code)));
  const auto money = from_amount(required_field<std::string>(value, "amount"), *currency);
  if (!money)
    fail(value.at("amount"), key, "an amount with the decimals of its currency, such as \"12.34\"");
  if (money->minor < 0) fail(value.at("amount"), key, "an amount of zero or more");
  if (money->minor > max_minor) fail(value.at("amount"), key, "an amount of 15 digits or fewer");
  into = *money;
}

const nlohmann::json* present(const nlohmann::json& object, std::string_view key) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return nullptr;
  return found->is_string() && is_blank(found->get_ref<const std::string&>()) ? nullptr : &*found;
}

}  // namespace aliprotect
