#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "store/database.h"
#include "store/postgresql/connection.h"
#include "store/postgresql/gathered_rows.h"
#include "store/postgresql/lost_commit.h"

namespace aliprotect::store {

/// A store on a PostgreSQL server.
class ServerDatabase final : public Database {
 public:
  /// `name` is the store's name without passwords, `access` what the store is opened for.
  ServerDatabase(Connection connection, std::string name, Access access)
      : connection_(std::move(connection)), name_(std::move(name)), access_(access) {}

  Connection& connection() { return connection_; }

  std::unique_ptr<PreparedStatement> prepare(const std::string& sql, Rows rows) override;
  void execute(const std::string& sql) override;
  std::string numbers_in(const std::string& json) const override;
  /// Changes run one after the other, like those of a file: each begins with a lock, before it sees
  /// anything of the store. So they do not fail because of each other, except in the lock itself.
  void begin(Access access) override;
  void commit() override;
  void roll_back() noexcept override;
  bool is_in_transaction() const override {
    return gathered_.are_being_sent() || connection_.is_in_transaction();
  }
  std::optional<std::string> user() const override { return connection_.user(); }
  std::unique_ptr<Lock> lock_reminders(std::chrono::milliseconds lock_wait) override;
  /// Only of a store that was empty before the change, since reading commands have to wait for it
  /// then; only if the user owns the indexes, and nobody is reading.
  std::vector<std::string> drop_deferrable_indexes(std::string_view kept) override;
  StoreError store_error(const DbError& error) const override;

 private:
  void begin_to_write();
  bool can_begin_again(const DbError& error);
  bool lock_tables_at_once();
  void require_recordable_reminders();

  Connection connection_;
  GatheredRows gathered_;
  const std::string name_;
  Access access_;  ///< for errors: a failure after a change does not mean that it was not recorded
  bool sends_reminders_ = false;
  ChangeMark mark_;  ///< of the current or last change
};

}  // namespace aliprotect::store
