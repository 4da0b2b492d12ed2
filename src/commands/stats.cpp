#include "commands/support/filters.h"
#include "commands/support/words.h"
#include "core/time/local_day.h"
#include "export/figures_json.h"
#include "render/figures.h"
#include "render/object_list.h"
#include "rules/statuses.h"

namespace aliprotect {
namespace {

struct Options {
  FilterOptions filters;
  std::optional<std::string> by;
  std::optional<std::string> limit;
};

std::optional<std::string> month_ordered(const Order& order, Context& context) {
  if (!order.ordered_at) return std::nullopt;
  return month_of(*order.ordered_at, context.zone());
}

struct Grouping {
  const char* name;
  std::optional<std::string> (*group_of)(const Order& order, Context& context);
  std::vector<Group> (Groups::*sorted)() const;
};

constexpr Grouping groupings[] = {
    {"seller", [](const Order& order, Context&) { return order.seller; }, &Groups::largest_first},
    {"client", [](const Order& order, Context&) { return order.client; }, &Groups::largest_first},
    {"month", month_ordered, &Groups::by_name},
};

void read_filtered(Context& context, const Listing& listing,
                   const std::function<void(const AssessedOrder&)>& visit) {
  if (Store* store = context.store_to_read()) read_wanted(context, *store, listing, visit);
}

void print_groups(Context& context, const char* key, const std::vector<Group>& groups) {
  const auto write = [key](std::string& text, const Group& group) {
    write_group_json(text, key, group);
  };
  switch (context.format) {
    case Format::table:
      return print_group_table(key, groups, context.style, context.out);
    case Format::csv:
      return print_group_csv(key, groups, context.style, context.out);
    default:
      return print_objects(context.format, groups, write, context.out);
  }
}

void run_by(Context& context, const Listing& listing, const Grouping& grouping,
            std::optional<std::size_t> limit) {
  Groups groups;
  read_filtered(context, listing, [&](const AssessedOrder& of) {
    groups.add(grouping.group_of(of.order, context), of);
  });
  std::vector<Group> sorted = (groups.*grouping.sorted)();
  if (limit && sorted.size() > *limit) sorted.resize(*limit);
  print_groups(context, grouping.name, sorted);
  if (sorted.empty()) say_empty(context, "No orders found.");
}

void run_overall(Context& context, const Listing& listing) {
  Figures all;
  std::map<Status, Figures> by_status;
  read_filtered(context, listing, [&](const AssessedOrder& of) {
    all.add(of);
    by_status[of.protection.status].add(of);
  });
  std::vector<Group> statuses;
  for (const Status status : all_statuses) {
    statuses.push_back({std::string(to_string(status)), by_status[status]});
  }
  if (context.format == Format::csv) return print_groups(context, "status", statuses);
  if (context.format == Format::table) {
    return print_figures_page(all, statuses, context.style, context.out);
  }
  context.out.with([&](std::string& text) {
    write_stats_json(text, all, statuses);
    text += '\n';
  });
}

ExitCode run(const Options& options, Context& context) {
  const Grouping* grouping =
      options.by ? &row_named(groupings, "--by", *options.by, "group") : nullptr;
  const auto limit = read_limit(options.limit);
  if (limit && !grouping) throw usage_error("--limit requires --by");
  Listing listing;
  apply_filters(context, options.filters, listing);
  if (grouping) {
    run_by(context, listing, *grouping, limit);
  } else {
    run_overall(context, listing);
  }
  return ExitCode::done;
}

constexpr auto words =
    "Figures:\n"
    "  at risk   the price of orders whose money can still be lost\n"
    "  late      of the shipped orders that met or missed their deadline, the share\n"
    "            that missed it; finished orders count, cancelled ones do not\n"
    "  disputes  all that were opened; those with an outcome are decided\n"
    "  won       decided disputes with a full or partial refund, and the amounts; a\n"
    "            full refund without an amount counts as the price\n"
    "Totals are per currency. Sellers and clients are sorted by number of orders,\n"
    "most first, and months by date. Orders without a seller, client or date come\n"
    "last.\n\n";

}  // namespace

void register_stats(Command& program) {
  Command& command = add_command<Options>(
      program, "stats", "Show statistics: money at risk, late orders, disputes won",
      [](Command& stats, Options& options) {
        add_value(stats, "--by", options.by,
                  "print one row per seller, client or month of the order", "seller|client|month");
        add_value(stats, "--limit", options.limit, "print at most N rows", "N");
        add_filters(stats, options.filters);
      },
      run);
  take_formats(command, {"table", "json", "jsonl", "csv"});
  add_examples(command, {"aliprotect stats", "aliprotect stats --by seller --limit 10",
                         "aliprotect stats --by month --ordered-after 2025-12-31 --format csv"});
  command.notes = words;
}

}  // namespace aliprotect
