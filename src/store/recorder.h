#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "aliprotect/store.h"
#include "store/deferred_indexes.h"
#include "store/engine.h"
#include "store/ids.h"
#include "store/number_filter.h"

namespace aliprotect::store {

/// Writes one change: facts, deadlines and journal.
class Recorder final : public Changes {
 public:
  Recorder(Engine& engine, const ChangeLabel& label)
      : engine_(engine), label_(label), numbers_(*engine.db), deferred_indexes_(*engine.db) {}

  std::optional<Order> find(OrderId id) override;
  std::optional<Order> find(const OrderNumber& number) override;
  OrderId add(Order order) override;
  void replace(const Order& order) override;
  void remove(OrderId id) override;
  void set_rules(const Policy& policy) override;
  void remove_rules(const std::string& name) override;
  std::vector<RememberedMail> mails_about(const std::string& number) override;
  void remember(std::vector<RememberedMail> mails) override;
  void remember(const std::string& source, std::vector<ReadFile> files) override;
  void add_origin(const std::string& file) override { origins_.insert(file); }

  /// Completes the change; returns false if nothing has changed.
  bool finish();

 private:
  Order at(OrderId id);
  bool is_new(const OrderNumber& number);
  void insert(const Order& order);
  void refuse_taken_number(const Order& order);
  Ids& ids();
  void save(const Order& before);
  void save_rules(const std::string& name);
  void save_added(OrderId id);
  void count_added();
  void refuse_used(const std::string& name);
  std::int64_t entry();
  void remember(const Policy& policy);
  bool write_memory();

  Engine& engine_;
  const ChangeLabel& label_;
  NumberFilter numbers_;
  std::optional<Ids> ids_;
  std::optional<std::int64_t> entry_;  ///< none until something has changed
  std::int64_t added_count_ = 0;
  bool has_replaced_ = false;   ///< an order was replaced
  bool loses_numbers_ = false;  ///< an order was removed, or its number changed
  DeferredIndexes deferred_indexes_;
  std::set<const Policy*> remembered_;
  // Written at the end, when it is known whether there is an entry.
  std::vector<RememberedMail> mails_;
  std::vector<std::pair<std::string, std::vector<ReadFile>>> files_;
  std::set<std::string> origins_;
};

}  // namespace aliprotect::store
