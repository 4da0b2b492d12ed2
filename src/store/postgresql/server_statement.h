#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"
#include "store/postgresql/connection.h"
#include "store/postgresql/gathered_rows.h"

namespace aliprotect::store {

/// A statement on a server. Its result is in memory before the next statement runs, so any number
/// can be read at the same time. One with `Rows::many` is read in portions through a cursor, if
/// there is a transaction. One with `Rows::inserted` only gathers rows. From its second run on, the
/// server keeps a statement prepared.
class ServerStatement final : public PreparedStatement {
 public:
  ServerStatement(Connection& connection, GatheredRows& gathered, std::string sql, Rows rows)
      : connection_(connection), gathered_(gathered), sql_(std::move(sql)), rows_(rows) {}
  ~ServerStatement() override { ServerStatement::reset(); }

  void bind(int parameter, std::int64_t value) override;
  void bind(int parameter, std::string_view text) override;
  void bind_copy(int parameter, std::string_view text) override;
  void bind_null(int parameter) override;
  bool step() override;
  std::int64_t run() override;
  void reset() noexcept override;
  bool is_null(int column) const override { return result_.is_null(row_, column); }
  bool is_number(int column) const override;
  std::int64_t number(int column) const override;
  std::string_view text(int column) const override { return result_.value(row_, column); }

 private:
  struct Parameter : BinaryValue {
    std::array<char, 8> number{};
    std::string copy;
  };

  Parameter& parameter(int number);
  Result execute(const std::string& sql);
  Result execute_with_parameters(const std::string& sql);
  void gather();
  void open_cursor();
  void fetch();

  Connection& connection_;
  GatheredRows& gathered_;
  std::string sql_;
  std::optional<std::size_t> table_;  ///< in which it gathers rows
  Rows rows_;
  std::deque<Parameter> parameters_;  ///< `bytes` may point into it
  std::string prepared_;              ///< its name on the server; empty if it is not prepared
  int prepared_on_ = 0;               ///< the session in which it is prepared
  std::string cursor_;                ///< likewise
  bool has_run_ = false;
  bool has_more_ = false;  ///< the cursor may have more rows
  Result result_;
  int row_ = -1;
};

}  // namespace aliprotect::store
