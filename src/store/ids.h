#pragma once

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "aliprotect/order.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

inline constexpr OrderId first_id{1};
inline constexpr OrderId last_id{999'999'999};

/// The highest id ever given, 0 before the first.
std::int64_t highest_id_given(const SQLite::Database& db);

/// Gives new orders their ids within one change. One that was given is never used again, unless the
/// addition was undone, or for the same order number: a removed order that comes back keeps its
/// own.
class Ids {
 public:
  explicit Ids(const SQLite::Database& db);

  /// The id that `order` asks for, where it is free; else the one after the highest ever given.
  OrderId id_for(const Order& order);
  /// `id` was given.
  void give(OrderId id) { highest_ = std::max(highest_, id.value); }
  /// The highest one given before the change.
  std::int64_t highest_before() const { return highest_before_; }

 private:
  bool is_free(OrderId id, const OrderNumber& number);
  /// A file may have asked for the last id; then the gaps below it are left.
  OrderId next_gap();

  Statement is_free_;
  const std::int64_t highest_before_;
  std::int64_t highest_ = highest_before_;
  OrderId gap_ = first_id;  ///< none below it is free
};

}  // namespace aliprotect::store
