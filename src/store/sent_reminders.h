#pragma once

#include <SQLiteCpp/Database.h>

#include <vector>

#include "aliprotect/reminder.h"
#include "aliprotect/store.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

/// Keeps which alarms were told, by order number. No part of the record: the journal knows nothing
/// of it.
class SentReminders {
 public:
  explicit SentReminders(const SQLite::Database& db);

  std::vector<SentReminder> of(const OrderNumber& number);
  void add(const OrderNumber& number, const Reminder& reminder, Instant sent_at);
  /// Forgets what is long past at `now`, of orders that have no deadlines any more. Of others it is
  /// kept: a clock that was years ahead may be set back, and then they are ahead again.
  void delete_old(Instant now);

 private:
  Statement of_;
  Statement add_;
  Statement delete_old_;
};

}  // namespace aliprotect::store
