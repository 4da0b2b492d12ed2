#include <algorithm>

#include "commands/support/filters.h"
#include "commands/support/listing.h"
#include "commands/support/words.h"
#include "core/text/split.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  FilterOptions filters;
  bool all = false;
  std::optional<std::string> sort;
  bool reverse = false;
  std::optional<std::string> limit;
  std::vector<std::string> columns;
};

std::optional<std::int64_t> seconds(std::optional<Instant> at) {
  if (!at) return std::nullopt;
  return at->time_since_epoch().count();
}

/// Groups amounts by currency.
SortKey by_price(const AssessedOrder& of) {
  if (!of.order.price) return {};
  return {of.order.price->minor, std::string(of.order.price->currency.code())};
}

struct Sort {
  const char* name;
  SortKey (*key)(
      const AssessedOrder& of);  ///< null: sort by id, the order in which orders are read
};

constexpr Sort sorts[] = {
    {"closes",
     [](const AssessedOrder& of) {
       return SortKey{seconds(of.protection.clocks.closes), {}};
     }},
    {"deadline",
     [](const AssessedOrder& of) {
       return SortKey{seconds(of.protection.clocks.deadline), {}};
     }},
    {"ordered",
     [](const AssessedOrder& of) {
       return SortKey{seconds(of.order.ordered_at), {}};
     }},
    {"price", by_price},
    {"title",
     [](const AssessedOrder& of) {
       return SortKey{{}, of.order.title};
     }},
    {"id", nullptr},
};

/// Returns whether finished orders are listed. There can be many, and all their protection has
/// ended.
bool lists_finished(const Options& options, const Listing& listing) {
  const auto& statuses = listing.selection.statuses;
  return options.all ||
         (statuses && std::any_of(statuses->any_of.begin(), statuses->any_of.end(), is_finished));
}

Listing described(Context& context, const Options& options) {
  Listing listing;
  if (!options.all && options.filters.statuses.empty()) want_open(context, listing);
  apply_filters(context, options.filters, listing);
  const std::string usual = lists_finished(options, listing) ? "id" : "closes";
  listing.sort_key = row_named(sorts, "--sort", options.sort.value_or(usual), "sort key").key;
  listing.reverse = options.reverse;
  if (!listing.sort_key && options.reverse) {
    listing.sort_key = [](const AssessedOrder& of) { return SortKey{of.order.id.value, {}}; };
  }
  listing.limit = read_limit(options.limit);
  listing.layout.table = columns_named(
      {"id", "number", "title", "status", "price", "closes_at", "next_step", "next_step.urgency"});
  if (!options.columns.empty()) {
    listing.layout.table = columns_named(split_at_commas(options.columns));
    listing.layout.csv = listing.layout.table;
    listing.layout.chosen = true;
  }
  return listing;
}

ExitCode run(const Options& options, Context& context) {
  const Listing listing = described(context, options);
  list_orders(context, listing,
              listing.selection.open_at
                  ? "No open orders found; `list --all` also lists finished ones."
                  : "No orders found.");
  return ExitCode::done;
}

}  // namespace

void register_list(Command& program) {
  Command& command = add_command<Options>(
      program, "list", "List orders, by default the open ones",
      [](Command& list, Options& options) {
        add_flag(list, "--all", options.all, "also list finished orders");
        add_filters(list, options.filters);
        add_value(list, "--sort", options.sort,
                  "sort by closes, deadline, ordered, price, title or id [closes, or id with "
                  "finished orders]",
                  type_of_words("KEY", names_of(sorts)));
        add_flag(list, "--reverse", options.reverse, "reverse the order");
        add_value(list, "--limit", options.limit, "show at most N orders", "N");
        add_words(list, "--columns", options.columns,
                  "columns of the table or CSV, by their JSON keys",
                  type_of_words("KEY,...", column_keys()));
      },
      run);
  add_examples(command,
               {"aliprotect list", "aliprotect list --all --seller 'Example Store' --sort ordered",
                "aliprotect list --columns id,number,closes_at --format csv"});
}

}  // namespace aliprotect
