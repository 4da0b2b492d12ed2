#include "commands/support/answer.h"
#include "commands/support/assessed.h"
#include "commands/support/orders.h"
#include "core/evidence.h"
#include "render/order_page.h"

namespace aliprotect {
namespace {

struct Options {
  std::vector<std::string> orders;
};

std::string remark_on(const Evidence& evidence) {
  switch (state_of(evidence)) {
    case EvidenceState::unchanged:
      return {};
    case EvidenceState::changed:
      return "has changed since";
    case EvidenceState::missing:
      return "is missing";
    case EvidenceState::unreadable:
      return "cannot be read";
  }
  return {};
}

void print_pages(Context& context, const std::vector<Order>& orders) {
  bool first = true;
  for (const Order& order : orders) {
    if (!first) context.out.write("\n");
    first = false;
    print_order_page(assessed(context, order), remark_on, context.zone(), context.style,
                     context.out);
  }
}

ExitCode run(const Options& options, Context& context) {
  const std::vector<OrderRef> refs = read_orders(context, options.orders);
  Store* store = context.store_to_read();
  std::vector<Order> orders;
  if (store) orders = orders_named(*store, refs);
  if (context.format == Format::table) {
    print_pages(context, orders);
  } else {
    print_orders(context, orders);
  }
  return ExitCode::done;
}

}  // namespace

void register_show(Command& program) {
  Command& command = add_command<Options>(
      program, "show", "Show everything about an order",
      [](Command& show, Options& options) { add_orders(show, options.orders); }, run);
  add_examples(command, {"aliprotect show 3", "aliprotect show 3051000000421234 --json"});
}

}  // namespace aliprotect
