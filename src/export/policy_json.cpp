#include "export/policy_json.h"

#include "core/policy_fields.h"
#include "export/json_writer.h"

namespace aliprotect {
void write_policy_json(std::string& out, const Policy& policy) {
  JsonWriter json(out);
  json.begin_object();
  for_each_field(policy,
                 [&](std::string_view key, const auto& value) { json.key(key).value(value); });
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
    if (key == wanted) json.value(value);
  });
  return text;
}

}  // namespace aliprotect
