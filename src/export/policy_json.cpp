#include "export/policy_json.h"

#include "export/json_writer.h"

namespace aliprotect {
namespace {

void put(JsonWriter& json, const std::string& text) { json.value(text); }
void put(JsonWriter& json, Days days) { json.value(std::int64_t{days.count()}); }
void put(JsonWriter& json, const std::optional<Days>& days) {
  if (days) {
    put(json, *days);
  } else {
    json.null();
  }
}

template <auto field>
void put_field(JsonWriter& json, const Policy& policy) {
  put(json, policy.*field);
}

struct Field {
  std::string_view key;
  void (*put)(JsonWriter& json, const Policy& policy);
};

constexpr Field fields[] = {
    {"name", put_field<&Policy::name>},
    {"era", put_field<&Policy::era>},
    {"source", put_field<&Policy::source>},
    {"dispute_opens_days", put_field<&Policy::dispute_opens>},
    {"short_promise_days", put_field<&Policy::short_promise>},
    {"dispute_grace_days", put_field<&Policy::dispute_grace>},
    {"escalation_opens_days", put_field<&Policy::escalation_opens>},
    {"auto_escalates_days", put_field<&Policy::auto_escalates>},
    {"reason_change_days", put_field<&Policy::reason_change>},
    {"seller_answer_days", put_field<&Policy::seller_answers>},
    {"reminder_from_days", put_field<&Policy::reminder_from>},
    {"reminder_until_days", put_field<&Policy::reminder_until>},
    {"extension_from_days", put_field<&Policy::extension_from>},
    {"extension_until_days", put_field<&Policy::extension_until>},
    {"longest_protection_days", put_field<&Policy::longest_protection>},
};

}  // namespace

void write_policy_json(std::string& out, const Policy& policy) {
  JsonWriter json(out);
  json.begin_object();
  for (const Field& field : fields) field.put(json.key(field.key), policy);
  json.end_object();
}

std::vector<std::string_view> policy_keys() {
  std::vector<std::string_view> keys;
  for (const Field& field : fields) keys.push_back(field.key);
  return keys;
}

std::string field_json(const Policy& policy, std::string_view key) {
  std::string text;
  JsonWriter json(text);
  for (const Field& field : fields) {
    if (field.key == key) field.put(json, policy);
  }
  return text;
}

}  // namespace aliprotect
