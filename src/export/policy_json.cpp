#include "export/policy_json.h"

#include "export/json_writer.h"

namespace aliprotect {
namespace {

void field(JsonWriter& json, std::string_view key, std::optional<Days> days) {
  json.key(key);
  if (days) {
    json.value(std::int64_t{days->count()});
  } else {
    json.null();
  }
}

}  // namespace

void write_policy_json(std::string& out, const Policy& policy) {
  JsonWriter json(out);
  json.begin_object();
  json.key("name").value(policy.name);
  json.key("era").value(policy.era);
  json.key("source").value(policy.source);
  field(json, "dispute_opens_days", policy.dispute_opens);
  field(json, "short_promise_days", policy.short_promise);
  field(json, "dispute_grace_days", policy.dispute_grace);
  field(json, "escalation_opens_days", policy.escalation_opens);
  field(json, "auto_escalates_days", policy.auto_escalates);
  field(json, "reason_change_days", policy.reason_change);
  field(json, "seller_answer_days", policy.seller_answers);
  field(json, "reminder_from_days", policy.reminder_from);
  field(json, "reminder_until_days", policy.reminder_until);
  field(json, "extension_from_days", policy.extension_from);
  field(json, "extension_until_days", policy.extension_until);
  field(json, "longest_protection_days", policy.longest_protection);
  json.end_object();
}

}  // namespace aliprotect
