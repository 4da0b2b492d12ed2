#include "aliprotect/store.h"

#include <utility>

#include "store/engine.h"
#include "store/journal_reader.h"
#include "store/open.h"
#include "store/order_history.h"
#include "store/postgresql/server_check.h"
#include "store/postgresql/server_name.h"
#include "store/recorder.h"
#include "store/selection.h"
#include "store/sqlite/integrity_check.h"
#include "store/sqlite/open.h"
#include "store/undo.h"

namespace aliprotect {

struct Store::Engine : store::Engine {
  using store::Engine::Engine;
};

using store::Database;
using store::Transaction;
using store::translate_errors;

namespace {

/// Runs `steps` in one write transaction; commits if they return true.
void in_one_transaction(store::Engine& engine, const std::function<bool()>& steps) try {
  translate_errors(*engine.db, [&] {
    Transaction transaction(*engine.db, Database::Access::write);
    engine.refresh_rules();
    if (steps()) transaction.commit();
  });
} catch (...) {
  engine.forget_rules();
  throw;
}

/// Records sent reminders, all or none, and deletes old ones.
void record_sent(store::Engine& engine, Instant now,
                 const std::vector<Store::OrderReminders>& sent) try {
  translate_errors(*engine.db, [&] {
    Transaction transaction(*engine.db, Database::Access::write);
    engine.sent_reminders().delete_old(now);
    for (const auto& [number, reminders] : sent) {
      for (const Reminder& reminder : reminders) engine.sent_reminders().add(number, reminder, now);
    }
    transaction.commit();
  });
} catch (const StoreError& error) {
  throw StoreError(
      std::string(
          "the reminders were sent, but this could not be recorded, so they may be sent again: ") +
      error.what());
}

}  // namespace

std::string Store::engine() { return store::sqlite_version(); }

bool Store::is_on_server(const std::string& path) { return store::is_on_server(path); }

std::string Store::name_of(const std::string& path) { return store::displayed_name(path); }

std::optional<Store> Store::open_to_read(const std::string& path, const Policies& built_in,
                                         std::chrono::milliseconds lock_wait) {
  std::unique_ptr<Database> db = store::open_database_to_read(path, lock_wait);
  if (!db) return std::nullopt;
  return Store(std::make_unique<Engine>(path, built_in, std::move(db), lock_wait));
}

Store Store::open_to_write(const std::string& path, const Policies& built_in,
                           std::chrono::milliseconds lock_wait) {
  auto engine = std::make_unique<Engine>(path, built_in,
                                         store::open_database_to_write(path, lock_wait), lock_wait);
  Store store(std::move(engine));
  store.prepare_to_write();
  return store;
}

void Store::prepare_to_write() {
  translate_errors(*engine_->db, [&] { engine_->reschedule_if_needed(); });
}

CheckReport Store::check(const std::string& path, const Policies& built_in,
                         std::chrono::milliseconds lock_wait) {
  return is_on_server(path) ? store::check_on_server(path, built_in, lock_wait)
                            : store::check_store(path, built_in, lock_wait);
}

Store Store::for_dry_run(const Policies& built_in) {
  return Store(std::make_unique<Engine>(store::temporary_name, built_in, store::open_temporary(),
                                        default_lock_wait));
}

Store::Store(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

const Policies& Store::policies() {
  return *translate_errors(*engine_->db, [&] { return &engine_->policies(); });
}

std::map<std::string, std::size_t> Store::orders_by_rules() {
  return translate_errors(*engine_->db, [&] { return store::orders_by_rules(*engine_->db); });
}

std::optional<Order> Store::find(OrderId id) {
  return translate_errors(*engine_->db, [&] { return engine_->find(id); });
}

std::optional<Order> Store::find(const OrderNumber& number) {
  return translate_errors(*engine_->db, [&] { return engine_->find(number); });
}

void Store::read(const Selection& selection, const Visit& visit) {
  translate_errors(*engine_->db, [&] { engine_->read(selection, visit); });
}

void Store::read(const std::vector<OrderId>& ids, const Visit& visit) {
  translate_errors(*engine_->db, [&] { engine_->read(ids, visit); });
}

void Store::read_with_history(const Selection& selection, const VisitHistory& visit) {
  translate_errors(*engine_->db, [&] { store::read_with_history(*engine_, selection, visit); });
}

void Store::record(const ChangeLabel& label, const std::function<void(Changes&)>& steps) {
  in_one_transaction(*engine_, [&] {
    store::Recorder recorder(*engine_, label);
    steps(recorder);
    return recorder.finish();
  });
}

std::optional<std::string> Store::user() const { return engine_->db->user(); }

std::vector<std::int64_t> Store::undo(const ChangeLabel& label, std::size_t count,
                                      const std::optional<std::string>& by) {
  std::vector<std::int64_t> undone;
  in_one_transaction(*engine_, [&] {
    undone = store::undo(*engine_, label, count, by);
    return true;
  });
  return undone;
}

void Store::read_journal(const JournalSelection& selection, const VisitEntry& visit) {
  translate_errors(*engine_->db, [&] { store::read_journal(*engine_, selection, visit); });
}

std::vector<OrderId> Store::ever_recorded(OrderId id) {
  return translate_errors(*engine_->db, [&]() -> std::vector<OrderId> {
    if (!store::is_in_journal(*engine_->db, id)) return {};
    return {id};
  });
}

std::vector<OrderId> Store::ever_recorded(const OrderNumber& number) {
  return translate_errors(*engine_->db, [&] {
    if (const auto id = engine_->id_of(number)) return std::vector{*id};
    return store::ids_in_journal(*engine_->db, number);
  });
}

std::vector<ReadFile> Store::read_files(const std::string& source) {
  return translate_errors(*engine_->db, [&] { return engine_->memory().files_of(source); });
}

std::vector<SentReminder> Store::sent_reminders(const OrderNumber& number) {
  return translate_errors(*engine_->db, [&] { return engine_->sent_reminders().of(number); });
}

void Store::send_reminders(Instant now, const Send& send) {
  const auto lock = translate_errors(
      *engine_->db, [&] { return engine_->db->lock_reminders(engine_->lock_wait); });
  const std::vector<OrderReminders> sent = send();
  if (!sent.empty()) record_sent(*engine_, now, sent);
}

}  // namespace aliprotect
