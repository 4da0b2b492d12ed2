// Whether the facts support a message, and whether it is the right time, on both sides of each
// limit.
#include "rules/drafts.h"

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Closes on day 45; a dispute can be opened from day 5, an extension is advised from 42 to 43.
OrderBuilder in_transit() { return order().ordered(day(-2)).shipped(day(0)).days(45); }
OrderBuilder arrived() { return in_transit().all_delivered(day(9)); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }
OrderBuilder bad_in_dispute() {
  return arrived().inspected(Inspection::bad).dispute(day(10), Reason::not_as_described);
}
OrderBuilder to_return() {
  return bad_in_dispute().want(Want::return_goods).resolved(Outcome::refunded, day(20));
}

struct Row {
  const char* name;
  Draft kind;
  Order order;
  Instant now;
  const char* says;  ///< empty: no refusal
};

template <typename Rule>
void check(const std::vector<Row>& rows, Rule rule) {
  for (const Row& row : rows) {
    const Policy policy = policy_2016();
    const std::optional<Refusal> refusal = rule(row.kind, {row.order, policy, row.now});
    const std::string sentence = refusal ? refusal->sentence : "";
    INFO(row.name << ": " << sentence);
    CHECK(refusal.has_value() == (*row.says != '\0'));
    CHECK(sentence.find(row.says) != std::string::npos);
  }
}

using enum Draft;
constexpr auto fits = "";

}  // namespace

TEST_CASE("a message must match the recorded facts") {
  const OrderBuilder half = in_transit().shipped(day(1)).delivered(day(9));
  check(
      {
          {"extension in transit", extension, in_transit(), day(42), fits},
          {"extension, shipped some time", extension, order().shipped_some_time(), day(1), fits},
          {"extension for the rest", extension, half, day(42), fits},
          {"extension of an order not shipped", extension, order(), day(1), "not been shipped"},
          {"extension of a cancelled order", extension, order().cancelled(day(1)), day(2),
           "cancelled"},
          {"extension for goods that arrived", extension, arrived(), day(42), "the goods arrived"},
          {"extension during a dispute", extension, in_dispute(), day(42),
           "a dispute has been open"},
          {"extension after a cancelled dispute", extension,
           in_dispute().dispute_cancelled(day(12)), day(42), fits},
          {"extension in the last second", extension, in_transit(), day(45) - 1s, fits},
          {"extension once closed", extension, in_transit(), day(45), "closed automatically"},
          {"extension, inspected without arrival", extension,
           in_transit().inspected(Inspection::good), day(42), "not as delivered"},

          {"dispute in transit", dispute, in_transit(), day(9), fits},
          {"dispute of an order not shipped", dispute, order(), day(1), "not been shipped"},
          {"dispute in the last second", dispute, in_transit(), day(45) - 1s, fits},
          {"dispute once closed", dispute, in_transit(), day(45), "closed automatically"},
          {"dispute of a confirmed order", dispute, in_transit().confirmed(day(9)), day(10),
           "confirmed"},
          {"dispute, goods not inspected", dispute, arrived(), day(10), "not recorded as bad"},
          {"dispute, goods good", dispute, arrived().inspected(Inspection::good), day(10),
           "are good"},
          {"dispute, goods bad", dispute, arrived().inspected(Inspection::bad), day(10), fits},
          {"dispute, inspected without arrival", dispute, in_transit().inspected(Inspection::bad),
           day(10), "not as delivered"},
          {"dispute for the rest", dispute, half, day(10), fits},
          {"dispute for the rest, delivered goods good", dispute,
           OrderBuilder(half).inspected(Inspection::good), day(10), fits},
          {"open dispute", dispute, in_dispute(), day(11), fits},
          {"open dispute, then the goods arrived", dispute, in_dispute().all_delivered(day(11)),
           day(12), "the dispute says not received"},
          {"second dispute after a cancelled one", dispute, in_dispute().dispute_cancelled(day(12)),
           day(13), fits},
          {"second dispute after an outcome", dispute,
           in_dispute()
               .resolved(Outcome::rejected, day(12))
               .dispute(day(13))
               .dispute_cancelled(day(14)),
           day(15), "second dispute is not possible"},
          {"dispute with its outcome", dispute, to_return(), day(21), "resolved"},

          {"escalation", escalation, in_dispute(), day(14), fits},
          {"escalation once escalated", escalation, in_dispute().escalated(day(13)), day(14), fits},
          {"escalation without a dispute", escalation, in_transit(), day(14), "no dispute is open"},
          {"escalation of a cancelled dispute", escalation, in_dispute().dispute_cancelled(day(12)),
           day(14), "cancelled"},
          {"escalation, then the goods arrived", escalation, in_dispute().all_delivered(day(11)),
           day(14), "the dispute says not received"},
          {"escalation for bad goods", escalation, bad_in_dispute(), day(14), fits},
          {"escalation for goods found good", escalation,
           bad_in_dispute().inspected(Inspection::good), day(14), "are good"},
          {"escalation of a resolved dispute", escalation, to_return(), day(21), "resolved"},

          {"return", return_address, to_return(), day(21), fits},
          {"return by a date", return_address,
           bad_in_dispute().resolved(Outcome::partial, day(20)).return_by(day(30)), day(21), fits},
          {"return without a dispute", return_address, arrived(), day(21), "no dispute"},
          {"return in an open dispute", return_address, bad_in_dispute().want(Want::return_goods),
           day(21), "nothing to send back"},
          {"return after a full refund", return_address,
           bad_in_dispute().resolved(Outcome::refunded, day(20)), day(21), "nothing to send back"},
          {"return of a rejected dispute", return_address,
           bad_in_dispute().resolved(Outcome::rejected, day(20)), day(21), "rejected"},
          {"returned already", return_address, to_return().returned(day(22)), day(23),
           "were already sent back"},
          {"return of a confirmed order", return_address, to_return().confirmed(day(22)), day(23),
           "confirmed"},
      },
      check_draft);
}

