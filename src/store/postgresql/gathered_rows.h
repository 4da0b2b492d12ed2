#pragma once

#include <cstddef>
#include <future>
#include <string>
#include <vector>

#include "store/postgresql/binary_value.h"
#include "store/postgresql/connection.h"

namespace aliprotect::store {

/// Rows to insert, gathered so that a change does not wait for the server's answer to each. A few
/// are sent with one statement, many with COPY, in the background.
class GatheredRows {
 public:
  /// Returns the number of a table. `insert` is `INSERT INTO table (columns) VALUES …`.
  std::size_t table_of(const std::string& insert);
  /// Adds a row; `values` are those of its columns.
  void add(std::size_t table, const auto& values) {
    begin_row(table, values.size());
    std::size_t column = 0;
    for (const BinaryValue& value : values) add_value(tables_[table], column++, value);
  }

  /// Whether the rows take so much memory that they should be sent.
  bool are_many() const;
  /// Starts to send the rows. Until `finish`, nothing else may use the connection.
  void start_sending(const Connection& connection);
  bool are_being_sent() const { return sending_.valid(); }
  /// Waits until what was started is sent. Throws ServerError.
  void finish();
  /// Sends all rows. Throws ServerError.
  void send(const Connection& connection);
  void discard() noexcept;

 private:
  struct Table {
    std::string target;      ///< `table (columns)`
    std::vector<Oid> types;  ///< of the columns; 0 while all values are NULL
    std::size_t rows = 0;
    std::string bytes;  ///< as COPY expects them, without its header and end
  };

  void begin_row(std::size_t table, std::size_t columns);
  void add_value(Table& table, std::size_t column, const BinaryValue& value);
  void send_few(const Connection& connection) const;
  /// Moves out the tables with rows.
  std::vector<Table> take_used();
  static void copy(const Connection& connection, const Table& table);

  std::vector<Table> tables_;
  std::vector<std::size_t> used_;  ///< tables with rows; first those that others refer to
  std::size_t size_ = 0;
  std::future<void> sending_;
};

}  // namespace aliprotect::store
