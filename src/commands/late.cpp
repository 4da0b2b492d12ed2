#include "commands/support/command.h"
#include "commands/support/filters.h"
#include "commands/support/listing.h"
#include "commands/support/words.h"

namespace aliprotect {
namespace {

struct Options {
  FilterOptions filters;
  bool delivered = false;
  std::optional<std::string> grace;
  bool exit_code = false;
};

SortKey by_deadline(const AssessedOrder& of) {
  return {of.protection.clocks.deadline->time_since_epoch().count(), {}};
}

ExitCode run(const Options& options, Context& context) {
  const Days grace{options.grace ? read_number("--grace", *options.grace, 0, 999) : 0};
  Listing listing;
  listing.wanted = [&options, grace](const AssessedOrder& of) {
    const Clocks& clocks = of.protection.clocks;
    return is_late(of.order, clocks, of.protection.status, of.now, options.delivered) &&
           of.now >= *clocks.deadline + grace;
  };
  apply_filters(context, options.filters, listing);
  listing.sort_key = by_deadline;
  listing.layout.table =
      columns_named({"deadline", "days_late", "id", "number", "title", "client", "seller", "status",
                     "price", "next_step", "next_step.urgency"});
  const Listed listed = list_orders(context, listing, "No order is late.");
  return options.exit_code && listed.count > 0 ? ExitCode::due : ExitCode::done;
}

}  // namespace

void register_late(Command& program) {
  Command& command = add_command<Options>(
      program, "late", "List overdue orders that have not arrived",
      [](Command& late, Options& options) {
        add_flag(late, "--delivered", options.delivered,
                 "also list orders that arrived after their deadline");
        add_value(late, "--grace", options.grace,
                  "only orders whose deadline passed at least this many days ago [0]", "N");
        add_filters(late, options.filters);
        add_flag(late, "--exit-code", options.exit_code, "exit with status 3 if an order is late");
      },
      run);
  add_examples(command, {"aliprotect late", "aliprotect late --grace 5",
                         "aliprotect late --delivered --seller 'Example Store' --json"});
}

}  // namespace aliprotect
