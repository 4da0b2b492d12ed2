#pragma once

#include <SQLiteCpp/Database.h>

#include "aliprotect/order.h"
#include "store/columns.h"
#include "store/row.h"
#include "store/tables.h"

namespace aliprotect::store {

/// Writes rows of one table of facts.
template <typename Table>
class RowsWriter {
 public:
  explicit RowsWriter(const SQLite::Database& db)
      : insert_(db, [] { return insert_row(names_of<Table>()); }),
        upsert_(db, [] { return upsert_row(names_of<Table>()); }),
        delete_(db, [] { return delete_rows(names_of<Table>()); }) {}

  /// Inserts a new row. `keys` are the values of the table's key.
  void insert(const typename Table::Facts& facts, auto... keys) { write(insert_, facts, keys...); }
  /// Inserts a row, or updates the one with the same key.
  void upsert(const typename Table::Facts& facts, auto... keys) { write(upsert_, facts, keys...); }
  /// Deletes the rows of one owner.
  void remove(const auto& owner) {
    RowWriter row(delete_);
    row(Table::key[0], owner);
    delete_.run();
  }

 private:
  static void write(Statement& statement, const typename Table::Facts& facts, const auto&... keys) {
    RowWriter row(statement);
    std::size_t key = 0;
    (row(Table::key[key++], keys), ...);
    Table::columns(facts, row);
    statement.run();
  }

  Statement insert_;
  Statement upsert_;
  Statement delete_;
};

/// Writes the facts of orders, but not their journal entries and deadlines.
class OrderWriter {
 public:
  explicit OrderWriter(const SQLite::Database& db);

  /// Throws SQLite::Exception (SQLITE_CONSTRAINT_UNIQUE) and writes nothing if the number already
  /// exists.
  void insert(const Order& order);
  /// Replaces the recorded order `before` by `after`; writes only the tables that differ.
  void replace(const Order& before, const Order& after);
  void remove(OrderId order);

 private:
  template <typename... Tables>
  struct Writers : RowsWriter<Tables>... {
    explicit Writers(const SQLite::Database& db) : RowsWriter<Tables>(db)... {}
    template <typename Table>
    RowsWriter<Table>& of() {
      return *this;
    }
  };

  template <typename Table>
  void insert_list(const Order& order);

  RowsWriter<OrdersTable> orders_;
  EachList<Writers> lists_;
  RowsWriter<EvidenceTable> evidence_;
};

/// Throws UserError if a text contains a NUL: SQLite's JSON functions would truncate it in the
/// journal.
void refuse_nul(const Order& order);
void refuse_nul(const Policy& policy);

}  // namespace aliprotect::store
