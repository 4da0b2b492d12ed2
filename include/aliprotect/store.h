#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"

namespace aliprotect {

/// Which orders a reading asks for: those for which every given condition holds.
struct Selection {
  /// Not finished at this instant, as far as the store can tell; `is_open` has the last word.
  std::optional<Instant> open_at;
  /// Has a scheduled deadline with after < at <= until; `deadlines_of` has the last word.
  struct DeadlineRange {
    Instant after;
    Instant until;
  };
  std::optional<DeadlineRange> deadlines;
  std::optional<std::string> seller;   ///< exactly this, but for the case of ASCII letters
  std::optional<std::string> client;   ///< likewise
  std::optional<std::string> tag;      ///< likewise
  std::optional<std::string> account;  ///< the last 4 digits of the order number
  std::optional<std::string>
      search;  ///< anywhere in number, title, seller, client, tags, tracking, notes
  std::optional<Instant> ordered_before;  ///< ordered_at < this
  std::optional<Instant> ordered_after;   ///< ordered_at > this
};

/// What the journal says about a change: when it was made, and by which command line.
struct ChangeLabel {
  Instant at;
  std::string command;
};

/// The writing side of one change. All of it is recorded, or none.
class Changes {
 public:
  virtual ~Changes() = default;

  virtual std::optional<Order> find(OrderId id) = 0;
  virtual std::optional<Order> find(const OrderNumber& number) = 0;
  /// Records a new order. Keeps `order.id` where it is positive and free, else gives the next one.
  /// Throws UserError where the order number is recorded already.
  virtual OrderId add(Order order) = 0;
  /// Records `order` in place of the one with its id, which must exist. Nothing is written where
  /// they are equal.
  virtual void replace(const Order& order) = 0;
  /// Deletes an order, which must exist.
  virtual void remove(OrderId id) = 0;
};

/// What `undo` took back.
struct Undone {
  ChangeLabel change;
  std::vector<OrderId> orders;
};

/// Every order of one person, in one SQLite file. Each function throws StoreError where the file
/// cannot be used.
class Store {
 public:
  /// Called with each order in turn; false ends the reading. It may find orders, but not begin
  /// another reading.
  using Visit = std::function<bool(const Order&)>;

  /// How long each change waits for those of other processes.
  static constexpr std::chrono::milliseconds patience = std::chrono::seconds(30);

  /// Opens an existing store; nothing where there is no file. Never changes what it holds.
  static std::optional<Store> open_to_read(const std::string& path, const Policies& policies,
                                           std::chrono::milliseconds lock_wait = patience);
  /// Opens a store, or makes one (mode 0600) where there is no file. Its folder must exist.
  static Store open_to_write(const std::string& path, const Policies& policies,
                             std::chrono::milliseconds lock_wait = patience);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  std::optional<Order> find(OrderId id);
  std::optional<Order> find(const OrderNumber& number);

  /// Reads the selected orders in the order of their ids, as one snapshot, never all in memory.
  void read(const Selection& selection, const Visit& visit);
  /// Reads the orders with these ids, in the order given; an id that is gone is passed over.
  void read(const std::vector<OrderId>& ids, const Visit& visit);

  /// Makes one change: one exclusive transaction, synced, one entry of the journal. Whatever
  /// `steps` throws leaves the store as it was. No entry where nothing changed.
  void record(const ChangeLabel& label, const std::function<void(Changes&)>& steps);

  /// Takes back the last change that stands, as a change of its own; nothing where there is none.
  std::optional<Undone> undo(const ChangeLabel& label);

 private:
  struct Engine;
  explicit Store(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace aliprotect
