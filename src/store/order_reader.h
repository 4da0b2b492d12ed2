#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>

#include "aliprotect/order.h"
#include "store/columns.h"
#include "store/row.h"
#include "store/tables.h"

namespace aliprotect::store {

/// The rows of one table of facts, in the order of their keys.
template <typename Table>
class Rows {
 public:
  Rows(const SQLite::Database& db, Scope scope)
      : scope_(scope), statement_(db, [scope] { return select_rows(names_of<Table>(), scope); }) {}

  Statement& statement() { return statement_; }

  /// Goes to the next row, and reads whose it is.
  void step() {
    has_row_ = row_.next_row();
    if (!has_row_) return;
    row_("order_id", id_);
    if constexpr (Table::key.size() == 3) row_("dispute", dispute_);
    if constexpr (Table::key.size() >= 2) row_("position", position_);
  }
  bool has_row() const { return has_row_; }
  OrderId id() const { return id_; }
  std::int64_t dispute() const { return dispute_; }
  /// Whether it stands on a row of `order`, after leaving those of orders before it.
  bool seek(OrderId order) {
    while (has_row_ && id_ < order) step();
    return has_row_ && id_ == order;
  }
  /// Goes to the rows of `order`; in `Scope::one` and `Scope::image` they are looked up if it may
  /// have any.
  void go_to(OrderId order, Lists may_have) {
    if (!is_looked_up()) return;
    statement_.reset();
    has_row_ = may_have.include(Table::list);
    if (!has_row_) return;
    if (scope_ == Scope::one) statement_.bind(1, order.value);
    step();
  }
  bool is_looked_up() const { return scope_ == Scope::one || scope_ == Scope::image; }
  void read(typename Table::Facts& facts) { Table::columns(facts, row_); }
  Lists lists() const { return row_.lists(); }
  Scope scope() const { return scope_; }

 private:
  const Scope scope_;
  Statement statement_;
  RowReader row_{statement_};
  bool has_row_ = false;
  OrderId id_;
  std::int64_t dispute_ = 0;
  std::int64_t position_ = 0;
};

/// Reads orders in the order of their ids, one at a time: one statement a table, merged by id; or,
/// where the other tables are read in `Scope::one`, those of them that hold rows of the order.
class OrderReader {
 public:
  OrderReader(const SQLite::Database& db, Scope scope) : OrderReader(db, scope, scope) {}
  /// Reads the rows of the other tables in a scope of their own; those of no order read are passed
  /// over.
  OrderReader(const SQLite::Database& db, Scope orders, Scope rest);

  /// Begins with the orders of `Scope::range` from `first` to `last`; where the orders themselves
  /// are the chosen ones, none of them may lie outside.
  void start(OrderId first, OrderId last);
  /// Begins with the orders of `Scope::chosen`.
  void start();
  /// Reads the next order into `order`, whose memory is used again; false after the last.
  bool next(Order& order);
  /// The one order of `Scope::image` that `entry` replaced; nothing where it did not.
  std::optional<Order> image(std::int64_t entry, OrderId order);
  /// Lets go of the rows, so that they can change.
  void finish() noexcept;

 private:
  template <typename... Tables>
  struct ListRows : Rows<Tables>... {
    ListRows(const SQLite::Database& db, Scope orders, Scope rest);
    template <typename Table>
    Rows<Table>& of() {
      return *this;
    }
  };

  void each_rows(auto&& visit);
  void start_image(std::int64_t entry, OrderId order);
  void begin();

  Rows<OrdersTable> orders_;
  EachList<ListRows> lists_;
  Rows<EvidenceTable> evidence_;
};

/// Finishes a reader when it leaves its scope.
class ReaderGuard {
 public:
  explicit ReaderGuard(OrderReader& reader) : reader_(reader) {}
  ReaderGuard(const ReaderGuard&) = delete;
  ReaderGuard& operator=(const ReaderGuard&) = delete;
  ~ReaderGuard() { reader_.finish(); }

 private:
  OrderReader& reader_;
};

}  // namespace aliprotect::store
