#include "aliprotect/store.h"

#include <SQLiteCpp/Transaction.h>

#include <utility>

#include "store/connection.h"
#include "store/engine.h"
#include "store/errors.h"
#include "store/recorder.h"
#include "store/selection.h"
#include "store/snapshot.h"

namespace aliprotect {

struct Store::Engine : store::Engine {
  using store::Engine::Engine;
};

using SQLite::TransactionBehavior;
using store::translating;

std::optional<Store> Store::open_to_read(const std::string& path, const Policies& policies,
                                         std::chrono::milliseconds lock_wait) {
  std::optional<SQLite::Database> db = store::connect_to_read(path, lock_wait);
  if (!db) return std::nullopt;
  return translating(
      path, [&] { return Store(std::make_unique<Engine>(path, policies, *std::move(db))); });
}

Store Store::open_to_write(const std::string& path, const Policies& policies,
                           std::chrono::milliseconds lock_wait) {
  SQLite::Database db = store::connect_to_write(path, lock_wait);
  return translating(path, [&] {
    auto engine = std::make_unique<Engine>(path, policies, std::move(db));
    engine->reschedule_changed_rules();
    return Store(std::move(engine));
  });
}

Store::Store(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

std::optional<Order> Store::find(OrderId id) {
  return translating(engine_->path, [&] { return engine_->find(id); });
}

std::optional<Order> Store::find(const OrderNumber& number) {
  return translating(engine_->path, [&] {
    const store::Snapshot snapshot(engine_->db);
    const std::optional<OrderId> id = engine_->id_of(number);
    return id ? engine_->find(*id) : std::nullopt;
  });
}

void Store::read(const Selection& selection, const Visit& visit) {
  translating(engine_->path, [&] { engine_->read(selection, visit); });
}

void Store::read(const std::vector<OrderId>& ids, const Visit& visit) {
  translating(engine_->path, [&] { engine_->read(ids, visit); });
}

void Store::record(const ChangeLabel& label, const std::function<void(Changes&)>& steps) {
  translating(engine_->path, [&] {
    SQLite::Transaction transaction(engine_->db, TransactionBehavior::IMMEDIATE);
    store::Recorder recorder(*engine_, label);
    steps(recorder);
    if (recorder.has_changed_anything()) transaction.commit();
  });
}

std::optional<Undone> Store::undo(const ChangeLabel& label) {
  return translating(engine_->path, [&]() -> std::optional<Undone> {
    SQLite::Transaction transaction(engine_->db, TransactionBehavior::IMMEDIATE);
    store::Writers& writers = engine_->writers();
    const std::optional<store::Entry> entry = writers.journal.last_standing();
    if (!entry) return std::nullopt;

    const std::int64_t highest_id = writers.ids.highest_given();
    writers.journal.restore(*entry);
    store::choose_changed_by(engine_->db, entry->id);
    engine_->reschedule_chosen();
    writers.journal.write_entry(label, highest_id, entry->id);
    Undone undone{entry->label, writers.journal.orders_of(entry->id)};
    transaction.commit();
    return undone;
  });
}

}  // namespace aliprotect
