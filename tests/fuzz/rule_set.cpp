// Files of rule sets.
#include <nlohmann/json.hpp>

#include "aliprotect/error.h"
#include "export/policy_json.h"
#include "fuzz/target.h"
#include "import/json/policy_json.h"

namespace aliprotect::fuzz {

void try_input(std::string_view input) {
  try {
    const Policy policy = read_policy(input);
    std::string written;
    write_policy_json(written, policy);
    expect(read_policy(written) == policy, "a rule set is read back");
    for (const std::string_view key : policy_keys())
      expect(nlohmann::json::accept(field_json(policy, key)), "a field is valid JSON");
  } catch (const UserError& error) {
    expect_sentence(error.what());
  }
}

}  // namespace aliprotect::fuzz
