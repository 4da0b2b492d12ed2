#pragma once

#include <list>
#include <vector>

#include "commands/support/context.h"
#include "rules/reminders.h"

namespace aliprotect {

/// An alarm to be told, and its order.
struct Reminder {
  Order order;
  DueReminder due;
};

/// A list, as they are large and are sorted.
using Reminders = std::list<Reminder>;

/// The alarms that were not told yet, soonest deadline first, ties by order number.
Reminders find_reminders(Context& context, Store& store, const AlarmQuestion& question);

/// Prints them to `out` in the run's format; a digest where that is a table.
void print_reminders(Context& context, const Reminders& reminders, const Style& style, Output& out);

/// By order, all that need not be told again once they are told.
std::vector<Store::Told> told_by(const Reminders& reminders);

}  // namespace aliprotect
