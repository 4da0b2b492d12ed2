#include <algorithm>
#include <tuple>

#include "commands/support/assessed.h"
#include "commands/support/command.h"
#include "commands/support/filters.h"
#include "commands/support/output_file.h"
#include "commands/support/sort_keys.h"
#include "commands/timeline.h"
#include "render/phrases.h"
#include "render/report_page.h"
#include "render/text.h"
#include "rules/next_event.h"

namespace aliprotect {
namespace {

constexpr std::size_t usual_limit = 200;
constexpr std::size_t most_sellers = 20;

struct Options {
  FilterOptions filters;
  std::string output;
  std::optional<std::string> limit;
};

struct Found {
  Foremost foremost;
  std::size_t critical = 0;
  std::size_t soon = 0;
  std::vector<Group> sellers;
};

/// Reads the store once: `listing` has the orders to show, which are among those of the sellers.
Found find(Context& context, Store& store, const Options& options, const Listing& listing) {
  Found found;
  Groups sellers;
  ForemostOrders foremost(listing, listing.limit.value_or(usual_limit));
  Listing all;
  apply_filters(context, options.filters, all);
  read_wanted(context, store, all, [&](const AssessedOrder& of) {
    sellers.add(of.order.seller, of);
    if (!listing.wanted(of)) return;
    const Urgency urgency = of.protection.next_step.urgency;
    if (urgency == Urgency::critical) ++found.critical;
    if (urgency == Urgency::soon) ++found.soon;
    foremost.add(of);
  });
  found.foremost = foremost.take();
  found.sellers = sellers.largest_first();
  return found;
}

/// Sorts the orders as the timeline does: next event first, then by number.
std::vector<Order> soonest_first(Context& context, const std::vector<Order>& orders) {
  std::vector<std::tuple<Instant, std::string, const Order*>> places;
  for (const AssessedOrder& of : assessed(context, orders)) {
    const auto turn = next_event(of.protection);
    places.emplace_back(turn ? turn->at : Instant::max(), of.order.number.text(), &of.order);
  }
  std::sort(places.begin(), places.end());
  std::vector<Order> sorted;
  for (const auto& place : places) sorted.push_back(*std::get<const Order*>(place));
  return sorted;
}

std::string page_of(Context& context, const Found& found) {
  const std::vector<Order> by_turn_first = soonest_first(context, found.foremost.orders);
  Report report{context.now, assessed(context, by_turn_first),
                assessed(context, found.foremost.orders),
                shown_range(context, by_turn_first, std::nullopt, std::nullopt)};
  report.open = found.foremost.all.count;
  report.critical = found.critical;
  report.soon = found.soon;
  report.at_risk = found.foremost.all.at_risk;
  report.sellers = found.sellers;
  if (report.sellers.size() > most_sellers) {
    report.more_sellers = report.sellers.size() - most_sellers;
    report.sellers.resize(most_sellers);
  }
  return report_page(report, context.zone());
}

void write(Context& context, const std::string& output, const Found& found) {
  const std::string page = page_of(context, found);
  if (output == "-") {
    context.out.write(page);
    return;
  }
  OutputFile file(context, "--output", output);
  file.out().write(page);
  file.finish();
  if (context.quiet) return;
  context.out.write("wrote " + printable(output) + ": " +
                    format_count(found.foremost.all.count, "open order") + "\n");
}

ExitCode run(const Options& options, Context& context) {
  Listing listing = open_unless_statuses(context, options.filters);
  listing.sort_key = by_urgency;
  listing.limit = read_limit(options.limit);
  Store* store = context.store_to_read();
  write(context, options.output, store ? find(context, *store, options, listing) : Found{});
  return ExitCode::done;
}

constexpr auto words =
    "The page needs no network, script or other file. It shows the most urgent\n"
    "orders, up to --limit, and the 20 sellers with the most orders. Its figures\n"
    "count all orders. The file is written completely or not at all.\n\n";

}  // namespace

void register_report(Command& program) {
  Command& command = add_command<Options>(
      program, "report", "Write an HTML page with timeline, next steps and sellers",
      [](Command& report, Options& options) {
        add_value(report, "--output", options.output, "the file to write; - is stdout", "FILE");
        add_value(report, "--limit", options.limit, "show at most N orders [200]", "N");
        add_filters(report, options.filters);
      },
      run);
  take_formats(command, {});
  add_examples(command, {"aliprotect report --output orders.html",
                         "aliprotect report --output - --seller 'Example Store'"});
  command.notes = words;
}

}  // namespace aliprotect
