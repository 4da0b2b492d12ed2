#pragma once

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/policy.h"
#include "aliprotect/store.h"
#include "store/deadlines.h"
#include "store/ids.h"
#include "store/journal.h"
#include "store/order_reader.h"
#include "store/order_writer.h"
#include "store/rule_sets.h"
#include "store/sent_reminders.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

/// What writing needs.
struct Writers {
  explicit Writers(SQLite::Database& db)
      : orders(db), deadlines(db), rule_sets(db), scheduled_rules(db), journal(db) {}

  OrderWriter orders;
  DeadlineWriter deadlines;
  RowsWriter<RuleSetsTable> rule_sets;
  ScheduledRules scheduled_rules;
  Journal journal;
};

/// A connection and the statements prepared on it. Throws SQLite::Exception; the caller translates
/// it.
class Engine {
 public:
  Engine(std::string store_path, const Policies& built_in, SQLite::Database connection,
         std::chrono::milliseconds lock_timeout);

  const std::string path;
  const std::chrono::milliseconds lock_wait;  ///< how long it waits for other processes
  SQLite::Database db;

  /// The built-in rule sets and the user's own, as of the last reading or change.
  const Policies& policies();
  /// The user's own one of that name; null where there is none.
  const Policy* own_rules(const std::string& name) const;
  /// The built-in one of that name, whether or not an own one takes its place; null where there is
  /// none.
  const Policy* built_in_rules(const std::string& name) const { return built_in_.find(name); }
  /// Reads the rule sets again, as they are in the transaction that is under way.
  void refresh_rules();
  /// What a change that failed made of them is gone.
  void forget_rules() { policies_.reset(); }

  std::optional<Order> find(OrderId id);
  /// Which order has this number, if one has.
  std::optional<OrderId> id_of(const OrderNumber& number);
  void read(const Selection& selection, const Store::Visit& visit);
  void read(const std::vector<OrderId>& ids, const Store::Visit& visit);

  Writers& writers();
  SentReminders& sent_reminders();
  /// Derives the deadlines of the orders in `chosen` anew.
  void reschedule_chosen();
  /// Derives the deadlines of all orders anew whose rule set has changed.
  void reschedule_changed_rules();
  /// The same where no change is under way, as one.
  void reschedule_if_needed();
  /// Puts back what `entry` replaced, as a change of its own.
  void undo_entry(const UndoableEntry& entry, const ChangeLabel& label);

 private:
  OrderReader& prepared(std::optional<OrderReader>& reader, Scope orders, Scope rest);
  /// Readers before their first order.
  OrderReader& started_on_all();
  OrderReader& started_on_chosen();
  bool read_chunk(const OrderId* first, std::size_t count, const Store::Visit& visit);

  const Policies built_in_;
  std::vector<Policy> own_rules_;
  std::optional<Policies> policies_;  ///< none before the first reading
  std::vector<std::string> changed_rules_;
  RuleSetReader rules_in_force_;
  Statement id_of_;
  std::optional<OrderReader> single_;
  std::optional<OrderReader> all_;
  std::optional<OrderReader> chosen_;
  std::optional<OrderReader> dense_;
  std::optional<Writers> writers_;
  std::optional<SentReminders> sent_reminders_;
  bool is_reading_ = false;
};

}  // namespace aliprotect::store
