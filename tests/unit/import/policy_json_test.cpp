#include "import/policy_json.h"

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

TEST_CASE("the built-in rule sets carry the numbers of their table (domain 5)") {
  const Policies policies = built_in_policies();
  CHECK(policies.all().size() == 3);
  for (Policy expected : {testing::policy_2016(), testing::policy_2017(), testing::policy_2023()}) {
    Policy policy = policies.at(expected.name);
    CHECK_FALSE(policy.era.empty());
    CHECK_FALSE(policy.source.empty());
    policy.era = expected.era;
    policy.source = expected.source;
    CHECK(policy == expected);
  }
}

TEST_CASE("the later two say that their source is no help page (domain 5)") {
  for (const char* name : {"aliexpress-2017", "aliexpress-2023"}) {
    CHECK(built_in_policies().at(name).source.find("third-party") != std::string::npos);
  }
}

TEST_CASE("a rule set reads back from what is printed of it") {
  const Policies policies = built_in_policies();
  for (const Policy& policy : policies.all()) {
    std::string text;
    write_policy_json(text, policy);
    CHECK(read_policy(text) == policy);
  }
}

TEST_CASE("a bad rule set is refused by the name of its field") {
  CHECK(refusal("{") != "accepted");
  CHECK(refusal("{}").find("`name`") != std::string::npos);
  CHECK(refusal(R"({"name":"x","era":"y","source":"z","dispute_opens_days":"5"})")
            .find("`dispute_opens_days`") != std::string::npos);
}

}  // namespace
}  // namespace aliprotect
