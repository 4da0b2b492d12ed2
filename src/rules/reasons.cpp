#include "rules/reasons.h"

#include "rules/day_count.h"

namespace aliprotect::why {
namespace {

/// Silence beyond the rule set's limit is said and changes no status (domain 10).
std::string silence(const Situation& at) {
  if (!at.seller_overdue()) return ".";
  return "; the seller let " + in_words(*at.policy.seller_answers) +
         " pass without an answer, which means a refund.";
}

}  // namespace

std::string inspect_and_close(const Situation& at) {
  const std::string choice =
      "The goods came while a not-received dispute is open: cancel it if they are fine, else "
      "change its "
      "reason";
  if (!at.policy.reason_change) return choice + ".";
  return choice + " within " + in_words(*at.policy.reason_change) + " of delivery.";
}

std::string escalate(const Situation& at) {
  const bool refused = at.dispute->seller_answer == SellerAnswer::refused;
  return std::string("The seller ") + (refused ? "refuses" : "has not answered") +
         " and AliExpress can decide now" +
         (at.dispute->evidence.empty() ? "; add evidence first, none is recorded" : "") +
         silence(at);
}

std::string no_evidence(const Situation& at) {
  return "No evidence is recorded, and a claim without any is cancelled" + silence(at);
}

std::string wait_for_seller(const Situation& at) {
  const bool answered = at.dispute->seller_answer != SellerAnswer::none;
  return (answered ? "The seller has answered: agree, or wait for the case team"
                   : "The seller has still to answer") +
         silence(at);
}

std::string wait_for_ruling(const Situation& at) {
  return "The case team decides, and its decision is final" + silence(at);
}

std::string last_call(const Situation& at) {
  if (at.reached(at.clocks.closes)) {
    return "Protection has ended without the goods, and the money is gone when the time for "
           "disputes "
           "ends too: open one now.";
  }
  return std::string(
             "The goods have not come and the money is gone when protection ends: open a "
             "dispute ") +
         (at.dispute_window_open() ? "now." : "as soon as that is possible.");
}

std::string late(const Situation& at) {
  if (at.clocks.granted == Days{0})
    return "The guaranteed delivery date has passed without the goods.";
  return "The guaranteed delivery date and the extension of " + in_words(at.clocks.granted) +
         " have passed without the goods.";
}

std::string wait_for_delivery(const Situation& at) {
  if (at.dispute_window_open() || !at.clocks.dispute) return "The goods are on their way.";
  return "The goods are on their way and a dispute cannot be opened yet.";
}

}  // namespace aliprotect::why
