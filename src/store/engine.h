#pragma once

#include <SQLiteCpp/Database.h>

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

namespace aliprotect::store {

/// What writing needs, prepared once.
struct Writers {
  explicit Writers(SQLite::Database& db)
      : orders(db), deadlines(db), rules(db), journal(db), ids(db) {}

  OrderWriter orders;
  DeadlineWriter deadlines;
  ScheduledRules rules;
  Journal journal;
  Ids ids;
};

/// A connection and the statements prepared on it. Throws SQLite::Exception; the caller translates
/// it.
class Engine {
 public:
  Engine(std::string store_path, const Policies& known_policies, SQLite::Database connection);

  const std::string path;
  const Policies policies;
  SQLite::Database db;

  std::optional<Order> find(OrderId id);
  /// Which order has this number, if one has.
  std::optional<OrderId> id_of(const OrderNumber& number);
  void read(const Selection& selection, const Store::Visit& visit);
  void read(const std::vector<OrderId>& ids, const Store::Visit& visit);

  Writers& writers();
  /// Derives the deadlines of the orders in `chosen` anew.
  void reschedule_chosen();
  /// Derives the deadlines of all orders anew whose rule set has changed.
  void reschedule_changed_rules();

 private:
  OrderReader& prepared(std::optional<OrderReader>& reader, Scope scope);
  bool read_chunk(const OrderId* first, std::size_t count, const Store::Visit& visit);

  std::vector<std::string> changed_rules_;
  SQLite::Statement id_of_;
  std::optional<OrderReader> single_;
  std::optional<OrderReader> all_;
  std::optional<OrderReader> chosen_;
  std::optional<Writers> writers_;
  bool is_reading_ = false;
};

}  // namespace aliprotect::store
