#include "commands/overview.h"

#include <algorithm>

#include "commands/support/due.h"
#include "commands/support/outlook.h"

namespace aliprotect {
namespace {

constexpr auto how_to_begin =
    "No orders yet. Start with what you have:\n"
    "\n"
    "  aliprotect import ~/Maildir    AliExpress's mails in a Maildir, mbox or folder\n"
    "  aliprotect import page.html    a saved page, its copied text, or a table\n"
    "  aliprotect add 3051000000421234 --shipped yesterday --closes '44d 3h'\n"
    "\n"
    "Then `aliprotect due` lists what closes soon. All commands: aliprotect --help\n"
    "Manual: man aliprotect\n";

constexpr auto how_to_sync =
    "No orders yet. Read the sources in your config file:\n"
    "\n"
    "  aliprotect sync --dry-run    count the orders that would be recorded\n"
    "  aliprotect sync              record them\n";

struct CommandLine {
  std::string words;
  const char* purpose;
};

/// Returns the command that records a next step; nullptr if there is nothing to record.
const char* command_that_records(Action action) {
  switch (action) {
    case Action::open_dispute:
      return "dispute open ID --reason REASON";
    case Action::add_evidence:
      return "dispute evidence ID FILE";
    case Action::escalate:
      return "dispute escalate ID";
    case Action::send_back:
      return "dispute returned ID --tracking NUMBER";
    case Action::request_extension:
      return "extend request ID --days N";
    case Action::inspect:
      return "inspect ID --good (or --bad)";
    case Action::confirm:
      return "confirm ID";
    case Action::collect:
    case Action::check_delivery:
      return "deliver ID";
    default:
      return nullptr;
  }
}

/// Returns the words with the id in place of `ID`.
std::string with_id(std::string words, OrderId id) {
  return words.replace(words.find("ID"), 2, std::to_string(id.value));
}

std::vector<CommandLine> usual_commands() {
  return {{"next", "list what to do now, most urgent first"},
          {"show ID", "show everything about an order"},
          {"ship ID", "record a shipment"},
          {"deliver ID", "record that the goods arrived"}};
}

/// Returns what helps with the first urgent order.
std::vector<CommandLine> commands_for(const DueOrders& orders) {
  const auto urgent = std::find_if(orders.begin(), orders.end(), [](const DueOrder& of) {
    return of.protection.next_step.urgency == Urgency::critical;
  });
  if (urgent == orders.end()) return usual_commands();
  const OrderId id = urgent->order.id;
  std::vector<CommandLine> commands{{with_id("show ID", id), "show everything about this order"}};
  if (const char* words = command_that_records(urgent->protection.next_step.action))
    commands.push_back({with_id(words, id), "record this step after taking it"});
  commands.push_back({"next", "list all urgent steps"});
  return commands;
}

void print(Context& context, std::vector<CommandLine> commands) {
  commands.push_back({"--help", "list all commands"});
  std::size_t width = 0;
  for (const CommandLine& line : commands) width = std::max(width, line.words.size());
  std::string text = "\n";
  for (const CommandLine& line : commands) {
    text += "  aliprotect " + line.words + std::string(width - line.words.size() + 3, ' ') +
            line.purpose + "\n";
  }
  context.out.write(text);
}

bool is_empty(Store& store) {
  bool empty = true;
  store.read(Selection{}, [&](const Order&) { return empty = false; });
  return empty;
}

void print_sentences(Context& context, const std::vector<std::string>& sentences) {
  for (const std::string& sentence : sentences) context.out.write(sentence + "\n");
}

}  // namespace

ExitCode run_overview(Context& context) {
  const bool for_people = context.format == Format::table;
  Store* store = context.store_exists() ? context.store_to_read() : nullptr;
  if (for_people && (!store || is_empty(*store))) {
    context.out.write(context.sources.empty() ? how_to_begin : how_to_sync);
    const auto unreadable = unreadable_sources(context);
    if (!unreadable.empty()) context.out.write("\n");
    print_sentences(context, unreadable);
    return ExitCode::done;
  }
  const auto orders =
      store ? find_due(context, *store, {due_within, {}, std::nullopt}) : DueOrders{};
  if (for_people && orders.empty()) context.out.write("Nothing is due within 4 days.\n");
  print_due(context, orders);
  if (!for_people) return ExitCode::done;
  print_sentences(context, outlook(context, *store, orders));
  print_sentences(context, unreadable_sources(context));
  print(context, commands_for(orders));
  return ExitCode::done;
}

}  // namespace aliprotect
