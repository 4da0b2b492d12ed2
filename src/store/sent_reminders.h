#pragma once

#include <vector>

#include "aliprotect/reminder.h"
#include "aliprotect/store.h"
#include "store/database.h"

namespace aliprotect::store {

/// The reminders that were sent, by order number. They are not in the journal.
class SentReminders {
 public:
  explicit SentReminders(Database& db);

  std::vector<SentReminder> of(const OrderNumber& number);
  void add(const OrderNumber& number, const Reminder& reminder, Instant sent_at);
  /// Deletes old reminders, but only of orders without deadlines. For others they are kept: if the
  /// computer's clock was years fast and is set back, their deadlines lie ahead again.
  void delete_old(Instant now);

 private:
  Statement of_;
  Statement add_;
  Statement delete_old_;
};

}  // namespace aliprotect::store
