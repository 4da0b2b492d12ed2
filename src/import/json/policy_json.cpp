#include "import/json/policy_json.h"

#include <nlohmann/json.hpp>
#include <type_traits>

#include "aliprotect/error.h"
#include "core/embedded.h"
#include "core/policy_fields.h"
#include "core/text/quote.h"
#include "import/json/json_fields.h"
#include "import/json/json_tree.h"

namespace aliprotect {

std::span<const EmbeddedFile> policy_files();

namespace {

using nlohmann::json;

constexpr std::size_t longest_name = 40;
constexpr TreeLimit largest_rule_set{50, "it has more values than a rule set"};

bool is_key(std::string_view key) {
  bool found = key == grace_key;
  const Policy any;
  for_each_field(any, [&](std::string_view known, const auto&) { found = found || known == key; });
  return found;
}

void refuse_unknown_keys(const json& object) {
  for (const auto& [key, value] : object.items()) {
    if (is_key(key)) continue;
    throw RowError(in_quotes(key) +
                   " is not a key of a rule set; `aliprotect rules show NAME --json` lists them");
  }
}

template <typename Field>
void read(const json& object, const char* key, Field& field) {
  field = required_field<Field>(object, key);
}

/// A value that is null or absent if the marketplace has no such limit.
void read(const json& object, const char* key, std::optional<Days>& field) {
  read_if_present(object, key, field);
}

template <typename Enum>
requires std::is_enum_v<Enum>
void read(const json& object, const char* key, Enum& field) { read_if_present(object, key, field); }

/// The days after completion also have an older name. `rules show --json` prints both.
void read_after_completion(const json& object, const char* key, Days& field) {
  const json* older = present(object, grace_key);
  if (!older || present(object, key)) read(object, key, field);
  if (!older) return;
  Days as_grace{};
  read(object, grace_key, as_grace);
  if (present(object, key) && as_grace != field) {
    throw RowError("`" + std::string(key) + "` and its older name `" + grace_key +
                   "` have different values; remove `" + grace_key + "`");
  }
  field = as_grace;
}

void check_name(const std::string& name) {
  const bool plain =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string::npos;
  const bool begins_well =
      !name.empty() && std::string_view(".-_").find(name.front()) == std::string_view::npos;
  if (plain && begins_well && name.size() <= longest_name) return;
  throw RowError("`name` is " + in_quotes(name) + "; use 1 to " + std::to_string(longest_name) +
                 " lower-case letters, digits and . - _, beginning with a letter or digit");
}

/// A day count that must be greater than another, or may equal it.
struct Above {
  const char* upper;
  const char* lower;
  bool or_equal;
};

/// Windows end after they begin (aliprotect-rules(7)).
constexpr Above order_of_days[] = {
    {"reminder_from_days", "reminder_until_days", true},
    {"extension_from_days", "extension_until_days", false},
    {"auto_escalates_days", "escalation_opens_days", false},
};

void check_order_of_days(const json& object) {
  for (const Above& pair : order_of_days) {
    const json* lower = present(object, pair.lower);
    if (!lower) continue;
    const std::int64_t upper = object.at(pair.upper).get<std::int64_t>();
    const std::int64_t least = lower->get<std::int64_t>() + (pair.or_equal ? 0 : 1);
    if (upper >= least) continue;
    throw RowError("`" + std::string(pair.upper) + "` is " + std::to_string(upper) +
                   ", which is not " + (pair.or_equal ? "at least `" : "more than `") + pair.lower +
                   "`, " + lower->dump());
  }
}

Policy read_fields(const json& object) {
  if (!object.is_object()) throw RowError("it is not a JSON object");
  refuse_unknown_keys(object);
  Policy policy;
  for_each_field(policy, [&](const char* key, auto& field) {
    if (&field == static_cast<void*>(&policy.dispute_after_completion)) {
      read_after_completion(object, key, policy.dispute_after_completion);
    } else {
      read(object, key, field);
    }
  });
  check_name(policy.name);
  check_order_of_days(object);
  return policy;
}

}  // namespace

Policy read_policy(std::string_view text) {
  if (is_blank(text)) throw UserError("it is empty");
  try {
    return read_fields(tree_of(std::string(text), largest_rule_set));
  } catch (const RowError& error) {
    throw UserError(error.what());
  }
}

Policies built_in_policies() {
  std::vector<Policy> policies;
  for (const EmbeddedFile& file : policy_files()) policies.push_back(read_policy(file.text));
  return Policies(std::move(policies));
}

}  // namespace aliprotect
