#include "store/postgresql/server_database.h"

#include <thread>

#include "store/postgresql/errors.h"
#include "store/postgresql/schema.h"
#include "store/postgresql/server_statement.h"

namespace aliprotect::store {
namespace {

using std::chrono::milliseconds;

constexpr int max_attempts = 6;

/// The first statement that reads fixes what a transaction sees, so the lock comes before it.
constexpr auto begin_change =
    "BEGIN; LOCK TABLE entries IN SHARE ROW EXCLUSIVE MODE; "
    "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; "
    "SELECT version, pg_current_xact_id() FROM aliprotect_store";

/// "ALPO", and the table of sent reminders: a key that no other store of the server has.
constexpr auto reminder_key = "(1095520335, 'sent_reminders'::regclass::oid::int)";

class ReminderSession final : public Lock {
 public:
  explicit ReminderSession(Connection& connection) : connection_(connection) {
    connection_.run("SELECT pg_advisory_lock" + std::string(reminder_key));
  }
  ~ReminderSession() override {
    const std::string unlock = "SELECT pg_advisory_unlock" + std::string(reminder_key);
    Result(libpq().exec(connection_.get(), unlock.c_str()));
  }

 private:
  Connection& connection_;
};

StoreError reminders_are_locked(const std::string& name) {
  return StoreError(
      "another `aliprotect remind` of " + name +
      " is still running, so nothing was sent: check whether its --exec command hangs");
}

StoreError unknown_outcome(const std::string& name) {
  return StoreError("the connection to " + name +
                    " was lost while the change was recorded, and the server does not answer: "
                    "`aliprotect log` will show whether it was recorded");
}

}  // namespace

std::unique_ptr<PreparedStatement> ServerDatabase::prepare(const std::string& sql, Rows rows) {
  return std::make_unique<ServerStatement>(connection_, sql, rows);
}

void ServerDatabase::execute(const std::string& sql) { connection_.run(sql); }

std::string ServerDatabase::numbers_in(const std::string& json) const {
  return "(SELECT value::bigint FROM json_array_elements_text(" + json + "::json))";
}

void ServerDatabase::begin(Access access) {
  if (access == Access::read) {
    connection_.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return;
  }
  for (int attempt = 1;; ++attempt) {
    try {
      return begin_to_write();
    } catch (const DbError& error) {
      roll_back();
      if (!is_conflict(error) || attempt == max_attempts) throw;
      std::this_thread::sleep_for(milliseconds(10) * (1 << attempt));
    }
  }
}

void ServerDatabase::begin_to_write() {
  const Result result = connection_.run(begin_change);
  try {
    require_this_version(name_, std::stoll(std::string(result.value(0, 0))));
  } catch (...) {
    roll_back();
    throw;
  }
  transaction_ = result.value(0, 1);
}

void ServerDatabase::commit() {
  try {
    const Result result = connection_.run("COMMIT");
    // The server rolls back a transaction in which a statement has failed.
    if (std::string_view(libpq().cmd_status(result.get())) != "COMMIT")
      throw ServerError("40001", "the transaction was rolled back");
  } catch (const DbError& error) {
    if (!is_lost_connection(error)) throw;
    if (!was_committed()) throw;
  }
}

bool ServerDatabase::was_committed() {
  // A commit may wait for a replica; meanwhile, the transaction is still in progress.
  constexpr milliseconds pause{200};
  constexpr milliseconds patience{30'000};
  const std::string status = "SELECT pg_xact_status('" + transaction_ + "'::xid8)";
  for (milliseconds waited{0}; waited < patience; waited += pause) {
    std::this_thread::sleep_for(pause);
    if (connection_.is_lost() && !connection_.connect_again()) continue;
    try {
      const Result result = connection_.run(status);
      const std::string_view word = result.value(0, 0);
      if (word == "committed") return true;
      if (word == "aborted") return false;
    } catch (const DbError& error) {
      // Another server took over and does not know the transaction.
      if (!is_lost_connection(error)) return false;
    }
  }
  throw unknown_outcome(name_);
}

void ServerDatabase::roll_back() noexcept {
  if (is_in_transaction()) Result(libpq().exec(connection_.get(), "ROLLBACK"));
}

std::unique_ptr<Lock> ServerDatabase::lock_reminders(milliseconds) {
  try {
    return std::make_unique<ReminderSession>(connection_);
  } catch (const ServerError& error) {
    if (error.sqlstate() == "55P03") throw reminders_are_locked(name_);
    throw;
  }
}

StoreError ServerDatabase::store_error(const DbError& error) const {
  return server_error(name_, error);
}

}  // namespace aliprotect::store
