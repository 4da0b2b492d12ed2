#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"
#include "aliprotect/protection.h"
#include "aliprotect/reminder.h"

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
  /// Left the open ones by itself with after < at <= until, and has goods that did not come.
  std::optional<DeadlineRange> lapsed;
  /// Has one of these statuses then, as far as the store can tell; `status_of` has the last word.
  struct StatusesAt {
    std::vector<Status> any_of;
    Instant at;
  };
  std::optional<StatusesAt> statuses;
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

  /// Records a rule set of the user's own, in place of the one with its name, which must not be
  /// built in; the deadlines of its orders follow. Nothing is written where they are equal.
  virtual void set_rules(const Policy& policy) = 0;
  /// Deletes a rule set of the user's own, which must not be built in. Throws UserError where it is
  /// unknown, and where orders live under it.
  virtual void remove_rules(const std::string& name) = 0;
};

/// What the journal says about an entry.
struct Entry {
  std::int64_t number = 0;  ///< 1, 2, 3 ...
  ChangeLabel change;
  std::optional<std::int64_t> undoes;     ///< it took that entry back
  std::optional<std::int64_t> undone_by;  ///< that entry took it back
};

/// What a change made of an order or a rule set: nothing `before` where it was added, nothing
/// `after` where it was removed.
template <typename Facts>
struct Difference {
  std::optional<Facts> before;
  std::optional<Facts> after;
};

/// How many orders a change added, changed and removed.
struct Tally {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t removed = 0;
};

/// What one change did. Valid while its entry is visited.
class Differences {
 public:
  virtual ~Differences() = default;

  /// Counts the orders without reading any.
  virtual Tally tally() = 0;
  /// Reads the orders by id, one at a time; false from `visit` ends it.
  virtual void read_orders(const std::function<bool(const Difference<Order>&)>& visit) = 0;
  virtual std::vector<Difference<Policy>> rule_sets() = 0;
};

/// Which entries a reading of the journal asks for: those for which every given condition holds.
struct JournalSelection {
  std::vector<std::int64_t> entries;  ///< by number; none: all
  std::vector<OrderId> orders;        ///< those that touched one, and of each only these; none: all
};

/// An order number's past: what the journal tells of the orders that had it. Valid while visited.
class OrderHistory {
 public:
  virtual ~OrderHistory() = default;

  /// No order has the number any more: it was removed, its addition undone, or its number changed.
  virtual bool has_ended() const = 0;
  /// The rule set that the order lives under, or lived under at its end.
  virtual const Policy& policy() const = 0;
  /// The entry that last changed the order or its rule set, and when it was made.
  struct LastChange {
    std::int64_t entry = 0;
    Instant at;
  };
  virtual LastChange last_change() = 0;
  using VisitFormer = std::function<void(const Order&, const Policy&)>;
  /// Reads the order as it stood before each change of it or its rule set that may have moved its
  /// deadlines, one at a time.
  virtual void read(const VisitFormer& visit) = 0;
};

/// What a look over a store says about one matter.
struct Finding {
  enum class State { well, worth_knowing, bad };

  State state = State::well;
  std::string about;  ///< `store`, `pages`, `schema` …
  std::string text;
  std::string remedy;  ///< what to do about it; empty where there is nothing to do
};

struct CheckReport {
  std::optional<int> schema;  ///< the version of its schema; none where there is no store
  std::vector<Finding> findings;
};

/// Every order of one person, in one SQLite file. Each function throws StoreError where the file
/// cannot be used.
class Store {
 public:
  /// Called with each order in turn, which it may keep by swapping it with another; false ends the
  /// reading. It may find orders, but not begin another reading.
  using Visit = std::function<bool(Order&)>;
  using VisitHistory = std::function<bool(const Order&, OrderHistory&)>;
  using VisitEntry = std::function<bool(const Entry&, Differences&)>;
  /// What was told of one order.
  struct Told {
    OrderNumber number;
    std::vector<Reminder> reminders;
  };
  using Tell = std::function<std::vector<Told>()>;

  /// How long each change waits for those of other processes.
  static constexpr std::chrono::milliseconds patience = std::chrono::seconds(30);

  /// Name and version of what keeps the orders, such as `SQLite 3.40.1`.
  static std::string engine();

