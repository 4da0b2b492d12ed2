#include "commands/support/outlook.h"

#include <set>

#include "commands/support/assessed.h"
#include "commands/support/source_files.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

constexpr std::size_t most_undated_named = 5;

/// A count of orders with its verb: `1 order needs`, `2 orders need`.
std::string orders_that(std::size_t count, const std::string& one, const std::string& several) {
  return format_count(count, "order") + " " + (count == 1 ? one : several);
}

/// Asks for the end of protection, and names the first orders, which are enough for one evening.
std::string ask_for_ends(std::size_t count, const std::vector<Order>& first) {
  std::string text = orders_that(count, "on its way has", "on their way have") +
                     " no known deadline: copy the countdown from the order page with "
                     "`aliprotect edit ID --closes '12d 3h'`:";
  for (const Order& order : first) text += "\n  " + name_of(order);
  if (count > first.size())
    text += "\n  and " + std::to_string(count - first.size()) + " more: see `aliprotect list`";
  return text;
}

/// The number of orders that need a step now.
struct UrgentCount {
  std::size_t all = 0;
  std::size_t critical = 0;

  void add(const NextStep& step) {
    if (step.urgency <= Urgency::soon) ++all;
    if (step.urgency == Urgency::critical) ++critical;
  }
};

/// `2 other orders need attention (1 critical): see `aliprotect next`.`
std::string ask_for_attention(const UrgentCount& count, const std::string& noun) {
  const std::string critical =
      count.critical > 0 ? " (" + std::to_string(count.critical) + " critical)" : "";
  return format_count(count.all, noun) + (count.all == 1 ? " needs" : " need") + " attention" +
         critical + ": see `aliprotect next`.";
}

}  // namespace

std::vector<std::string> outlook(Context& context, Store& store, const DueOrders& due) {
  bool any_open = false;
  std::set<OrderId> listed;
  for (const DueOrder& of : due) listed.insert(of.order.id);
  UrgentCount urgent;
  std::size_t undated = 0;
  std::vector<Order> first_undated;
  std::optional<Deadline> next;
  Selection selection;
  selection.open_at = context.now;
  store.read(selection, [&](const Order& order) {
    const AssessedOrder of = assessed(context, order);
    any_open = true;
    if (!listed.contains(order.id)) urgent.add(of.protection.next_step);
    if (is_undated(of) && ++undated <= most_undated_named) first_undated.push_back(order);
    const auto& ahead = of.protection.deadlines;
    if (!ahead.empty() && (!next || ahead.front().at < next->at)) next = ahead.front();
    return true;
  });
  std::vector<std::string> sentences;
  if (!any_open)
    sentences.push_back("All orders are finished; `aliprotect list --all` lists them.");
  if (next && due.empty()) {
    sentences.push_back("Next: " + format_deadline(*next, context.now, context.zone()) + ".");
  }
  if (urgent.all > 0)
    sentences.push_back(ask_for_attention(urgent, due.empty() ? "order" : "other order"));
  if (undated > 0) sentences.push_back(ask_for_ends(undated, first_undated));
  return sentences;
}

std::vector<std::string> unreadable_sources(const Context& context) {
  std::vector<std::string> sentences;
  for (const Source& source : context.sources) {
    if (!source.path) continue;
    if (const auto reason = reason_not_to_open(*source.path)) {
      sentences.push_back("Source " + printable(source.name) + ": " + *reason +
                          "; correct its path in the config file.");
    }
  }
  return sentences;
}

}  // namespace aliprotect
