#include "export/policy_json.h"

#include <type_traits>

#include "core/policy_fields.h"
#include "export/json_writer.h"

namespace aliprotect {
namespace {

template <typename Value>
void put(JsonWriter& json, const Value& value) {
  if constexpr (std::is_enum_v<Value>) {
    json.word(to_string(value));
  } else {
    json.value(value);
  }
}

}  // namespace

void write_policy_json(std::string& out, const Policy& policy) {
  JsonWriter json(out);
  json.begin_object();
  for_each_field(policy, [&](std::string_view key, const auto& value) {
    put(json.key(key), value);
    if (&value == static_cast<const void*>(&policy.dispute_after_completion)) {
      put(json.key(grace_key), value);  // the older name, for scripts that read it
    }
  });
  json.end_object();
}

std::vector<std::string_view> policy_keys() {
  std::vector<std::string_view> keys;
  const Policy any;
  for_each_field(any, [&](std::string_view key, const auto&) { keys.push_back(key); });
  return keys;
}

std::string field_json(const Policy& policy, std::string_view wanted) {
  std::string text;
  JsonWriter json(text);
  for_each_field(policy, [&](std::string_view key, const auto& value) {
    if (key == wanted) put(json, value);
  });
  return text;
}

}  // namespace aliprotect
