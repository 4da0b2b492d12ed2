#include "commands/overview.h"

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
    "Then `aliprotect due` lists what closes soon. All commands: aliprotect --help\n";

constexpr auto most_used =
    "\n"
    "  aliprotect next         list what to do now, most urgent first\n"
    "  aliprotect show ID      show everything about an order\n"
    "  aliprotect ship ID      record a shipment\n"
    "  aliprotect deliver ID   record that the goods arrived\n"
    "  aliprotect --help       list all commands\n";

bool is_empty(Store& store) {
  bool empty = true;
  store.read(Selection{}, [&](const Order&) { return empty = false; });
  return empty;
}

}  // namespace

ExitCode run_overview(Context& context) {
  const bool for_people = context.format == Format::table;
  Store* store = context.store_exists() ? context.store_to_read() : nullptr;
  if (for_people && (!store || is_empty(*store))) {
    context.out.write(how_to_begin);
    return ExitCode::done;
  }
  const auto orders =
      store ? find_due(context, *store, {due_within, {}, std::nullopt}) : DueOrders{};
  if (for_people && orders.empty()) {
    context.out.write("Nothing is due within 4 days.\n");
    for (const std::string& sentence : outlook(context, *store)) context.out.write(sentence + "\n");
  }
  print_due(context, orders);
  if (for_people) context.out.write(most_used);
  return ExitCode::done;
}

}  // namespace aliprotect
