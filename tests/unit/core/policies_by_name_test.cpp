#include "aliprotect/error.h"
#include "aliprotect/policy.h"
#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

Policy named(const char* name) {
  Policy policy;
  policy.name = name;
  return policy;
}

}  // namespace

TEST_CASE("rule sets are found by their name") {
  const Policies policies({named("b"), named("c"), named("a")});
  CHECK(policies.all().front().name == "a");
  CHECK(policies.all().back().name == "c");
  CHECK(policies.at("b").name == "b");
  REQUIRE(policies.find("c") != nullptr);
  CHECK(policies.find("c")->name == "c");
  for (const char* name : {"", "A", "aa", "d", "b "}) {
    INFO(name);
    CHECK(policies.find(name) == nullptr);
    CHECK_THROWS_AS(policies.at(name), UserError);
  }
}

TEST_CASE("the error for an unknown rule set lists the known ones") {
  const auto sentence = [](const Policies& policies) -> std::string {
    try {
      policies.at("x\n");
    } catch (const UserError& error) {
      return error.what();
    }
    return {};
  };
  CHECK(sentence(Policies({named("b"), named("a")})) ==
        "unknown rule set \"x\\n\"; known rule sets: a, b");
  CHECK(sentence(Policies({})) == "unknown rule set \"x\\n\"; known rule sets: none");
}
