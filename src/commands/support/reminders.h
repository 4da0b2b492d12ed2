#pragma once

#include <list>
#include <vector>

#include "commands/support/context.h"
#include "rules/reminders.h"

namespace aliprotect {

/// A reminder to send, and its order.
struct OrderReminder {
  Order order;
  DueReminder due;
};

/// A std::list, because reminders are large and are sorted.
using Reminders = std::list<OrderReminder>;

/// Returns the reminders that have not been sent yet, soonest deadline first, ties by order number.
Reminders find_reminders(Context& context, Store& store, const ReminderQuery& query);

/// Prints the reminders to `out` in the run's format; in the table format, as a digest.
void print_reminders(Context& context, const Reminders& reminders, const Style& style, Output& out);

/// Returns, by order, the reminders to mark as sent once these have been sent.
std::vector<Store::OrderReminders> to_order_reminders(const Reminders& reminders);

}  // namespace aliprotect
