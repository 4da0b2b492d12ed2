#include "store/postgresql/gathered_rows.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

namespace aliprotect::store {
namespace {

/// With more bytes or rows than this, COPY is faster than one statement.
constexpr std::size_t few_bytes = 16'384;
constexpr std::size_t few_rows = 64;
/// Limits the memory for rows; about twenty thousand orders with all their rows.
constexpr std::size_t many_bytes = 1U << 23U;

// The format of COPY (FORMAT binary), in PostgreSQL's manual of COPY.
constexpr std::string_view header{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};
constexpr std::string_view end{"\377\377", 2};
constexpr std::int32_t null_size = -1;

template <typename Number>
void append(std::string& bytes, Number value) {
  for (int shift = 8 * (static_cast<int>(sizeof value) - 1); shift >= 0; shift -= 8)
    bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> static_cast<unsigned>(shift));
}

/// Takes the next value from rows in the format of COPY.
BinaryValue take_value(std::string_view& bytes, Oid type) {
  std::uint32_t size = 0;
  for (const char byte : bytes.substr(0, 4)) size = size << 8U | static_cast<unsigned char>(byte);
  bytes.remove_prefix(4);
  if (static_cast<std::int32_t>(size) == null_size) return {type};
  const BinaryValue value{type, bytes.data(), static_cast<int>(size)};
  bytes.remove_prefix(size);
  return value;
}

}  // namespace

std::size_t GatheredRows::table_of(const std::string& insert) {
  constexpr std::string_view before = "INSERT INTO ";
  const std::size_t length = insert.find(" VALUES ") - before.size();
  std::string target = insert.substr(before.size(), length);
  const auto known = std::find_if(tables_.begin(), tables_.end(),
                                  [&](const Table& table) { return table.target == target; });
  if (known != tables_.end()) return static_cast<std::size_t>(known - tables_.begin());
  tables_.push_back({std::move(target), {}, 0, {}});
  return tables_.size() - 1;
}

void GatheredRows::begin_row(std::size_t number, std::size_t columns) {
  Table& table = tables_[number];
  if (table.rows++ == 0) used_.push_back(number);
  table.types.resize(columns);
  append(table.bytes, static_cast<std::int16_t>(columns));
}

void GatheredRows::add_value(Table& table, std::size_t column, const BinaryValue& value) {
  const std::size_t before = table.bytes.size();
  if (value.bytes) {
    table.types[column] = value.type;
    append(table.bytes, static_cast<std::int32_t>(value.size));
    table.bytes.append(value.bytes, static_cast<std::size_t>(value.size));
  } else {
    append(table.bytes, null_size);
  }
  size_ += table.bytes.size() - before;
}

void GatheredRows::discard() noexcept {
  if (sending_.valid()) sending_.wait();
  sending_ = {};
  for (const std::size_t number : used_) {
    tables_[number].rows = 0;
    tables_[number].bytes.clear();
  }
  used_.clear();
  size_ = 0;
}

bool GatheredRows::are_many() const { return size_ > many_bytes; }

void GatheredRows::start_sending(const Connection& connection) {
  finish();
  sending_ = std::async(std::launch::async, [&connection, tables = take_used()] {
    for (const Table& table : tables) copy(connection, table);
  });
}

void GatheredRows::finish() {
  if (sending_.valid()) sending_.get();
}

void GatheredRows::send(const Connection& connection) {
  finish();
  if (used_.empty()) return;
  std::size_t rows = 0;
  for (const std::size_t number : used_) rows += tables_[number].rows;
  if (rows <= few_rows && size_ <= few_bytes) {
    send_few(connection);
    discard();
  } else {
    start_sending(connection);
    finish();
  }
}

std::vector<GatheredRows::Table> GatheredRows::take_used() {
  std::vector<Table> taken;
  for (const std::size_t number : used_) {
    Table& table = tables_[number];
    taken.push_back({table.target, table.types, table.rows, std::exchange(table.bytes, {})});
    table.bytes.reserve(taken.back().bytes.size());
  }
  discard();
  return taken;
}

/// A statement's foreign keys are checked at its end, so it can insert into all tables.
void GatheredRows::send_few(const Connection& connection) const {
  BinaryParameters parameters;
  std::string sql;
  for (std::size_t place = 0; place < used_.size(); ++place) {
    const Table& table = tables_[used_[place]];
    const bool is_last = place + 1 == used_.size();
    if (!is_last) sql += (place == 0 ? "WITH t" : ", t") + std::to_string(place) + " AS (";
    sql += (is_last ? " INSERT INTO " : "INSERT INTO ") + table.target + " VALUES ";
    std::string_view bytes = table.bytes;
    for (std::size_t row = 0; row < table.rows; ++row) {
      bytes.remove_prefix(2);
      for (std::size_t column = 0; column < table.types.size(); ++column) {
        parameters.add(take_value(bytes, table.types[column]));
        sql += (column > 0 ? ", $" : row > 0 ? ", ($" : "($") + std::to_string(parameters.count());
      }
      sql += ')';
    }
    if (!is_last) sql += ')';
  }
  connection.checked(libpq().exec_params(connection.get(), sql.c_str(), parameters.count(),
                                         parameters.types.data(), parameters.values.data(),
                                         parameters.sizes.data(), parameters.formats.data(), 1));
}

void GatheredRows::copy(const Connection& connection, const Table& table) {
  PGconn* const server = connection.get();
  const std::string sql = "COPY " + table.target + " FROM STDIN (FORMAT binary)";
  Result started(libpq().exec(server, sql.c_str()));
  if (libpq().result_status(started.get()) != PGRES_COPY_IN) {
    connection.checked(started.release());
    return;
  }
  for (const std::string_view part : {header, std::string_view(table.bytes), end})
    libpq().put_copy_data(server, part.data(), static_cast<int>(part.size()));
  libpq().put_copy_end(server, nullptr);
  Result finished(libpq().get_result(server));
  while (Result(libpq().get_result(server))) {
  }
  connection.checked(finished.release());
}

}  // namespace aliprotect::store
