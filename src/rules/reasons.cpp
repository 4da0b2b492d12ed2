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

std::string check_refund(const Situation& at) {
  return "The seller did not answer within " + format_days(*at.policy.seller_answers) +
         ", which means a refund (third-party source): if it does not arrive, write to AliExpress.";
}

std::string send_back(const Situation& at) {
  const std::string address =
      "The refund depends on the return: confirm the return address with the seller first";
  if (at.dispute->return_by || !at.clocks.return_by) return address + ".";
  return address + ", and send the goods within " + format_days(*at.policy.return_ship) +
         " of the agreement (third-party source).";
}

std::string inspect_after_completion(const Situation& at) {
  const bool confirmed = at.status == Status::confirmed;
  return std::string(confirmed ? "You confirmed receipt" : "The order is completed") +
         ", but you can still open a dispute: inspect the goods.";
}

std::string check_delivery(const Situation& at) {
  const std::string search =
      ": look in the mailbox, with neighbours and at the pickup point, ask the carrier for proof, "
      "and open a not-received dispute if the goods did not arrive.";
  if (at.clocks.last_delivery) return "The carrier reports delivery" + search;
  if (at.reached(at.order.completed_at)) {
    return "The site completed the order, but no delivery is recorded" + search;
  }
  return "The site will complete the order soon, but no delivery is recorded" + search;
}

std::string ask_bank(const Situation& at) {
  return "The site has closed the order; your card issuer or PayPal may still refund, often "
         "until " +
         format_days(*at.policy.chargeback) +
         " after the guaranteed date (third-party source; ask them).";
}

std::string with_claim(std::string sentence) {
  sentence.pop_back();
  return sentence + "; the carrier reports delivery of another parcel.";
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
    return "Not delivered, and protection has ended: open a dispute now, while it is still "
           "possible.";
  }
  return std::string("Not delivered, and protection ends soon: open a dispute ") +
         (at.dispute_window_open() ? "now." : "as soon as it is possible.");
}

std::string late(const Situation& at) {
  const std::string credit =
      at.order.late_credit ? "; apply for the coupon that the page promises for that" : "";
  if (at.clocks.granted == Days{0})
    return "The guaranteed delivery date has passed, and the goods have not arrived" + credit + ".";
  return "The guaranteed delivery date and the extension of " + format_days(at.clocks.granted) +
         " have passed, and the goods have not arrived" + credit + ".";
}

std::string wait_for_delivery(const Situation& at) {
  if (at.dispute_window_open() || !at.clocks.dispute) return "The goods are on their way.";
  return "The goods are on their way; a dispute cannot be opened yet.";
}

}  // namespace aliprotect::why
