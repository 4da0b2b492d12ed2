#include "commands/timeline.h"

#include "commands/support/answer.h"
#include "commands/support/assessed.h"
#include "commands/support/command.h"
#include "commands/support/filters.h"
#include "commands/support/orders.h"
#include "commands/support/sort_keys.h"
#include "render/ascii.h"
#include "render/fold.h"
#include "render/phrases.h"
#include "render/text.h"
#include "render/timeline/terminal_timeline.h"
#include "render/timeline/timeline.h"

namespace aliprotect {
namespace {

constexpr std::size_t usual_limit = 40;

struct Options {
  std::vector<std::string> orders;
  FilterOptions filters;
  std::optional<std::string> from, until, limit;
  bool ascii = false;
};

Listing described(Context& context, const Options& options) {
  Listing listing = open_unless_statuses(context, options.filters);
  listing.sort_key = by_next_event;
  listing.limit = read_limit(options.limit);
  listing.layout.table = columns_named({"id", "number", "title", "status", "closes_at"});
  return listing;
}

/// Prints a sentence, wrapped to the width of the chart.
void say(Context& context, const Options& options, const std::string& sentence) {
  const bool ascii = context.style.ascii || options.ascii;
  const std::string text = folded(sentence, context.style.picture_width);
  context.out.write((ascii ? in_ascii(text) : text) + "\n");
}

void print_picture(Context& context, const Options& options, const std::vector<Order>& orders) {
  const TimelineOrders timeline{assessed(context, orders), context.now,
                                shown_range(context, orders, options.from, options.until)};
  Style style = context.style;
  style.ascii = style.ascii || options.ascii;
  print_timeline(timeline, context.zone(), style, context.out);
}

void print_named(Context& context, const Options& options, std::vector<Order> orders) {
  if (context.format != Format::table) return print_orders(context, orders);
  print_picture(context, options, orders);
}

void print_found(Context& context, const Options& options, Store& store, const Listing& listing) {
  if (context.format != Format::table) {
    print_listing(context, store, listing);
    return;
  }
  const Foremost found =
      read_foremost(context, store, listing, listing.limit.value_or(usual_limit));
  print_picture(context, options, found.orders);
  if (found.all.count > found.orders.size()) {
    say(context, options,
        format_count(found.all.count - found.orders.size(), "more order") + ": --limit " +
            std::to_string(found.all.count) + " shows all");
  }
  if (found.all.count > 0) say(context, options, format_listed(found.all));
  if (found.all.count == 0)
    say_empty(context, "No open orders found; `list --all` also lists finished ones.");
}

ExitCode run(const Options& options, Context& context) {
  if (!options.orders.empty() && !(options.filters == FilterOptions{})) {
    throw usage_error("timeline: pass orders or filters, not both");
  }
  if (!options.orders.empty() && options.limit) {
    throw usage_error("timeline: pass orders or --limit, not both");
  }
  const std::vector<OrderRef> refs = read_orders(context, options.orders);
  const Listing listing = described(context, options);
  shown_range(context, {}, options.from,
              options.until);  // reports an invalid range even without a store
  Store* store = context.store_to_read();
  if (!store) {
    if (context.format != Format::table) open_list(context, listing.layout)->end();
    return ExitCode::done;
  }
  if (options.orders.empty()) {
    print_found(context, options, *store, listing);
  } else {
    print_named(context, options, orders_named(*store, refs));
  }
  return ExitCode::done;
}

constexpr auto words =
    "Each order is a bar from its shipment to the end of its protection. One column\n"
    "through all bars is the current time: past events are left of it, future ones\n"
    "right of it. The order with the soonest deadline comes first; !! means\n"
    "critical, ! soon. Orders without a known date, and the meaning of each symbol,\n"
    "are below the chart.\n"
    "The chart covers the time of the bars, but at most 120 days before and after\n"
    "today; --from and --until choose another range. Its width is that of the\n"
    "terminal, or $COLUMNS, or 80 columns. It is drawn in ASCII if the locale\n"
    "(LC_ALL, LC_CTYPE, LANG) uses a character set other than UTF-8.\n\n";

}  // namespace

TimeRange shown_range(Context& context, const std::vector<Order>& orders,
                      const std::optional<std::string>& from,
                      const std::optional<std::string>& until) {
  std::vector<OrderBar> bars;
  for (const AssessedOrder& of : assessed(context, orders)) bars.push_back(bar_of(of));
  TimeRange range = range_of(bars, context.now);
  if (from) range.from = context.read_when("--from", *from, Bound::begin);
  if (until) range.until = context.read_when("--until", *until, Bound::end);
  if (range.from < range.until) return range;
  if (from && until) throw usage_error("--until: must be after --from");
  (from ? range.until : range.from) = from ? range.from + Days{1} : range.until - Days{1};
  return range;
}

void register_timeline(Command& program) {
  Command& command = add_command<Options>(
      program, "timeline", "Draw the open orders on a time axis, soonest first",
      [](Command& timeline, Options& options) {
        add_orders(timeline, options.orders).required = false;
        add_filters(timeline, options.filters);
        add_value(timeline, "--limit", options.limit, "show at most N orders [40 in the chart]",
                  "N");
        add_value(timeline, "--from", options.from, "where the chart begins", "WHEN");
        add_value(timeline, "--until", options.until, "where the chart ends", "WHEN");
        add_flag(timeline, "--ascii", options.ascii, "draw with ASCII only");
      },
      run);
  add_examples(command, {"aliprotect timeline", "aliprotect timeline --seller 'Example Store'",
                         "aliprotect timeline 3 7 --from 2026-11-01 --until 2026-12-31"});
  command.notes = words;
}

}  // namespace aliprotect
