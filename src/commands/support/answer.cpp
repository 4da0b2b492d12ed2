#include "commands/support/answer.h"

#include "commands/support/assessed.h"
#include "commands/support/listing.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

void print_object(Context& context, const Order& order) {
  context.out.with([&](std::string& text) {
    write_order_json(text, assessed(context, order));
    text += '\n';
  });
}

/// Returns the next deadline, or in a dispute the time when escalation opens. The guaranteed
/// delivery date is used only if nothing else is ahead and no dispute is open.
std::string next_instant(Context& context, const Protection& protection) {
  std::vector<Deadline> ahead = without_duplicate_deadline(protection.deadlines);
  if (protection.clocks.auto_escalates || ahead.size() > 1) {
    std::erase_if(ahead, [](const Deadline& each) { return each.kind == DeadlineKind::deadline; });
  }
  const auto& escalation = protection.clocks.escalation;
  const bool opens_first = protection.status == Status::in_dispute && escalation &&
                           context.now < escalation->from &&
                           (ahead.empty() || escalation->from < ahead.front().at);
  if (opens_first) {
    return "escalation opens " + to_text(escalation->from, Bound::begin, context.zone()) + ", " +
           to_distance(escalation->from, context.now);
  }
  return ahead.empty() ? "" : format_deadline(ahead.front(), context.now, context.zone());
}

std::string format_next_step(Context& context, const Order& order) {
  const Protection protection = assessed(context, order).protection;
  const NextStep& step = protection.next_step;
  return format_next_step(step, context.now, context.zone()) + " · " + step.why;
}

/// Warns if the shipment or the end of protection is missing, because most rules need both.
void warn_about_shipment(Context& context, const Order* before, const Order& after,
                         const Clocks& known, const Clocks& clocks) {
  const std::string id = std::to_string(after.id.value);
  const bool shipped_now = !after.parcels.empty() && (!before || before->parcels != after.parcels);
  if (shipped_now && !clocks.shipped && !clocks.delivered) {
    context.warn(
        "order " + name_of(after) +
        " has no shipping date, so its deadlines are unknown; add it with `aliprotect edit " + id +
        " --shipped WHEN`");
  } else if (shipped_now && !clocks.completion && !has_recorded_end(after)) {
    context.warn("the end of protection of order " + name_of(after) +
                 " is unknown; copy it from the order page with `aliprotect edit " + id +
                 " --closes '12d 3h'`");
  }
  const bool closes_now = after.closes && (!before || before->closes != after.closes);
  if (closes_now && after.parcels.empty() && !has_recorded_end(after)) {
    context.warn("order " + name_of(after) +
                 " has an end of protection, but no shipment; record it with `aliprotect ship " +
                 id + " --at WHEN`");
  }
  const bool moved = clocks.closes != known.closes || clocks.shipped != known.shipped;
  const bool is_ahead = clocks.closes && *clocks.closes > context.now;
  if (moved && is_ahead && clocks.shipped && !clocks.dispute_after_shipment && !clocks.delivered &&
      !has_recorded_end(after)) {
    context.warn("protection of order " + name_of(after) +
                 " ends before a dispute can be opened; if it was shipped earlier, correct it with "
                 "`aliprotect edit " +
                 id + " --shipped WHEN`");
  }
}

}  // namespace

std::string format_state(Context& context, const Order& order) {
  const Protection protection = assessed(context, order).protection;
  const std::string instant = next_instant(context, protection);
  return format_word(to_string(protection.status)) + (instant.empty() ? "" : "; " + instant);
}

void print_orders(Context& context, const std::vector<Order>& orders) {
  if (context.format == Format::json && orders.size() == 1) return print_object(context, orders[0]);
  const ListLayout layout{columns_named({"id", "number", "title", "status", "price", "closes_at",
                                         "next_step", "next_step.urgency"}),
                          std::nullopt};
  const auto list = open_list(context, layout);
  for (const Order& order : orders) {
    list->add(assessed(context, order));
  }
  list->end();
}

void answer(Context& context, const std::vector<Done>& changes) {
  if (context.quiet) return;
  if (context.format != Format::table) {
    std::vector<Order> orders;
    for (const Done& done : changes) orders.push_back(done.order);
    return print_orders(context, orders);
  }
  for (const Done& done : changes) {
    context.out.write(done.what + " " + name_of(done.order) + ": " +
                      format_state(context, done.order) + "\n");
    if (changes.size() == 1)
      context.out.write("next: " + format_next_step(context, done.order) + "\n");
  }
}

void answer_removed(Context& context, const std::vector<Order>& orders) {
  if (context.quiet) return;
  if (context.format != Format::table) return print_orders(context, orders);
  for (const Order& order : orders) context.out.write("removed " + name_of(order) + "\n");
}

void warn_about(Context& context, const Order* before, const Order& after) {
  const Policy& policy = context.policies().of(after);
  const Clocks clocks = clocks_of(after, policy);
  const Clocks known = before ? clocks_of(*before, policy) : Clocks{};
  if (!before && !after.number.has_usual_length()) {
    context.warn("order number " + after.number.text() + " has " +
                 std::to_string(after.number.text().size()) +
                 " digits; AliExpress's have 14 to 16");
  }
  if (clocks.closes != known.closes && clocks.closes && *clocks.closes <= context.now) {
    context.warn("protection of order " + name_of(after) + " already ended on " +
                 to_text(*clocks.closes, Bound::end, context.zone()) +
                 (is_window_ahead(clocks, context.now)
                      ? "; a dispute can be opened until " +
                            to_text(*clocks.dispute->until, Bound::end, context.zone())
                      : ""));
  }
  warn_about_shipment(context, before, after, known, clocks);
  const bool counted =
      after.protection_days && (!before || before->protection_days != after.protection_days);
  Days protection = after.protection_days.value_or(Days{0});
  const bool from_order = policy.longest_protection_from == ProtectionStart::ordered;
  if (from_order && after.ordered_at && clocks.shipped) {
    protection += std::chrono::floor<Days>(*clocks.shipped - *after.ordered_at);
  }
  if (counted && protection > policy.longest_protection) {
    context.warn(std::to_string(protection.count()) +
                 (from_order ? " days of protection from the order date" : " days of protection") +
                 " are more than the maximum of rule set " + policy.name + ", " +
                 std::to_string(policy.longest_protection.count()) + " days");
  }
}

}  // namespace aliprotect
