#include "import/json/json_members.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/text/scanner.h"
#include "import/json/json_fields.h"
#include "import/text/folded_name.h"

namespace aliprotect {
namespace {

using nlohmann::json;

/// `{"$numberLong": "3051…"}`: a 64-bit number in an export of MongoDB.
const json& unwrapped(const json& value) {
  if (!value.is_object() || value.size() != 1) return value;
  const auto number = value.find("$numberLong");
  return number == value.end() ? value : *number;
}

/// Writes a large number with few digits, so that later code recognises it as rounded.
std::string float_text(double number) {
  constexpr double most_exact = 1e9;
  return std::abs(number) < most_exact ? fmt::format("{}", number) : fmt::format("{:.5e}", number);
}

bool is_there(const json& value) {
  return !value.is_null() &&
         (!value.is_string() || !trimmed(value.get_ref<const std::string&>()).empty());
}

std::optional<std::string> text_of(const json& value) {
  if (value.is_number_float()) return float_text(value.get<double>());
  if (value.is_number()) return value.dump();
  if (!value.is_string()) return std::nullopt;
  const std::string_view text = trimmed(value.get_ref<const std::string&>());
  if (text.find('\0') != std::string_view::npos) return std::nullopt;
  return std::string(text);
}

}  // namespace

JsonMembers::JsonMembers(const json& object) {
  for (const auto& [key, wrapped] : object.items()) {
    const json& value = unwrapped(wrapped);
    if (is_there(value)) members_.push_back({bare_name(key), &key, &value});
  }
}

const JsonMembers::Member* JsonMembers::member(
    std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    for (const Member& member : members_) {
      if (member.name == name) return &member;
    }
  }
  return nullptr;
}

const json* JsonMembers::find(std::initializer_list<std::string_view> names) const {
  const Member* found = member(names);
  return found ? found->value : nullptr;
}

std::string JsonMembers::text(std::initializer_list<std::string_view> names) const {
  const Member* found = member(names);
  if (!found) return {};
  const auto text = text_of(*found->value);
  if (!text) throw unreadable(found->key->c_str(), "a number or a text without NUL characters");
  return *text;
}

std::vector<const json*> objects_within(const json* list) {
  std::vector<const json*> objects;
  if (!list) return objects;
  if (list->is_array()) {
    for (const json& element : *list) {
      if (element.is_object()) objects.push_back(&element);
    }
    return objects;
  }
  if (!list->is_object() || list->empty()) return objects;
  const bool is_wrapper = list->size() == 1 && list->begin()->is_structured();
  if (is_wrapper) return objects_within(&*list->begin());
  return {list};
}

}  // namespace aliprotect
