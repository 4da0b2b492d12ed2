#include "commands/dispute/dispute.h"

#include "commands/support/facts.h"
#include "render/phrases.h"

namespace aliprotect {

Dispute& dispute_of(Order& order) {
  return order.disputes[static_cast<std::size_t>(current_dispute(order) - order.disputes.data())];
}

std::optional<Refusal> check_open_dispute(Context& context, const Order& order) {
  return first_refusal({unless_final(context, order, context.now), check_dispute_change(order)});
}

Money read_amount(Context& context, const std::string& text, const Order& order) {
  const Money amount = read_price(context, "--amount", text, std::nullopt, order.price);
  const bool comparable = order.price && order.price->currency == amount.currency;
  if (comparable && amount.minor > order.price->minor) {
    context.warn(to_text(amount) + " is more than the price of order " + name_of(order) + ", " +
                 to_text(*order.price));
  }
  return amount;
}

void register_dispute(Command& program) {
  Command& dispute = add_family(program, "dispute", "Record disputes from opening to outcome");
  add_negotiation(dispute);
  add_evidence(dispute);
  add_claim(dispute);
  add_examples(dispute,
               {"aliprotect dispute open 3 --reason not-received",
                "aliprotect dispute evidence 3 photo.jpg", "aliprotect dispute escalate 3"});
}

}  // namespace aliprotect
