#include "import/json/policy_json.h"

#include <string>

#include "aliprotect/error.h"
#include "export/policy_json.h"
#include "support/catch.h"
#include "support/order_builder.h"

namespace aliprotect {
namespace {

std::string refusal(const std::string& text) {
  try {
    read_policy(text);
    return "accepted";
  } catch (const UserError& error) {
    return error.what();
  }
}

TEST_CASE("the built-in rule sets have the numbers of aliprotect-rules(7), RULE SETS") {
  const Policies policies = built_in_policies();
  CHECK(policies.all().size() == 4);
  for (Policy expected : {testing::policy_2016(), testing::policy_2017(), testing::policy_2023(),
                          testing::policy_2024()}) {
    Policy policy = policies.at(expected.name);
    CHECK_FALSE(policy.era.empty());
    CHECK_FALSE(policy.source.empty());
    policy.era = expected.era;
    policy.source = expected.source;
    CHECK(policy == expected);
  }
}

TEST_CASE("the later rule sets say that their source is not a help page") {
  for (const char* name : {"aliexpress-2017", "aliexpress-2023", "aliexpress-2024"}) {
    CHECK(built_in_policies().at(name).source.find("third-party") != std::string::npos);
  }
}

TEST_CASE("a printed rule set can be read back") {
  const Policies policies = built_in_policies();
  for (const Policy& policy : policies.all()) {
    std::string text;
    write_policy_json(text, policy);
    CHECK(read_policy(text) == policy);
  }
}

/// Returns the file of the rule set of 2016 with `key` set to `value`, or without `key` if `value`
/// is empty.
std::string with(const std::string& key, const std::string& value) {
  Policy policy = testing::policy_2016();
  policy.era = "2016";
  policy.source = "a help page";
  std::string text;
  write_policy_json(text, policy);
  const std::string begin = "\"" + key + "\":";
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return "{" + begin + value + "," + text.substr(1);
  const std::size_t quoted =
      text[at + begin.size()] == '"' ? text.find('"', at + begin.size() + 1) : at;
  const std::size_t end = text.find_first_of(",}", quoted);
  if (value.empty()) return text.substr(0, at) + text.substr(end + 1);
  return text.substr(0, at) + begin + value + text.substr(end);
}

struct Refused {
  const char* name;
  const char* key;
  const char* value;  ///< empty: the key is left out
  const char* says;
};

constexpr Refused refused[] = {
    {"a name missing", "name", "", "`name` is missing"},
    {"an empty name", "name", "\"\"", "`name` is missing"},
    {"a name with capitals", "name", "\"Mine\"",
     "`name` is \"Mine\"; use 1 to 40 lower-case letters, digits and . - _"},
    {"a name like an option", "name", "\"-h\"", "beginning with a letter or digit"},
    {"a name with a blank", "name", "\"a b\"", "`name` is \"a b\"; use 1 to 40"},
    {"a name of 41 letters", "name", "\"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde\"",
     "use 1 to 40 lower-case letters"},
    {"no era", "era", "\" \"", "`era` is missing"},
    {"no source", "source", "null", "`source` is missing"},
    {"a number for a text", "era", "2016", "`era` is 2016, which is not a text"},
    {"a list for a text", "era", "[[1]]", "`era` is [[1]], which is not a text"},
    {"a day count missing", "dispute_opens_days", "", "`dispute_opens_days` is missing"},
    {"a day count that has to be there as null", "dispute_opens_days", "null",
     "`dispute_opens_days` is missing"},
    {"a text for a day count", "dispute_opens_days", "\"5\"",
     "`dispute_opens_days` is \"5\", which is not a number of days from 0 to 3650"},
    {"half a day", "escalation_opens_days", "3.5",
     "`escalation_opens_days` is 3.5, which is not a number of days from 0 to 3650"},
    {"negative days", "escalation_opens_days", "-3",
     "`escalation_opens_days` is -3, which is not a number of days from 0 to 3650"},
    {"more than ten years", "longest_protection_days", "3651",
     "`longest_protection_days` is 3651, which is not a number of days from 0 to 3650"},
    {"more than any number", "longest_protection_days", "99999999999999999999",
     "`longest_protection_days` is "},
    {"a misspelt optional key", "escalation_open_days", "3",
     "\"escalation_open_days\" is not a key of a rule set"},
    {"a reminder that ends before it begins", "reminder_from_days", "2",
     "`reminder_from_days` is 2, which is not at least `reminder_until_days`, 3"},
    {"an extension window of no length", "extension_from_days", "2",
     "`extension_from_days` is 2, which is not more than `extension_until_days`, 2"},
    {"an escalation that opens when it is over", "escalation_opens_days", "15",
     "`auto_escalates_days` is 15, which is not more than `escalation_opens_days`, 15"},
};

TEST_CASE("the error for an invalid rule set names the field") {
  CHECK(refusal(" \n") == "it is empty");
  CHECK(refusal("{").starts_with("invalid JSON at line 1, column 2: "));
  CHECK(refusal("") != "accepted");
  CHECK(refusal("[]") == "it is not a JSON object");
  CHECK(refusal("{}") == "`name` is missing");
  CHECK(refusal(std::string(100'000, '[')) == "it is nested too deeply");
  for (const Refused& row : refused) {
    const std::string sentence = refusal(with(row.key, row.value));
    INFO(row.name << ": " << sentence);
    CHECK(sentence.find(row.says) != std::string::npos);
    CHECK(sentence.find('\n') == std::string::npos);
  }
}

struct Accepted {
  const char* name;
  const char* key;
  const char* value;
};

constexpr Accepted accepted[] = {
    {"a name of 40 letters", "name", "\"aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd\""},
    {"a name with every sign there is", "name", "\"0-shop_a.2\""},
    {"the fewest days", "dispute_opens_days", "0"},
    {"the most days", "longest_protection_days", "3650"},
    {"an optional key left out", "escalation_opens_days", ""},
    {"an optional key as null", "escalation_opens_days", "null"},
    {"a reminder at one instant", "reminder_from_days", "3"},
    {"an extension window of a day", "extension_until_days", "2"},
    {"an escalation that opens a day before it is over", "escalation_opens_days", "14"},
};

TEST_CASE("a rule set at the limits of valid values is accepted") {
  for (const Accepted& row : accepted) {
    INFO(row.name);
    CHECK(refusal(with(row.key, row.value)) == "accepted");
  }
  CHECK_FALSE(read_policy(with("escalation_opens_days", "")).escalation_opens);
  CHECK(read_policy(with("dispute_opens_days", "0")).dispute_opens == Days{0});
}

}  // namespace
}  // namespace aliprotect
