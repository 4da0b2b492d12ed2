#include "commands/support/assessed.h"
#include "commands/support/calendar.h"
#include "commands/support/command.h"
#include "commands/support/filters.h"
#include "commands/support/listing.h"
#include "commands/support/output_file.h"
#include "commands/support/reading.h"
#include "export/facts_csv.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct Options {
  FilterOptions filters;
  bool open = false;
  std::optional<std::string> output;
  std::vector<std::string> alarms;
  const Option* alarm = nullptr;
};

Listing described(Context& context, const Options& options) {
  Listing listing;
  if (options.open) want_open(context, listing);
  apply_filters(context, options.filters, listing);
  return listing;
}

/// Writes the orders by id while reading them, so that they are never all in memory.
void write_orders(Context& context, const Listing& listing, Output& out) {
  const auto list = make_order_list(context.format, {}, context.style, nullptr, out);
  if (Store* store = context.store_to_read()) {
    read_in_parallel(*store, listing.selection, [&](const Order& order) {
      const AssessedOrder of = assessed(context, order);
      if (listing.wanted(of)) list->add(of);
      return true;
    });
  }
  list->end();
}

/// Writes facts only. Clocks and status are computed because filters need them; the next step is
/// not.
void write_facts(Context& context, const Listing& listing, Output& out) {
  const bool on_terminal = &out == &context.out && context.style.terminal;
  FactsCsv csv;
  out.with([&](std::string& text) { csv.write_names(text); });
  Store* store = context.store_to_read();
  if (!store) return;
  read_in_parallel(*store, listing.selection, [&](const Order& order) {
    const Policy& policy = context.policies().of(order);
    Protection protection;
    protection.clocks = clocks_of(order, policy);
    protection.status = status_of(order, protection.clocks, context.now);
    const AssessedOrder of{order, policy, context.now, std::move(protection)};
    if (!listing.wanted(of)) return true;
    out.with([&](std::string& text) {
      const std::size_t begin = text.size();
      csv.write_order(text, of);
      if (on_terminal) text.replace(begin, text.npos, printable(text.substr(begin)));
      text += '\n';
    });
    return true;
  });
}

/// Returns the function that writes the requested format.
std::function<void(Output&)> writer(Context& context, const Options& options) {
  if (context.calendar) {
    const std::vector<Seconds> alarms = read_alarms(context, options.alarms);
    return [&context, alarms, listing = described(context, options)](Output& out) {
      write_calendar(context, listing, alarms, out);
    };
  }
  if (options.alarm->given) {
    throw usage_error("--alarm requires --format ics");
  }
  if (context.format == Format::csv) {
    return [&context, listing = described(context, options)](Output& out) {
      write_facts(context, listing, out);
    };
  }
  return [&context, listing = described(context, options)](Output& out) {
    write_orders(context, listing, out);
  };
}

ExitCode run(const Options& options, Context& context) {
  const std::function<void(Output&)> write = writer(context, options);
  if (options.output.value_or("-") == "-") {
    write(context.out);
    return ExitCode::done;
  }
  OutputFile file(context, "--output", *options.output);
  write(file.out());
  file.finish();
  return ExitCode::done;
}

}  // namespace

void register_export(Command& program) {
  Command& command = add_command<Options>(
      program, "export", "Write orders to a file, or their deadlines to a calendar",
      [](Command& exporting, Options& options) {
        add_flag(exporting, "--open", options.open, "only open orders");
        add_filters(exporting, options.filters);
        add_value(exporting, "--output", options.output,
                  "write to this file, completely or not at all; - is stdout", "FILE");
        options.alarm = &add_words(
            exporting, "--alarm", options.alarms,
            "with --format ics: set an alarm this long before each deadline, or none [4d,1d]",
            "LENGTH");
      },
      run);
  take_formats(command, {"json", "jsonl", "csv", "ics"});
  add_examples(command, {"aliprotect export --format jsonl --output orders.jsonl",
                         "aliprotect export --open --seller 'Example Store'",
                         "aliprotect export --format ics --output orders.ics"});
}

}  // namespace aliprotect
