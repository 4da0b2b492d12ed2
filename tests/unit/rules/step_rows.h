#pragma once

#include <string>
#include <vector>

#include "support/catch.h"
#include "support/order_builder.h"

/// Table tests of next steps; see aliprotect-rules(7), "NEXT STEP".
namespace aliprotect::testing {

struct StepRow {
  const char* name;
  Order order;
  Instant now;
  const char* action;
  std::optional<Instant> by;
  const char* urgency;
  std::optional<Instant> from = none;
  const char* why_says = "";  ///< words that `why` must contain
};

inline void check_steps(const std::vector<StepRow>& rows, const Policy& policy = policy_2016()) {
  for (const StepRow& row : rows) {
    INFO(row.name);
    const NextStep step = assess(row.order, policy, row.now).next_step;
    CAPTURE(step.why);
    CHECK(to_string(step.action) == row.action);
    CHECK(text(step.by) == text(row.by));
    CHECK(to_string(step.urgency) == row.urgency);
    CHECK(text(step.from) == text(row.from));
    CHECK(step.why.find(row.why_says) != std::string::npos);
    CHECK(step.why.back() == '.');
  }
}

}  // namespace aliprotect::testing
