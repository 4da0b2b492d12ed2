#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>

#include "aliprotect/order.h"
#include "store/columns.h"
#include "store/row.h"
#include "store/tables.h"

namespace aliprotect::store {

/// A cursor over the rows of one table of facts, ordered by key.
template <typename Table>
class Rows {
 public:
  Rows(const SQLite::Database& db, Scope scope)
      : scope_(scope), statement_(db, [scope] { return select_rows(names_of<Table>(), scope); }) {}

  Statement& statement() { return statement_; }

  /// Goes to the next row and reads its key.
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
  /// Skips the rows of earlier orders; returns whether the cursor is then on a row of `order`.
  bool seek(OrderId order) {
    while (has_row_ && id_ < order) step();
    return has_row_ && id_ == order;
  }
  /// Goes to the first row of `order`. In `Scope::one` and `Scope::image` this runs the statement,
  /// but only if the order may have rows.
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

/// Reads orders by id, one at a time, with one statement for each table. The rows of the tables are
/// merged by id. In `Scope::one`, the tables other than `orders` are looked up for each order, but
/// only those that have rows of it.
class OrderReader {
 public:
  OrderReader(const SQLite::Database& db, Scope scope) : OrderReader(db, scope, scope) {}
  /// Reads the other tables in scope `rest`; skips their rows of orders that are not read.
  OrderReader(const SQLite::Database& db, Scope orders, Scope rest);

  /// Starts to read in `Scope::range`, from `first` to `last`. If the orders are read in
  /// `Scope::chosen`, all chosen ids must be in this range.
  void start(OrderId first, OrderId last);
  /// Starts to read in `Scope::chosen`.
  void start();
  /// Reads the next order into `order`, reusing its memory; returns false after the last one.
  bool next(Order& order);
  /// Returns the before-image of the order in `entry`; nullopt if there is none.
  std::optional<Order> image(std::int64_t entry, OrderId order);
  /// Resets the statements, so that the rows can be changed.
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

/// Calls `finish` at the end of its scope.
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
