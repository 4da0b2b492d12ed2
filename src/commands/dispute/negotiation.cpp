#include "commands/dispute/dispute.h"
#include "commands/support/facts.h"
#include "commands/support/words.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

struct RequestOptions : ChangeOptions {
  std::optional<std::string> reason, want, amount, note;
};

/// The parsed options. Amounts are read per order, since they default to the order's currency.
struct Request {
  std::optional<Reason> reason;
  std::optional<Want> want;
  Instant at;
};

Request read_request(Context& context, const RequestOptions& options) {
  Request request{{}, {}, happened(context, options)};
  if (options.reason) request.reason = read_word<Reason>("--reason", *options.reason);
  if (options.want) request.want = read_word<Want>("--want", *options.want);
  if (options.amount) check_price(context, "--amount", *options.amount);
  if (options.note) checked_text("--note", *options.note);
  return request;
}

constexpr const char* amount_without_partial =
    "--amount requires --want partial; a full refund is the price";
constexpr const char* partial_without_amount = "--want partial requires --amount";

ExitCode run_open(const RequestOptions& options, Context& context) {
  const Request request = read_request(context, options);
  const Want want = request.want.value_or(Want::full);
  if (options.amount && want != Want::partial) throw usage_error(amount_without_partial);
  if (!options.amount && want == Want::partial) throw usage_error(partial_without_amount);
  OrderChange change;
  change.done = "dispute opened:";
  change.check = [&](const Order& order) {
    const Clocks clocks = clocks_under_its_rules(context, order);
    return first_refusal({unless_final(context, order, request.at, AfterEnd::dispute),
                          check_dispute_opening(order, clocks, request.at, *request.reason)});
  };
  change.apply = [&](Order& order) {
    Dispute& dispute = order.disputes.emplace_back();
    dispute.reason = *request.reason;
    dispute.want = want;
    dispute.opened_at = request.at;
    if (options.amount) {
      dispute.amount = read_amount(context, *options.amount, order);
    }
    add_note(context, order, options.note);
  };
  return change_orders(context, options, change);
}

std::optional<Refusal> check_request(Context& context, const Order& order, const Request& request) {
  const Dispute* dispute = current_dispute(order);
  const bool keeps_reason = !dispute || !request.reason || *request.reason == dispute->reason;
  const Clocks clocks = clocks_under_its_rules(context, order);
  return first_refusal(
      {check_open_dispute(context, order), check_amendment(order, request.at),
       keeps_reason ? std::nullopt : check_reason_change(order, clocks, request.at)});
}

void amend(Context& context, Order& order, const Request& request, const RequestOptions& options) {
  Dispute& dispute = dispute_of(order);
  if (request.reason) dispute.reason = *request.reason;
  if (request.want) dispute.want = *request.want;
  dispute.amended_at = request.at;
  if (options.amount) dispute.amount = read_amount(context, *options.amount, order);
  if (dispute.want != Want::partial) {
    if (options.amount) throw UserError("order " + name_of(order) + ": " + amount_without_partial);
    dispute.amount.reset();
  } else if (!dispute.amount) {
    throw UserError("order " + name_of(order) + ": " + partial_without_amount);
  }
}

ExitCode run_amend(const RequestOptions& options, Context& context) {
  const Request request = read_request(context, options);
  if (!request.reason && !request.want && !options.amount) {
    throw usage_error("dispute amend: nothing to change; pass --reason, --want or --amount");
  }
  if (options.amount && request.want && *request.want != Want::partial) {
    throw usage_error(amount_without_partial);
  }
  OrderChange change;
  change.done = "dispute amended:";
  change.check = [&](const Order& order) { return check_request(context, order, request); };
  change.apply = [&](Order& order) { amend(context, order, request, options); };
  return change_orders(context, options, change);
}

struct AnswerOptions : ChangeOptions {
  std::string seller;
  std::optional<std::string> amount, note;
};

ExitCode run_answer(const AnswerOptions& options, Context& context) {
  const auto answer = read_word<SellerAnswer>("--seller", options.seller);
  const Instant at = happened(context, options);
  if (options.note) checked_text("--note", *options.note);
  const bool offers = answer == SellerAnswer::offered || answer == SellerAnswer::accepted;
  if (options.amount && !offers) {
    throw usage_error("--amount requires --seller offered or accepted");
  }
  if (options.amount) check_price(context, "--amount", *options.amount);
  OrderChange change;
  change.done = "answer recorded:";
  change.check = [&](const Order& order) { return check_open_dispute(context, order); };
  change.apply = [&](Order& order) {
    Dispute& dispute = dispute_of(order);
    dispute.seller_answer = answer;
    dispute.answered_at.reset();
    if (answer != SellerAnswer::none) dispute.answered_at = at;
    if (!offers) dispute.offer.reset();
    if (options.amount) dispute.offer = read_amount(context, *options.amount, order);
    add_note(context, order, options.note);
  };
  return change_orders(context, options, change);
}

void add_request_options(Command& command, RequestOptions& options) {
  add_value(command, "--want", options.want, "the requested remedy", type_of_words<Want>());
  add_value(command, "--amount", options.amount, "the amount requested, with --want partial",
            "MONEY");
}

void describe_open(Command& open, RequestOptions& options) {
  add_orders(open, options.orders);
  add_value(open, "--reason", options.reason, "the reason for the dispute", type_of_words<Reason>())
      .required = true;
  add_request_options(open, options);
  add_value(open, "--note", options.note, "a note, stored with its time", "TEXT");
  add_when_and_force(open, options, "when it was opened");
}

void describe_amend(Command& amend, RequestOptions& options) {
  add_orders(amend, options.orders);
  add_value(amend, "--reason", options.reason, "the reason for the dispute",
            type_of_words<Reason>());
  add_request_options(amend, options);
  add_when_and_force(amend, options, "when it was changed");
}

void describe_answer(Command& answer, AnswerOptions& options) {
  add_orders(answer, options.orders);
  add_value(answer, "--seller", options.seller, "the seller's answer",
            type_of_words<SellerAnswer>());
  add_value(answer, "--amount", options.amount, "the amount the seller offers", "MONEY");
  add_value(answer, "--note", options.note, "a note, stored with its time", "TEXT");
  add_when_and_force(answer, options, "when the seller answered");
}

}  // namespace

void add_negotiation(Command& dispute) {
  add_examples(
      add_command<RequestOptions>(dispute, "open", "Record that you opened a dispute",
                                  describe_open, run_open),
      {"aliprotect dispute open 3 --reason not-received",
       "aliprotect dispute open 3 --reason not-as-described --want partial --amount 4.50"});
  add_examples(add_command<RequestOptions>(dispute, "amend", "Record a changed reason or remedy",
                                           describe_amend, run_amend),
               {"aliprotect dispute amend 3 --reason not-as-described",
                "aliprotect dispute amend 3 --want partial --amount 4.50"});
  add_examples(add_command<AnswerOptions>(dispute, "answer", "Record the seller's answer",
                                          describe_answer, run_answer),
               {"aliprotect dispute answer 3 --seller refused",
                "aliprotect dispute answer 3 --seller offered --amount 2.00"});
}

}  // namespace aliprotect
