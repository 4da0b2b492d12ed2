#pragma once

#include <algorithm>

#include "aliprotect/order.h"
#include "store/database.h"
#include "store/deferred_indexes.h"

namespace aliprotect::store {

inline constexpr OrderId first_id{1};
inline constexpr OrderId last_id{999'999'999};

/// Returns the highest id ever assigned, 0 if none was.
std::int64_t highest_id_given(Database& db);
void set_highest_id(Database& db, std::int64_t id);

/// Assigns ids to new orders within one change. An id is never reused, unless the addition of its
/// order was undone, or the same order number is added again after its order was removed.
class Ids {
 public:
  /// Builds those of `indexes` that it needs.
  Ids(Database& db, DeferredIndexes& indexes);

  /// Returns `order.id` if it is free, otherwise the one after the highest id ever assigned.
  OrderId id_for(const Order& order);
  /// Records that `id` is used.
  void use(OrderId id) { highest_ = std::max(highest_, id.value); }
  /// The highest id assigned before the change.
  std::int64_t highest_before() const { return highest_before_; }
  std::int64_t highest() const { return highest_; }

 private:
  bool is_free(OrderId id, const OrderNumber& number);
  /// Returns the lowest free id, for when the last id is used (an import can do that).
  OrderId next_gap();

  DeferredIndexes& indexes_;
  Statement is_free_;
  const std::int64_t highest_before_;
  std::int64_t highest_ = highest_before_;
  OrderId gap_ = first_id;  ///< all ids below it are used
};

}  // namespace aliprotect::store
