#include "commands/support/command.h"
#include "commands/support/filters.h"
#include "commands/support/listing.h"

namespace aliprotect {
namespace {

struct Options {
  FilterOptions filters;
  bool delivered = false;
  bool exit_code = false;
};

SortKey by_deadline(const AssessedOrder& of) {
  return {of.protection.clocks.deadline->time_since_epoch().count(), {}};
}

ExitCode run(const Options& options, Context& context) {
  Listing listing;
  listing.wanted = [&options](const AssessedOrder& of) {
    return is_late(of.order, of.protection.clocks, of.protection.status, of.now, options.delivered);
  };
  apply_filters(context, options.filters, listing);
  listing.sort_key = by_deadline;
  listing.layout.table = columns_named({"deadline", "id", "number", "title", "client", "seller",
                                        "status", "price", "next_step", "next_step.urgency"});
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
        add_filters(late, options.filters);
        add_flag(late, "--exit-code", options.exit_code, "exit with status 3 if an order is late");
      },
      run);
  add_examples(command,
               {"aliprotect late", "aliprotect late --delivered --seller 'Example Store' --json"});
}

}  // namespace aliprotect
