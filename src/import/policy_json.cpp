#include "import/policy_json.h"

#include <nlohmann/json.hpp>

#include "aliprotect/error.h"
#include "core/embedded.h"
#include "import/json_fields.h"

namespace aliprotect {

std::span<const EmbeddedFile> policy_files();

namespace {

Policy read_fields(const nlohmann::json& object) {
  Policy policy;
  policy.name = required_field<std::string>(object, "name");
  policy.era = required_field<std::string>(object, "era");
  policy.source = required_field<std::string>(object, "source");
  policy.dispute_opens = required_field<Days>(object, "dispute_opens_days");
  policy.short_promise = required_field<Days>(object, "short_promise_days");
  policy.dispute_grace = required_field<Days>(object, "dispute_grace_days");
  lay_field(object, "escalation_opens_days", policy.escalation_opens);
  policy.auto_escalates = required_field<Days>(object, "auto_escalates_days");
  lay_field(object, "reason_change_days", policy.reason_change);
  lay_field(object, "seller_answer_days", policy.seller_answers);
  policy.reminder_from = required_field<Days>(object, "reminder_from_days");
  policy.reminder_until = required_field<Days>(object, "reminder_until_days");
  policy.extension_from = required_field<Days>(object, "extension_from_days");
  policy.extension_until = required_field<Days>(object, "extension_until_days");
  policy.longest_protection = required_field<Days>(object, "longest_protection_days");
  return policy;
}

}  // namespace

Policy read_policy(std::string_view text) {
  try {
    return read_fields(nlohmann::json::parse(text));
  } catch (const RowError& error) {
    throw UserError(std::string("the rule set cannot be read: ") + error.what());
  } catch (const nlohmann::json::exception& error) {
    throw UserError(std::string("the rule set is no JSON: ") + error.what());
  }
}

Policies built_in_policies() {
  std::vector<Policy> policies;
  for (const EmbeddedFile& file : policy_files()) policies.push_back(read_policy(file.text));
  return Policies(std::move(policies));
}

}  // namespace aliprotect
