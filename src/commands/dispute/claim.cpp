#include "commands/dispute/dispute.h"
#include "commands/support/facts.h"
#include "commands/support/words.h"
#include "render/phrases.h"
#include "rules/figures.h"

namespace aliprotect {
namespace {

struct EscalateOptions : ChangeOptions {
  std::optional<std::string> evidence_due;
};

struct Escalating {
  Instant at;
  std::optional<Instant> evidence_due;
  bool force;

  /// Whether only the evidence date is recorded, because the dispute cannot be escalated by hand.
  bool sets_date_alone(Context& context, const Order& order) const {
    return evidence_due && !force && cannot_escalate(order, context.policies().of(order), at);
  }
};

std::optional<Refusal> check_escalation_step(Context& context, const Escalating& step,
                                             const Order& order) {
  if (step.sets_date_alone(context, order)) return check_open_dispute(context, order);
  return first_refusal({check_open_dispute(context, order),
                        check_escalation(order, context.policies().of(order), step.at)});
}

void escalate(Context& context, const Escalating& step, Order& order) {
  Dispute& dispute = dispute_of(order);
  if (!step.sets_date_alone(context, order)) dispute.escalated_at = step.at;
  if (step.evidence_due) dispute.evidence_due = step.evidence_due;
  if (dispute.evidence.empty()) {
    context.warn("order " + name_of(order) +
                 " has no evidence, and a claim without evidence is cancelled; add it with "
                 "`dispute evidence`");
  }
}

ExitCode run_escalate(const EscalateOptions& options, Context& context) {
  Escalating step{happened(context, options), {}, options.force};
  if (options.evidence_due) {
    step.evidence_due = context.read_when("--evidence-due", *options.evidence_due, Bound::end);
  }
  OrderChange change;
  change.done = step.evidence_due ? "recorded:" : "escalated";
  change.check = [&](const Order& order) { return check_escalation_step(context, step, order); };
  change.apply = [&](Order& order) { escalate(context, step, order); };
  return change_orders(context, options, change);
}

struct ResolveOptions : ChangeOptions {
  std::string outcome;
  std::optional<std::string> amount, return_by;
};

void check_together(const ResolveOptions& options, Outcome outcome) {
  if (outcome == Outcome::partial && !options.amount) {
    throw usage_error("--outcome partial requires --amount");
  }
  if (outcome != Outcome::rejected) return;
  if (options.amount) throw usage_error("--amount: a rejected dispute has no refund");
  if (options.return_by) throw usage_error("--return-by: a rejected dispute has no return");
}

void resolve(Context& context, const ResolveOptions& options, Outcome outcome, Order& order) {
  Dispute& dispute = dispute_of(order);
  dispute.outcome = outcome;
  dispute.refund.reset();
  if (options.amount) dispute.refund = read_amount(context, *options.amount, order);
  dispute.refund = refund_of(dispute, order);
  if (outcome != Outcome::rejected && !dispute.refund) {
    context.warn("the refund for order " + name_of(order) +
                 " is unknown because the order has no price; pass --amount");
  }
}

ExitCode run_resolve(const ResolveOptions& options, Context& context) {
  const auto outcome = read_word<Outcome>("--outcome", options.outcome);
  check_together(options, outcome);
  const Instant at = happened(context, options);
  std::optional<Instant> return_by;
  if (options.return_by) {
    return_by = context.read_when("--return-by", *options.return_by, Bound::end);
  }
  if (options.amount) check_price(context, "--amount", *options.amount);
  OrderChange change;
  change.done = "resolved";
  change.check = [&](const Order& order) { return check_open_dispute(context, order); };
  change.apply = [&](Order& order) {
    resolve(context, options, outcome, order);
    Dispute& dispute = dispute_of(order);
    dispute.closed_at = at;
    dispute.return_by = return_by;
  };
  return change_orders(context, options, change);
}

struct ReturnedOptions : ChangeOptions {
  std::optional<std::string> tracking;
  bool address_confirmed = false;
};

/// Returns a note with the facts that the order object has no field for.
std::optional<std::string> return_note(const ReturnedOptions& options) {
  if (!options.tracking && !options.address_confirmed) return std::nullopt;
  std::string text = "goods sent back";
  if (options.tracking) text += ", tracking " + checked_text("--tracking", *options.tracking);
  if (options.address_confirmed) text += ", address confirmed by the seller";
  return text;
}

ExitCode run_returned(const ReturnedOptions& options, Context& context) {
  const Instant at = happened(context, options);
  const std::optional<std::string> note = return_note(options);
  OrderChange change;
  change.done = "sent back:";
  change.check = [&](const Order& order) {
    return first_refusal(
        {unless_final(context, order, at, AfterEnd::goods_return), check_goods_return(order)});
  };
  change.apply = [&](Order& order) {
    dispute_of(order).returned_at = at;
    add_note(context, order, note);
    if (options.address_confirmed) return;
    context.warn("the return address of order " + name_of(order) +
                 " is not confirmed; pass --address-confirmed if the seller confirmed it");
  };
  return change_orders(context, options, change);
}

std::optional<Refusal> check_giving_up(Context& context, const Order& order, Instant at) {
  const Clocks clocks = clocks_under_its_rules(context, order);
  return check_dispute_cancellation(order, clocks, at);
}

/// Warns about the loss if `--force` was used.
void cancel(Context& context, Order& order, Instant at) {
  if (const auto loss = check_giving_up(context, order, at)) {
    context.warn("order " + name_of(order) + ": " + format_refusal(context, *loss));
  }
  dispute_of(order).closed_at = at;
}

ExitCode run_cancel(const ChangeOptions& options, Context& context) {
  const Instant at = happened(context, options);
  OrderChange change;
  change.done = "dispute cancelled:";
  change.check = [&](const Order& order) {
    return first_refusal({check_open_dispute(context, order), check_giving_up(context, order, at)});
  };
  change.apply = [&](Order& order) { cancel(context, order, at); };
  return change_orders(context, options, change);
}

void describe_escalate(Command& escalate, EscalateOptions& options) {
  add_orders(escalate, options.orders);
  add_value(escalate, "--evidence-due", options.evidence_due,
            "the time by which the case team wants evidence", "WHEN");
  add_when_and_force(escalate, options, "when it was escalated");
}

void describe_resolve(Command& resolve, ResolveOptions& options) {
  add_orders(resolve, options.orders);
  add_value(resolve, "--outcome", options.outcome, "the outcome", type_of_words<Outcome>());
  add_value(resolve, "--amount", options.amount, "the amount refunded [the price]", "MONEY");
  add_value(resolve, "--return-by", options.return_by,
            "the time by which the goods must be sent back", "WHEN");
  add_when_and_force(resolve, options, "when it ended");
}

void describe_returned(Command& returned, ReturnedOptions& options) {
  add_orders(returned, options.orders);
  add_value(returned, "--tracking", options.tracking, "tracking number of the return parcel",
            "TEXT");
  add_flag(returned, "--address-confirmed", options.address_confirmed,
           "the seller confirmed the return address");
  add_when_and_force(returned, options, "when you sent them");
}

void describe_cancel(Command& cancel, ChangeOptions& options) {
  add_orders(cancel, options.orders);
  add_when_and_force(cancel, options, "when it was cancelled");
}

}  // namespace

void add_claim(Command& dispute) {
  add_examples(add_command<EscalateOptions>(dispute, "escalate",
                                            "Record that you asked the case team to decide",
                                            describe_escalate, run_escalate),
               {"aliprotect dispute escalate 3",
                "aliprotect dispute escalate 3 --evidence-due 'in 5 days'"});
  add_examples(add_command<ResolveOptions>(dispute, "resolve", "Record the outcome (final)",
                                           describe_resolve, run_resolve),
               {"aliprotect dispute resolve 3 --outcome refunded",
                "aliprotect dispute resolve 3 --outcome partial --amount 4.50",
                "aliprotect dispute resolve 3 --outcome refunded --return-by 2026-12-15"});
  add_examples(
      add_command<ReturnedOptions>(dispute, "returned", "Record that you sent the goods back",
                                   describe_returned, run_returned),
      {"aliprotect dispute returned 3 --tracking RR123456789XX --address-confirmed"});
  add_examples(
      add_command<ChangeOptions>(dispute, "cancel", "Record that you cancelled the dispute",
                                 describe_cancel, run_cancel),
      {"aliprotect dispute cancel 3 --at yesterday"});
}

}  // namespace aliprotect
