#include "store/postgresql/server_statement.h"

#include <vector>

namespace aliprotect::store {
namespace {

// From PostgreSQL's catalog/pg_type.dat; they never change.
constexpr Oid type_int8 = 20;
constexpr Oid type_text = 25;

constexpr int binary = 1;
/// How many rows a cursor returns at once.
constexpr int portion = 1'000;

void write_big_endian(std::int64_t value, std::array<char, 8>& bytes) {
  auto rest = static_cast<std::uint64_t>(value);
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, rest >>= 8U)
    *byte = static_cast<char>(rest & 0xffU);
}

/// Reads an integer of any size, or a truth value.
std::int64_t read_big_endian(std::string_view bytes) {
  if (bytes.empty()) return 0;
  auto value = static_cast<std::uint64_t>(
      static_cast<std::int64_t>(static_cast<signed char>(bytes.front())));
  for (const char byte : bytes.substr(1)) value = value << 8U | static_cast<unsigned char>(byte);
  return static_cast<std::int64_t>(value);
}

}  // namespace

ServerStatement::Parameter& ServerStatement::parameter(int number) {
  const auto place = static_cast<std::size_t>(number);
  if (parameters_.size() < place) parameters_.resize(place);
  return parameters_[place - 1];
}

void ServerStatement::bind(int number, std::int64_t value) {
  Parameter& bound = parameter(number);
  bound.type = type_int8;
  write_big_endian(value, bound.number);
  bound.bytes = bound.number.data();
  bound.size = static_cast<int>(bound.number.size());
}

void ServerStatement::bind(int number, std::string_view text) {
  Parameter& bound = parameter(number);
  bound.type = type_text;
  bound.bytes = text.empty() ? "" : text.data();
  bound.size = static_cast<int>(text.size());
}

void ServerStatement::bind_copy(int number, std::string_view text) {
  Parameter& bound = parameter(number);
  bound.copy = text;
  bind(number, std::string_view(bound.copy));
}

void ServerStatement::bind_null(int number) { parameter(number).bytes = nullptr; }

bool ServerStatement::step() {
  if (!result_) {
    gathered_.finish();
    if (rows_ == Rows::many && connection_.is_in_transaction()) {
      open_cursor();
    } else {
      result_ = execute(sql_);
    }
    row_ = -1;
  }
  ++row_;
  if (row_ == result_.rows() && has_more_) fetch();
  if (row_ < result_.rows()) return true;
  reset();
  return false;
}

std::int64_t ServerStatement::run() {
  if (rows_ == Rows::inserted) {
    gather();
    return 1;
  }
  result_ = execute(sql_);
  const std::string count = libpq().cmd_tuples(result_.get());
  reset();
  return count.empty() ? 0 : std::stoll(count);
}

void ServerStatement::reset() noexcept {
  result_ = Result();
  row_ = -1;
  has_more_ = false;
  if (cursor_.empty()) return;
  const std::string close = "CLOSE " + cursor_;
  cursor_.clear();
  if (gathered_.are_being_sent()) return;  // the end of the transaction closes it
  // Without a transaction, the cursor is closed already.
  if (libpq().transaction_status(connection_.get()) == PQTRANS_INTRANS)
    Result(libpq().exec(connection_.get(), close.c_str()));
}

bool ServerStatement::is_number(int column) const { return result_.type(column) == type_int8; }

std::int64_t ServerStatement::number(int column) const {
  return read_big_endian(result_.value(row_, column));
}

void ServerStatement::gather() {
  if (!table_) table_ = gathered_.table_of(sql_);
  gathered_.add(*table_, parameters_);
  if (gathered_.are_many()) gathered_.start_sending(connection_);
}

Result ServerStatement::execute(const std::string& sql) {
  gathered_.send(connection_);
  if (prepared_on_ != connection_.session()) prepared_.clear();
  if (has_run_ && prepared_.empty()) {
    std::vector<Oid> types;
    for (const Parameter& each : parameters_) types.push_back(each.type);
    std::string name = "s" + std::to_string(connection_.next_number());
    connection_.checked(libpq().prepare(connection_.get(), name.c_str(), sql.c_str(),
                                        static_cast<int>(types.size()), types.data()));
    prepared_ = std::move(name);
    prepared_on_ = connection_.session();
  }
  has_run_ = true;
  return execute_with_parameters(sql);
}

Result ServerStatement::execute_with_parameters(const std::string& sql) {
  BinaryParameters all;
  for (const Parameter& each : parameters_) all.add(each);
  PGconn* const connection = connection_.get();
  if (prepared_.empty()) {
    return connection_.checked(libpq().exec_params(connection, sql.c_str(), all.count(),
                                                   all.types.data(), all.values.data(),
                                                   all.sizes.data(), all.formats.data(), binary));
  }
  return connection_.checked(libpq().exec_prepared(connection, prepared_.c_str(), all.count(),
                                                   all.values.data(), all.sizes.data(),
                                                   all.formats.data(), binary));
}

void ServerStatement::open_cursor() {
  gathered_.send(connection_);
  const std::string name = "c" + std::to_string(connection_.next_number());
  execute_with_parameters("DECLARE " + name + " NO SCROLL CURSOR FOR " + sql_);
  cursor_ = name;
  fetch();
}

void ServerStatement::fetch() {
  gathered_.finish();
  const std::string sql = "FETCH " + std::to_string(portion) + " FROM " + cursor_;
  result_ = connection_.checked(libpq().exec_params(connection_.get(), sql.c_str(), 0, nullptr,
                                                    nullptr, nullptr, nullptr, binary));
  has_more_ = result_.rows() == portion;
  row_ = 0;
}

}  // namespace aliprotect::store
