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
    "SELECT version, extract(epoch FROM clock_timestamp())::bigint, gen_random_uuid() "
    "FROM aliprotect_store";

constexpr auto deferrable_indexes = R"(
  SELECT relname, oid::regclass, pg_get_indexdef(oid)
  FROM pg_class
  WHERE relkind = 'i' AND pg_has_role(relowner, 'USAGE')
    AND relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = 'orders'::regclass::oid)
    AND relname IN ('orders_by_number', 'orders_by_seller', 'orders_by_client', 'tags_by_tag',
                    'deadlines_by_at', 'states_by_state', 'changes_by_order')
    AND NOT EXISTS (SELECT 1 FROM counters WHERE name = 'highest_id' AND value > 0)
)";

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
                    " was lost while the change was recorded, and no server confirmed within 30 s "
                    "whether it was: check `aliprotect log` before you repeat it");
}

}  // namespace

std::unique_ptr<PreparedStatement> ServerDatabase::prepare(const std::string& sql, Rows rows) {
  return std::make_unique<ServerStatement>(connection_, gathered_, sql, rows);
}

void ServerDatabase::execute(const std::string& sql) {
  gathered_.send(connection_);
  connection_.run(sql);
}

std::string ServerDatabase::numbers_in(const std::string& json) const {
  return "(SELECT value::bigint FROM json_array_elements_text(" + json + "::json))";
}

void ServerDatabase::begin(Access access) {
  if (access == Access::read) {
    connection_.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return;
  }
  access_ = Access::write;
  for (int attempt = 1;; ++attempt) {
    try {
      return begin_to_write();
    } catch (const DbError& error) {
      roll_back();
      if (attempt == max_attempts || !can_begin_again(error)) throw;
      std::this_thread::sleep_for(milliseconds(10) * (1 << attempt));
    }
  }
}

/// Whether another attempt to begin a change can succeed. For example, the session ended while a
/// source's command ran. The lock for reminders ends with its session.
bool ServerDatabase::can_begin_again(const DbError& error) {
  if (is_conflict(error)) return true;
  return is_lost_connection(error) && !sends_reminders_ && connection_.connect_again();
}

void ServerDatabase::begin_to_write() {
  const Result result = connection_.run(begin_change);
  try {
    require_newest_version(name_, std::stoll(std::string(result.value(0, 0))));
  } catch (...) {
    roll_back();
    throw;
  }
  mark_ = {std::string(result.value(0, 1)), std::string(result.value(0, 2))};
}

void ServerDatabase::commit() {
  gathered_.send(connection_);
  try {
    const Result result = connection_.run(commit_with(mark_));
    // The server rolls back a transaction in which a statement has failed.
    if (std::string_view(libpq().cmd_status(result.get())) != "COMMIT")
      throw ServerError("40001", "the transaction was rolled back");
  } catch (const DbError& error) {
    if (!is_lost_connection(error)) throw;
    const Outcome outcome = outcome_of_lost_commit(connection_, mark_);
    if (outcome == Outcome::unknown) throw unknown_outcome(name_);
    if (outcome == Outcome::not_recorded) throw;
  }
  access_ = Access::read;
}

void ServerDatabase::roll_back() noexcept {
  gathered_.discard();
  if (is_in_transaction()) Result(libpq().exec(connection_.get(), "ROLLBACK"));
}

std::unique_ptr<Lock> ServerDatabase::lock_reminders(milliseconds) {
  access_ = Access::write;
  sends_reminders_ = true;
  require_recordable_reminders();
  try {
    return std::make_unique<ReminderSession>(connection_);
  } catch (const ServerError& error) {
    if (error.sqlstate() == "55P03") throw reminders_are_locked(name_);
    throw;
  }
}

/// Fails before anything is sent if it could not be recorded.
void ServerDatabase::require_recordable_reminders() {
  try {
    connection_.run("BEGIN; LOCK TABLE sent_reminders IN ROW EXCLUSIVE MODE; COMMIT");
  } catch (...) {
    roll_back();
    throw;
  }
}

std::vector<std::string> ServerDatabase::drop_deferrable_indexes(std::string_view kept) {
  gathered_.send(connection_);
  const Result indexes = connection_.run(deferrable_indexes);
  if (indexes.rows() == 0 || !lock_tables_at_once()) return {};
  std::vector<std::string> sql;
  for (int row = 0; row < indexes.rows(); ++row) {
    if (indexes.value(row, 0) == kept) continue;
    connection_.run("DROP INDEX " + std::string(indexes.value(row, 1)));
    sql.emplace_back(indexes.value(row, 2));
  }
  return sql;
}

/// Returns false if others use the tables: waiting for their end could take longer than the indexes
/// save.
bool ServerDatabase::lock_tables_at_once() {
  try {
    connection_.run(
        "SAVEPOINT with_indexes; LOCK TABLE orders, tags, deadlines, states, changes "
        "IN ACCESS EXCLUSIVE MODE NOWAIT; RELEASE SAVEPOINT with_indexes");
    return true;
  } catch (const ServerError& error) {
    if (error.sqlstate() != "55P03") throw;
    connection_.run("ROLLBACK TO SAVEPOINT with_indexes");
    return false;
  }
}

StoreError ServerDatabase::store_error(const DbError& error) const {
  return server_error(name_, error, access_);
}

}  // namespace aliprotect::store