  /// Opens an existing store; nothing where there is no file. Never changes what it holds.
  static std::optional<Store> open_to_read(const std::string& path, const Policies& built_in,
                                           std::chrono::milliseconds lock_wait = patience);
  /// Opens a store, or makes one (mode 0600) where there is no file. Its folder must exist.
  static Store open_to_write(const std::string& path, const Policies& built_in,
                             std::chrono::milliseconds lock_wait = patience);

  /// Looks over the store at `path`, in all its parts, and leaves it as it is. Damage is a finding,
  /// also where the file cannot be opened at all.
  static CheckReport examine(const std::string& path, const Policies& built_in,
                             std::chrono::milliseconds lock_wait = patience);

  /// Whether the file at `path` has the first bytes of a store, whatever follows.
  static bool begins_as_store(const std::string& path);

  /// What `path` names, whatever links lead there: the store at `store`, another store, a file that
  /// is kept beside one of them, or none of these.
  enum class Part { none, store, another_store, companion };
  static Part part_at(const std::string& path, const std::string& store);
  /// The file beside `path` whose changes would be taken for those of a store there; empty where
  /// there is none.
  static std::string waiting_at(const std::string& path);

  struct Copied {
    std::size_t orders = 0;
    std::uintmax_t bytes = 0;
  };
  /// Writes a copy of the store at `path` as it stands at one moment, while others may write it,
  /// into the empty file `into`, and looks whether that is sound. Nothing where there is no store.
  /// Throws StoreError where the store is damaged, UserError where the copy cannot be written.
  static std::optional<Copied> copy(const std::string& path, const std::string& into,
                                    std::chrono::milliseconds lock_wait = patience);
  /// Replaces all that the store at `path` holds, which may be damaged or empty, with the copy in
  /// the file `copy`: one synced transaction, so other processes may have the store open and go on
  /// with what was copied. Throws StoreError or UserError, and the store is then as it was.
  static void replace(const std::string& path, const std::string& copy,
                      std::chrono::milliseconds lock_wait = patience);

  /// An empty store in no file, gone with its object: for a change that only shows what it would
  /// do.
  static Store for_rehearsal(const Policies& built_in);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// The rule sets that orders can live under, the built-in ones and the user's own: as they are
  /// within a change, else as of the last reading.
  const Policies& policies();

  /// How many orders live under each rule set that has any, by its name.
  std::map<std::string, std::size_t> orders_by_rules();

  std::optional<Order> find(OrderId id);
  std::optional<Order> find(const OrderNumber& number);

  /// Reads the selected orders in the order of their ids, as one snapshot, never all in memory.
  void read(const Selection& selection, const Visit& visit);
  /// Reads the orders with these ids, in the order given; an id that is gone is passed over.
  void read(const std::vector<OrderId>& ids, const Visit& visit);
  /// Reads the selected orders in the order of their ids, and then, by number, those whose past has
  /// ended and that fit as they last stood, each with its past: as one snapshot, never all in
  /// memory.
  void read_with_history(const Selection& selection, const VisitHistory& visit);

  /// Makes one change: one exclusive transaction, synced, one entry of the journal. Whatever
  /// `steps` throws leaves the store as it was. No entry where nothing changed.
  void record(const ChangeLabel& label, const std::function<void(Changes&)>& steps);

  /// Takes back the last `count` changes that stand, the last one first, each by an entry of its
  /// own: all or none. Returns the entries taken back. Throws UserError where there are fewer.
  std::vector<std::int64_t> undo(const ChangeLabel& label, std::size_t count = 1);

  /// Reads the journal, newest first, as one snapshot, never all in memory.
  void read_journal(const JournalSelection& selection, const VisitEntry& visit);
  /// The orders that are recorded, or once were, with that id or order number.
  std::vector<OrderId> ever_recorded(OrderId id);
  std::vector<OrderId> ever_recorded(const OrderNumber& number);

  /// The alarms that were told of the order with that number, those of long ago left out.
  std::vector<SentReminder> told(const OrderNumber& number);
  /// Lets `tell` tell alarms while no other process does, and then keeps those that it returns as
  /// told at `now`; whatever it throws keeps none. It may read the store, and others may change it.
  /// What was told is no part of the record: it makes no entry of the journal, and no undo takes it
  /// back.
  void tell(Instant now, const Tell& tell);

 private:
  struct Engine;
  explicit Store(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace aliprotect
