#include "commands/support/reminders.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "render/digest.h"
#include "render/order_list.h"

namespace aliprotect {
namespace {

bool comes_before(const OrderReminder& a, const OrderReminder& b) {
  const auto place = [](const OrderReminder& of) {
    const Deadline& deadline = of.due.reminder.deadline;
    return std::tie(deadline.at, of.order.number, deadline.kind);
  };
  return place(a) < place(b);
}

void add_ahead(Context& context, Store& store, const ReminderQuery& query, Reminders& found) {
  const Seconds longest = *std::max_element(query.leads.begin(), query.leads.end());
  Selection selection;
  selection.deadlines = {context.now, context.now + longest};
  store.read(selection, [&](const Order& order) {
    const Clocks clocks = clocks_of(order, context.policies().of(order));
    const Status status = status_of(order, clocks, context.now);
    for (DueReminder& due :
         reminders_ahead(deadlines_of(order, clocks, status, context.now), context.now, query,
                         store.sent_reminders(order.number))) {
      found.push_back({order, std::move(due)});
    }
    return true;
  });
}

/// Reads only orders with a claim, which are few.
void add_claims(Context& context, Store& store, const ReminderQuery& query, Reminders& found) {
  Selection selection;
  selection.open_at = context.now;
  selection.claimed = true;
  store.read(selection, [&](const Order& order) {
    const Protection protection = assess(order, context.policies().of(order), context.now);
    if (auto due = claim_reminder(order, protection, query, store.sent_reminders(order.number))) {
      found.push_back({order, *std::move(due)});
    }
    return true;
  });
}

void add_losses(Context& context, Store& store, const ReminderQuery& query, Reminders& found) {
  Selection selection;
  selection.lapsed = {context.now - losses_reported_for, context.now};
  store.read(selection, [&](const Order& order) {
    const Clocks clocks = clocks_of(order, context.policies().of(order));
    const Status status = status_of(order, clocks, context.now);
    if (auto due =
            loss_reminder(clocks, status, context.now, query, store.sent_reminders(order.number))) {
      found.push_back({order, *std::move(due)});
    }
    return true;
  });
}

/// Assesses the order of a reminder. For an alleged delivery, the next `closes` counts as due if it
/// is ahead.
AssessedOrder assessed(Context& context, const OrderReminder& reminder) {
  const Reminder& told = reminder.due.reminder;
  AssessedOrder of{.order = reminder.order,
                   .policy = context.policies().of(reminder.order),
                   .now = context.now,
                   .due = told.deadline,
                   .reminder = told};
  if (!told.claim) return of;
  for (const Deadline& deadline : of.protection.deadlines) {
    if (deadline.kind == DeadlineKind::closes) of.due = deadline;
  }
  return of;
}

void print_digest(Context& context, const Reminders& reminders, const Style& style, Output& out) {
  Digest digest(style, context.zone(), out);
  std::set<OrderId> seen;
  OrderSum at_risk;
  OrderSum lost;
  for (const OrderReminder& reminder : reminders) {
    const AssessedOrder of = assessed(context, reminder);
    digest.add(of);
    if (!seen.insert(of.order.id).second) continue;
    const Clocks& clocks = of.protection.clocks;
    if (!is_lost(of.order, clocks, of.protection.status)) {
      at_risk.add(of.order);
    } else if (!is_delivery_reported(of.order, clocks)) {
      lost.add(of.order);
    }
  }
  digest.end(seen.size(), at_risk, lost);
}

}  // namespace

Reminders find_reminders(Context& context, Store& store, const ReminderQuery& query) {
  Reminders found;
  add_losses(context, store, query, found);
  add_claims(context, store, query, found);
  add_ahead(context, store, query, found);
  found.sort(comes_before);
  return found;
}

void print_reminders(Context& context, const Reminders& reminders, const Style& style,
                     Output& out) {
  if (context.format == Format::table) return print_digest(context, reminders, style, out);
  const auto list = make_order_list(
      context.format, {{}, csv_columns(ListedFor::reminder)}, style,
      [&context]() -> const Zone& { return context.zone(); }, out);
  std::set<OrderId> seen;
  for (const OrderReminder& reminder : reminders) {
    const bool again = !seen.insert(reminder.order.id).second;
    if (!again || context.format != Format::ids) list->add(assessed(context, reminder));
  }
  list->end();
}

std::vector<Store::OrderReminders> to_order_reminders(const Reminders& reminders) {
  std::vector<Store::OrderReminders> sent;
  for (const auto& [order, due] : reminders) sent.push_back({order.number, due.covers});
  return sent;
}

}  // namespace aliprotect
