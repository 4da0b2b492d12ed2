#include "commands/support/change.h"
#include "commands/support/facts.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

struct InspectOptions : ChangeOptions {
  bool good = false;
  bool bad = false;
  std::optional<std::string> note;
};

void warn_if_not_delivered(Context& context, const Order& order) {
  for (const Parcel& parcel : order.parcels) {
    if (parcel.delivered_at) return;
  }
  context.warn("order " + name_of(order) +
               " is not recorded as delivered; record it with `deliver`");
}

void warn_if_in_dispute(Context& context, const Order& order) {
  if (!open_dispute(order)) return;
  context.warn(
      "receipt of order " + name_of(order) +
      " is confirmed, so the deadlines of its open dispute are no longer listed; if you did "
      "not confirm it on the site, run `aliprotect undo`");
}

ExitCode run_inspect(const InspectOptions& options, Context& context) {
  if (options.good == options.bad) throw usage_error("inspect: pass --good or --bad");
  OrderChange change;
  change.done = options.good ? "inspected, good:" : "inspected, bad:";
  change.check = [&](const Order& order) {
    return unless_final(context, order, context.now, AfterEnd::inspection);
  };
  change.apply = [&](Order& order) {
    warn_if_not_delivered(context, order);
    order.inspection = options.good ? Inspection::good : Inspection::bad;
    add_note(context, order, options.note);
  };
  return change_orders(context, options, change);
}

ExitCode run_confirm(const ChangeOptions& options, Context& context) {
  const Instant at = happened(context, options);
  OrderChange change;
  change.done = "confirmed";
  change.check = [&](const Order& order) {
    return first_refusal({unless_final(context, order, at), check_confirmation(order)});
  };
  change.apply = [&](Order& order) {
    warn_if_in_dispute(context, order);
    order.confirmed_at = at;
  };
  return change_orders(context, options, change);
}

ExitCode run_cancel(const ChangeOptions& options, Context& context) {
  const Instant at = happened(context, options);
  OrderChange change;
  change.done = "cancelled";
  change.check = [&](const Order& order) {
    return first_refusal({unless_final(context, order, at), check_order_cancellation(order)});
  };
  change.apply = [&](Order& order) { order.cancelled_at = at; };
  return change_orders(context, options, change);
}

void add_end_options(Command& command, ChangeOptions& options) {
  add_orders(command, options.orders);
  add_when_and_force(command, options, "when it happened");
}

}  // namespace

void register_inspect(Command& program) {
  Command& command = add_command<InspectOptions>(
      program, "inspect", "Record whether the goods are good or bad",
      [](Command& inspect, InspectOptions& options) {
        add_orders(inspect, options.orders);
        add_flag(inspect, "--good", options.good, "the goods are as described");
        add_flag(inspect, "--bad", options.bad, "the goods are not as described").excludes =
            "--good";
        add_value(inspect, "--note", options.note, "a note, stored with its time", "TEXT");
        add_force(inspect, options.force);
      },
      run_inspect);
  add_examples(command, {"aliprotect inspect 3 --good",
                         "aliprotect inspect 3 --bad --note 'screen is cracked'"});
}

void register_confirm(Command& program) {
  Command& command =
      add_command<ChangeOptions>(program, "confirm", "Record that you confirmed receipt (final)",
                                 add_end_options, run_confirm);
  add_examples(command, {"aliprotect confirm 3", "aliprotect confirm 3 4 5 --at yesterday"});
}

void register_cancel(Command& program) {
  Command& command = add_command<ChangeOptions>(
      program, "cancel", "Record that an order was cancelled before shipment (final)",
      add_end_options, run_cancel);
  add_examples(command, {"aliprotect cancel 3", "aliprotect cancel 3 --at '2 days ago'"});
}

}  // namespace aliprotect
