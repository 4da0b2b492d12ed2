#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/policy.h"
#include "aliprotect/store.h"
#include "store/database.h"
#include "store/derived_tables.h"
#include "store/ids.h"
#include "store/import_memory.h"
#include "store/journal.h"
#include "store/order_reader.h"
#include "store/row_writer.h"
#include "store/rule_sets.h"
#include "store/sent_reminders.h"

namespace aliprotect::store {

/// The statements for writing.
struct Writers {
  explicit Writers(Database& db)
      : orders(db), derived(db), rule_sets(db), scheduled_rules(db), journal(db) {}

  TableWriter<OrdersTable> orders;
  DerivedWriter derived;
  TableWriter<RuleSetsTable> rule_sets;
  ScheduledRules scheduled_rules;
  Journal journal;
};

/// A connection and its prepared statements. Throws DbError; the caller turns it into StoreError.
class Engine {
 public:
  Engine(std::string store_path, const Policies& built_in, std::unique_ptr<Database> connection,
         std::chrono::milliseconds lock_timeout);

  const std::string path;
  const std::chrono::milliseconds lock_wait;  ///< how long to wait for other processes
  const std::unique_ptr<Database> db;

  /// All rule sets, built-in and the user's, as of the last read or change.
  const Policies& policies();
  /// The user's rule set with that name, or null.
  const Policy* own_rules(const std::string& name) const;
  /// The built-in rule set with that name, even if the user has replaced it, or null.
  const Policy* built_in_rules(const std::string& name) const { return built_in_.find(name); }
  /// Reads the rule sets as they are in the current transaction.
  void refresh_rules();
  /// Discards the rule sets of a failed change.
  void forget_rules() { policies_.reset(); }

  std::optional<Order> find(OrderId id);
  std::optional<Order> find(const OrderNumber& number);
  /// The id of the order with this number, if there is one.
  std::optional<OrderId> id_of(const OrderNumber& number);
  void read(const Selection& selection, const Store::Visit& visit);
  void read(const std::vector<OrderId>& ids, const Store::Visit& visit);

  Writers& writers();
  SentReminders& sent_reminders();
  ImportMemory& memory();
  /// Writes the derived tables of all orders whose rule set has changed.
  void reschedule_changed_rules();
  /// The same as a transaction of its own.
  void reschedule_if_needed();
  /// Undoes `entry`, with a journal entry of its own.
  void undo_entry(const UndoableEntry& entry, const ChangeLabel& label);

 private:
  /// Writes the derived tables of the orders that `orders` reads.
  void rewrite_derived(OrderReader& orders);
  bool read_chunk(const OrderId* first, std::size_t count, const Store::Visit& visit);

  const Policies built_in_;
  std::vector<Policy> own_rules_;
  std::optional<Policies> policies_;  ///< none before the first read
  std::vector<std::string> changed_rules_;
  RuleSetReader rules_in_force_;
  Statement id_of_;
  OrderReader by_id_;
  OrderReader by_number_;
  OrderReader listed_;  ///< a list of ids
  std::optional<Writers> writers_;
  std::optional<SentReminders> sent_reminders_;
  std::optional<ImportMemory> memory_;
  bool is_reading_ = false;
};

}  // namespace aliprotect::store
