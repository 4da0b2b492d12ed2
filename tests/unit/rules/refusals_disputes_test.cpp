// Why a change to a dispute, a return and a grant are refused.
#include "rules/refusals.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

enum class Answer { allowed, refused, never };
using enum Answer;

Answer answer_of(const std::optional<Refusal>& refusal) {
  if (!refusal) return allowed;
  CHECK_FALSE(refusal->sentence.empty());
  return refusal->forceable ? refused : never;
}

struct Row {
  const char* name;
  Order order;
  Answer answer;
};

}  // namespace

TEST_CASE("refusals: changing a dispute needs an open one") {
  const Row rows[] = {
      {"open", in_dispute(), allowed},
      {"escalated", in_dispute().escalated(day(14)), allowed},
      {"the second is open", in_dispute().dispute_cancelled(day(11)).dispute(day(12)), allowed},
      {"none", in_transit(), never},
      {"cancelled", in_dispute().dispute_cancelled(day(11)), never},
      {"resolved: final, but it can be corrected",
       in_dispute().resolved(Outcome::refunded, day(20)), refused},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(answer_of(check_dispute_change(row.order)) == row.answer);
  }
}

TEST_CASE("refusals: goods can be sent back once, in an open or won dispute") {
  const Row rows[] = {
      {"refunded", in_dispute().resolved(Outcome::refunded, day(20)), allowed},
      {"refunded partly", in_dispute().resolved(Outcome::partial, day(20)), allowed},
      {"open still, as agreed with the seller", in_dispute(), allowed},
      {"rejected", in_dispute().resolved(Outcome::rejected, day(20)), refused},
      {"cancelled", in_dispute().dispute_cancelled(day(20)), refused},
      {"sent back already", in_dispute().resolved(Outcome::refunded, day(20)).returned(day(22)),
       refused},
      {"no dispute", in_transit(), never},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(answer_of(check_goods_return(row.order)) == row.answer);
  }
}

TEST_CASE("refusals: a granted extension must move closes later") {
  const auto answer = [](const Order& order, Instant granted) {
    return answer_of(check_granted_closes(clocks_of(order, policy_2016()), granted));
  };
  CHECK(answer(in_transit(), day(45) - 1s) == never);
  CHECK(answer(in_transit(), day(45)) == never);
  CHECK(answer(in_transit(), day(45) + 1s) == allowed);
  CHECK(answer(in_transit().requested(day(42), 10).granted(day(42)), day(50)) == never);
  CHECK(answer(order().shipped(day(0)), day(1)) == allowed);
}

TEST_CASE("refusals: evidence due can be recorded alone if the buyer cannot escalate") {
  const auto beyond = [](const Order& order, Instant at, const Policy& policy = policy_2016()) {
    return cannot_escalate(order, policy, at);
  };
  CHECK_FALSE(beyond(in_dispute(), day(12)));
  CHECK_FALSE(beyond(in_dispute(), day(25) - 1s));
  CHECK(beyond(in_dispute(), day(25)));
  CHECK(beyond(in_dispute().escalated(day(14)), day(15)));
  CHECK(beyond(in_dispute(), day(11), policy_2017()));
  CHECK_FALSE(beyond(in_transit(), day(30)));
  CHECK_FALSE(beyond(in_dispute().dispute_cancelled(day(11)), day(30)));
}

TEST_CASE("refusals: the first one counts, but one without --force takes precedence") {
  const Refusal soft{"soft", {}};
  const Refusal softer{"softer", {}};
  const Refusal hard{"hard", {}, false};
  CHECK(first_refusal({}) == std::nullopt);
  CHECK(first_refusal({std::nullopt, std::nullopt}) == std::nullopt);
  CHECK(first_refusal({std::nullopt, soft, softer}) == soft);
  CHECK(first_refusal({soft, hard}) == hard);
}
