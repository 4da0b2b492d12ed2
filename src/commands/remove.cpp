#include "commands/support/answer.h"
#include "commands/support/change.h"

namespace aliprotect {
namespace {

struct Options {
  std::vector<std::string> orders;
};

ExitCode run(const Options& options, Context& context) {
  std::vector<Order> removed;
  change_each(context, options.orders, [&](Changes& changes, const Order& order) {
    changes.remove(order.id);
    removed.push_back(order);
  });
  answer_removed(context, removed);
  return ExitCode::done;
}

}  // namespace

void register_remove(Command& program) {
  Command& command = add_command<Options>(
      program, "remove", "Delete orders and everything recorded about them",
      [](Command& remove, Options& options) { add_orders(remove, options.orders); }, run);
  add_examples(command, {"aliprotect remove 3",
                         "aliprotect list --tag test --format ids | aliprotect remove -"});
}

}  // namespace aliprotect
