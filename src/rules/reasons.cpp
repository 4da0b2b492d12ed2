#include "rules/reasons.h"

#include "rules/day_count.h"

namespace aliprotect::why {
namespace {

/// Returns the end of the sentence, which mentions a seller who missed the rule set's time limit.
std::string silence(const Situation& at) {
  if (!at.seller_overdue()) return ".";
  return "; the seller did not answer within " + format_days(*at.policy.seller_answers) +
         ", which means a refund.";
}

}  // namespace

std::string inspect_and_close(const Situation& at) {
  const std::string choice =
      "The goods arrived during a not-received dispute: cancel it if they are fine, otherwise "
      "change its reason";
  if (!at.policy.reason_change) return choice + ".";
  return choice + " within " + format_days(*at.policy.reason_change) + " of delivery.";
}

std::string escalate(const Situation& at) {
  const bool refused = at.dispute->seller_answer == SellerAnswer::refused;
  return std::string("The seller ") + (refused ? "refused" : "has not answered") +
         ", so ask AliExpress to decide" +
         (at.dispute->evidence.empty() ? "; add evidence first: none is recorded" : "") +
         silence(at);
}

std::string no_evidence(const Situation& at) {
  return "No evidence is recorded, and a claim without evidence is cancelled" + silence(at);
}

std::string wait_for_seller(const Situation& at) {
  const bool answered = at.dispute->seller_answer != SellerAnswer::none;
  return (answered ? "The seller has answered: accept, or wait for the case team"
                   : "The seller has not answered yet") +
         silence(at);
}

std::string wait_for_ruling(const Situation& at) {
  return "The case team decides, and its decision is final" + silence(at);
}

std::string last_call(const Situation& at) {
  if (at.reached(at.clocks.closes)) {
    return "Not delivered, and protection has ended: open a dispute now, before the grace period "
           "ends.";
  }
  return std::string("Not delivered, and protection ends soon: open a dispute ") +
         (at.dispute_window_open() ? "now." : "as soon as it is possible.");
}

std::string late(const Situation& at) {
  if (at.clocks.granted == Days{0})
    return "The guaranteed delivery date has passed, and the goods have not arrived.";
  return "The guaranteed delivery date and the extension of " + format_days(at.clocks.granted) +
         " have passed, and the goods have not arrived.";
}

std::string wait_for_delivery(const Situation& at) {
  if (at.dispute_window_open() || !at.clocks.dispute) return "The goods are on their way.";
  return "The goods are on their way; a dispute cannot be opened yet.";
}

}  // namespace aliprotect::why