TEST_CASE("--force does not override a message that does not match") {
  const Policy policy = policy_2016();
  const Order unshipped = order();
  CHECK_FALSE(check_draft(dispute, {unshipped, policy, day(1)})->forceable);
}

TEST_CASE("a message can be too early or too late") {
  check(
      {
          {"extension early", extension, in_transit(), day(42) - 1s,
           "best time to request an extension is from"},
          {"extension in time", extension, in_transit(), day(42), ""},
          {"extension in the last second", extension, in_transit(), day(43) - 1s, ""},
          {"extension late", extension, in_transit(), day(43), "cancel it at the last minute"},
          {"extension, closes unknown", extension, order().shipped(day(0)), day(43), ""},
          {"dispute early", dispute, in_transit(), day(5) - 1s, "can be opened"},
          {"dispute in time", dispute, in_transit(), day(5), ""},
          {"dispute, shipped some time", dispute, order().shipped_some_time(), day(5), ""},
          {"dispute open already", dispute, in_dispute(), day(11), ""},
          {"escalation early", escalation, in_dispute(), day(13) - 1s, "can be escalated"},
          {"escalation in time", escalation, in_dispute(), day(13), ""},
          {"escalation in the last second", escalation, in_dispute(), day(25) - 1s, ""},
          {"automatic escalation", escalation, in_dispute(), day(25), "automatically"},
          {"return in time", return_address, to_return().return_by(day(30)), day(30) - 1s, ""},
          {"return late", return_address, to_return().return_by(day(30)), day(30),
           "should have been"},
          {"return without a date", return_address, to_return(), day(30), ""},
      },
      check_draft_timing);
}

TEST_CASE("during the grace it is too late for an extension, but not for a dispute") {
  const Policy policy = policy_2017();
  const Order in_grace = in_transit();
  const AssessedOrder of{in_grace, policy, day(45)};
  CHECK_FALSE(check_draft(extension, of));
  CHECK(check_draft_timing(extension, of)->sentence.find("protection ended") == 0);
  CHECK_FALSE(check_draft_timing(dispute, of));
}
