#include "import/policy_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "aliprotect/error.h"
#include "core/embedded.h"
#include "core/quote.h"
#include "import/json_fields.h"

namespace aliprotect {

std::span<const EmbeddedFile> policy_files();

namespace {

using nlohmann::json;

constexpr std::size_t longest_name = 40;

template <typename Field>
struct Key {
  const char* key;
  Field Policy::*field;
};

constexpr Key<std::string> texts[] = {
    {"name", &Policy::name}, {"era", &Policy::era}, {"source", &Policy::source}};

constexpr Key<Days> day_counts[] = {
    {"dispute_opens_days", &Policy::dispute_opens},
    {"short_promise_days", &Policy::short_promise},
    {"dispute_grace_days", &Policy::dispute_grace},
    {"auto_escalates_days", &Policy::auto_escalates},
    {"reminder_from_days", &Policy::reminder_from},
    {"reminder_until_days", &Policy::reminder_until},
    {"extension_from_days", &Policy::extension_from},
    {"extension_until_days", &Policy::extension_until},
    {"longest_protection_days", &Policy::longest_protection},
};

/// Null, or left out, where the marketplace has no such thing.
constexpr Key<std::optional<Days>> optional_day_counts[] = {
    {"escalation_opens_days", &Policy::escalation_opens},
    {"reason_change_days", &Policy::reason_change},
    {"seller_answer_days", &Policy::seller_answers},
};

template <typename Keys>
bool is_among(const std::string& key, const Keys& keys) {
  return std::any_of(std::begin(keys), std::end(keys),
                     [&](const auto& known) { return known.key == key; });
}

void refuse_unknown_keys(const json& object) {
  for (const auto& [key, value] : object.items()) {
    if (is_among(key, texts) || is_among(key, day_counts) || is_among(key, optional_day_counts))
      continue;
    throw RowError(in_quotes(key) +
                   " is no key of a rule set; `aliprotect rules show NAME --json` has them all");
  }
}

void check_name(const std::string& name) {
  const bool plain =
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-_") == std::string::npos;
  const bool begins_well =
      !name.empty() && std::string_view(".-_").find(name.front()) == std::string_view::npos;
  if (plain && begins_well && name.size() <= longest_name) return;
  throw RowError("`name` is " + in_quotes(name) + ", which is not 1 to " +
                 std::to_string(longest_name) +
                 " of: lower-case letters, digits, . - _, a letter or digit first");
}

/// One day count that has to be above another, or may equal it.
struct Above {
  const char* upper;
  const char* lower;
  bool or_equal;
};

/// Windows end after they begin (domain 4).
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
  if (!object.is_object()) throw RowError("it is no JSON object");
  refuse_unknown_keys(object);
  Policy policy;
  for (const auto& [key, field] : texts) policy.*field = required_field<std::string>(object, key);
  for (const auto& [key, field] : day_counts) policy.*field = required_field<Days>(object, key);
  for (const auto& [key, field] : optional_day_counts) lay_field(object, key, policy.*field);
  check_name(policy.name);
  check_order_of_days(object);
  return policy;
}

}  // namespace

Policy read_policy(std::string_view text) {
  if (is_blank(text)) throw UserError("it is empty");
  try {
    // A rule set is flat, and trees of any depth are not safe to walk.
    const auto is_flat = [](int depth, json::parse_event_t, json&) { return depth <= 1; };
    return read_fields(json::parse(text, is_flat));
  } catch (const RowError& error) {
    throw UserError(error.what());
  } catch (const json::exception& error) {
    throw UserError(reason_of(error));
  }
}

Policies built_in_policies() {
  std::vector<Policy> policies;
  for (const EmbeddedFile& file : policy_files()) policies.push_back(read_policy(file.text));
  return Policies(std::move(policies));
}

}  // namespace aliprotect
