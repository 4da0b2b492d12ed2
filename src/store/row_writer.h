#pragma once

#include <cstdint>
#include <string>

#include "store/database.h"
#include "store/row.h"
#include "store/tables.h"

namespace aliprotect::store {

/// Writes the rows of one table, and their copies from before each change of the journal.
template <typename Table>
class TableWriter {
 public:
  using Facts = typename Table::Facts;

  explicit TableWriter(Database& db)
      : insert_new_(
            db, [] { return insert_row(Table::name, columns_of<Table>()); }, Rows::inserted),
        insert_(db, [] { return insert_new_row(Table::name, columns_of<Table>(), Table::unique); }),
        upsert_(db, [] { return upsert_row(Table::name, columns_of<Table>()); }),
        delete_(db, [] { return delete_row(); }),
        insert_former_(
            db, [] { return insert_row(Table::former, former_columns()); }, Rows::inserted) {}

  /// Inserts a row whose unique values no other row has.
  void insert_new(const auto& key, const Facts& facts) { write(insert_new_, facts, key); }
  /// Inserts a new row; returns false if another one has the same value in the column `unique`.
  bool insert(const auto& key, const Facts& facts) { return write(insert_, facts, key) > 0; }
  /// Inserts a row, or updates the one with the same key.
  void upsert(const auto& key, const Facts& facts) { write(upsert_, facts, key); }
  void remove(const auto& key) {
    RowWriter row(delete_);
    row(Table::key, key);
    delete_.run();
  }
  /// Saves the row from before the journal's entry.
  void insert_former(std::int64_t entry, const auto& key, const Facts& facts) {
    write(insert_former_, facts, entry, key);
  }

 private:
  static std::string delete_row() {
    return "DELETE FROM " + std::string(Table::name) + " WHERE " + std::string(Table::key) +
           " = $1";
  }
  static std::vector<std::string> former_columns() {
    std::vector<std::string> columns = columns_of<Table>();
    columns.insert(columns.begin(), "entry_id");
    return columns;
  }

  static std::int64_t write(Statement& statement, const Facts& facts, const auto&... keys) {
    RowWriter row(statement);
    (row(Table::key, keys), ...);
    Table::columns(facts, row);
    return statement.run();
  }

  Statement insert_new_;
  Statement insert_;
  Statement upsert_;
  Statement delete_;
  Statement insert_former_;
};

}  // namespace aliprotect::store
