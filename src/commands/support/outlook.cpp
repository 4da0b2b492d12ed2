#include "commands/support/outlook.h"

#include "commands/support/assessed.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

/// A count of orders with its verb: `1 order needs`, `2 orders need`.
std::string orders_that(std::size_t count, const std::string& one, const std::string& several) {
  return format_count(count, "order") + " " + (count == 1 ? one : several);
}

}  // namespace

std::vector<std::string> outlook(Context& context, Store& store) {
  std::size_t urgent = 0;
  std::size_t undated = 0;
  std::optional<Deadline> next;
  Selection selection;
  selection.open_at = context.now;
  store.read(selection, [&](const Order& order) {
    const AssessedOrder of = assessed(context, order);
    urgent += of.protection.next_step.urgency <= Urgency::soon ? 1 : 0;
    undated += is_undated(of) ? 1 : 0;
    const auto& ahead = of.protection.deadlines;
    if (!ahead.empty() && (!next || ahead.front().at < next->at)) next = ahead.front();
    return true;
  });
  std::vector<std::string> sentences;
  if (next) {
    sentences.push_back("Next: " + format_deadline(*next, context.now, context.zone()) + ".");
  }
  if (urgent > 0)
    sentences.push_back(orders_that(urgent, "needs", "need") +
                        " attention: see `aliprotect next`.");
  if (undated > 0) {
    sentences.push_back(orders_that(undated, "on its way has", "on their way have") +
                        " no known deadline: copy the countdown from the order page with "
                        "`aliprotect edit ID --closes '12d 3h'`.");
  }
  return sentences;
}

}  // namespace aliprotect
