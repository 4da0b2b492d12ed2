#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"
#include "store/postgresql/libpq.h"

namespace aliprotect::store {

/// A DbError with the server's error code.
class ServerError : public DbError {
 public:
  ServerError(std::string sqlstate, const std::string& reason)
      : DbError(Kind::other, reason), sqlstate_(std::move(sqlstate)) {}

  /// Five digits or letters (PostgreSQL's manual, appendix A); empty if libpq detected the error.
  const std::string& sqlstate() const { return sqlstate_; }

 private:
  std::string sqlstate_;
};

/// The result of a statement.
class Result {
 public:
  Result() = default;
  explicit Result(PGresult* result) : result_(result) {}

  PGresult* get() const { return result_.get(); }
  PGresult* release() { return result_.release(); }
  explicit operator bool() const { return result_ != nullptr; }
  int rows() const { return libpq().ntuples(get()); }
  bool is_null(int row, int column) const { return libpq().getisnull(get(), row, column) != 0; }
  Oid type(int column) const { return libpq().ftype(get(), column); }
  std::string_view value(int row, int column) const {
    return {libpq().getvalue(get(), row, column),
            static_cast<std::size_t>(libpq().getlength(get(), row, column))};
  }

 private:
  struct Clear {
    void operator()(PGresult* result) const { libpq().clear(result); }
  };
  std::unique_ptr<PGresult, Clear> result_;
};

/// A connection to the server of the store at the address `store`. Throws ServerError, and the
/// constructor StoreError.
class Connection {
 public:
  Connection(const std::string& store, std::chrono::milliseconds lock_wait);

  PGconn* get() const { return connection_.get(); }
  /// Returns the result of a libpq function, if it succeeded.
  Result checked(PGresult* result) const;
  /// Runs statements without parameters; returns the result of the last one, as text.
  Result run(const std::string& sql) const { return checked(libpq().exec(get(), sql.c_str())); }

  /// Runs statements without parameters; returns the rows of the last one that has any. If they
  /// take longer, closes the connection and returns nullopt.
  std::optional<Result> rows_within(const std::string& sql, std::chrono::milliseconds limit);

  bool is_lost() const { return libpq().status(get()) != CONNECTION_OK; }
  bool is_in_transaction() const;
  /// The user of the session, even if it has the privileges of another role.
  std::string user() const;
  /// Connects again after the connection was lost. Returns whether it succeeded.
  bool connect_again();
  /// Counts the sessions: what belongs to an earlier one is gone.
  int session() const { return session_; }
  /// A number for a new name of a statement or cursor.
  int next_number() { return ++number_; }

 private:
  void require_version(const std::string& name) const;
  void set_up() const;
  /// Waits for the server; returns whether results can be read without waiting.
  bool wait_for_results(std::chrono::milliseconds limit) const;

  struct Finish {
    void operator()(PGconn* connection) const { libpq().finish(connection); }
  };
  std::unique_ptr<PGconn, Finish> connection_;
  std::chrono::milliseconds lock_wait_;
  int session_ = 1;
  int number_ = 0;
};

}  // namespace aliprotect::store
