#pragma once

#include <cstdint>
#include <optional>

#include "aliprotect/store.h"
#include "store/engine.h"

namespace aliprotect::store {

/// The writing side of a change that is under way: facts, deadlines and journal move together.
class Recorder final : public Changes {
 public:
  Recorder(Engine& engine, const ChangeLabel& label) : engine_(engine), label_(label) {}

  std::optional<Order> find(OrderId id) override;
  std::optional<Order> find(const OrderNumber& number) override;
  OrderId add(Order order) override;
  void replace(const Order& order) override;
  void remove(OrderId id) override;
  void set_rules(const Policy& policy) override;
  void remove_rules(const std::string& name) override;

  bool has_changed_anything() const { return entry_.has_value(); }

 private:
  Order at(OrderId id);
  void refuse_taken_number(const Order& order);
  void refuse_used(const std::string& name);
  std::int64_t entry();
  void remember(const Policy& policy);

  Engine& engine_;
  const ChangeLabel& label_;
  std::optional<std::int64_t> entry_;   ///< in the journal, once something has changed
  const Policy* remembered_ = nullptr;  ///< the last one
};

}  // namespace aliprotect::store
