#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/import_memory.h"
#include "aliprotect/order.h"
#include "aliprotect/policy.h"
#include "aliprotect/protection.h"
#include "aliprotect/reminder.h"

namespace aliprotect {

/// A query for the orders that meet every given condition. The conditions on time may select a few
/// orders too many; the caller checks each with the function named.
struct Selection {
  /// Open at this instant; checked with `is_open`.
  std::optional<Instant> open_at;
  /// Has a deadline with after < at <= until; checked with `deadlines_of`.
  struct DeadlineRange {
    Instant after;
    Instant until;
  };
  std::optional<DeadlineRange> deadlines;
  /// Closed automatically with after < at <= until, and not everything was delivered.
  std::optional<DeadlineRange> lapsed;
  /// The carrier or the site says that something was delivered, or will complete the order.
  bool claimed = false;
  /// Has one of these statuses at that instant; checked with `status_of`.
  struct StatusesAt {
    std::vector<Status> any_of;
    Instant at;
  };
  std::optional<StatusesAt> statuses;
  std::optional<std::string> seller;   ///< the whole name; ignores the case of ASCII letters
  std::optional<std::string> client;   ///< likewise
  std::optional<std::string> tag;      ///< likewise
  std::optional<std::string> account;  ///< the last 4 digits of the order number
  /// Part of the number, title, seller, client, a tag, a tracking number or a note.
  std::optional<std::string> search;
  std::optional<Instant> ordered_before;  ///< ordered_at < this
  std::optional<Instant> ordered_after;   ///< ordered_at > this
};

/// Who makes a change: the user, and the computer that the program runs on. A store on a server
/// records the user that the server knows instead.
struct Author {
  std::string user;
  std::string host;
  bool operator==(const Author&) const = default;
};

/// When a change was made, by which command line, and by whom.
struct ChangeLabel {
  Instant at;
  std::string command;
  Author author = {};
};

/// Writes within one change, which is recorded completely or not at all.
class Changes {
 public:
  virtual ~Changes() = default;

  virtual std::optional<Order> find(OrderId id) = 0;
  virtual std::optional<Order> find(const OrderNumber& number) = 0;
  /// Records a new order. Keeps `order.id` if it is positive and free; otherwise assigns the next
  /// id. Throws UserError if the order number is already recorded.
  virtual OrderId add(Order order) = 0;
  /// Replaces the order with the same id, which must exist. Writes nothing if they are equal.
  virtual void replace(const Order& order) = 0;
  /// Deletes an order, which must exist.
  virtual void remove(OrderId id) = 0;

  /// Adds or replaces a user's rule set and updates the deadlines of its orders. The name must not
  /// be that of a built-in rule set. Writes nothing if they are equal.
  virtual void set_rules(const Policy& policy) = 0;
  /// Deletes a user's rule set; it must not be built in. Throws UserError if it is unknown or an
  /// order uses it.
  virtual void remove_rules(const std::string& name) = 0;

  // What imports remember. It is recorded with the change, or alone if nothing else changes;
  // undoing the change forgets it.

  /// What mails about this order have stated; with an empty number, mails that name only parcels.
  virtual std::vector<RememberedMail> mails_about(const std::string& number) = 0;
  virtual void remember(std::vector<RememberedMail> mails) = 0;
  /// Remembers that a source's files were read.
  virtual void remember(const std::string& source, std::vector<ReadFile> files) = 0;
  /// Adds a file that facts of this change come from, besides mails.
  virtual void add_origin(const std::string& file) = 0;
};

/// An entry of the journal: one change.
struct Entry {
  std::int64_t number = 0;  ///< 1, 2, 3 ...
  ChangeLabel change;
  std::optional<std::int64_t> undoes;     ///< the entry that this one undid
  std::optional<std::int64_t> undone_by;  ///< the entry that undid this one
};

/// An order or a rule set before and after a change. `before` is empty if the change added it,
/// `after` if the change removed it.
template <typename Facts>
struct Difference {
  std::optional<Facts> before;
  std::optional<Facts> after;
};

/// The numbers of orders that a change added, modified and removed.
struct Tally {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t removed = 0;
};

/// Reads what one change did. Valid only during the call that it is passed to.
class Differences {
 public:
  virtual ~Differences() = default;

  /// Counts the orders without reading any.
  virtual Tally tally() = 0;
  /// Calls `visit` for each order, by id, until it returns false. Reads one order at a time.
  virtual void read_orders(const std::function<bool(const Difference<Order>&)>& visit) = 0;
  virtual std::vector<Difference<Policy>> rule_sets() = 0;
  /// The files and mails that the facts come from, each as a JSON object.
  virtual std::vector<std::string> origins() = 0;
};

/// A query for the journal entries that meet every given condition.
struct JournalSelection {
  std::vector<std::int64_t> entries;  ///< entry numbers; empty: all
  /// Entries that changed one of these orders, and of each entry only these orders; empty: all.
  std::vector<OrderId> orders;
  std::optional<std::string> by = {};  ///< entries of this author: `user`, or `user@host`
};

/// The earlier versions of the order with one number, from the journal. Valid only during the call
/// that it is passed to.
class OrderHistory {
 public:
  virtual ~OrderHistory() = default;

  /// Whether no order has the number now: the order was removed, its addition was undone, or its
  /// number changed.
  virtual bool has_ended() const = 0;
  /// The order's rule set; of an ended history, the last one.
  virtual const Policy& policy() const = 0;
  /// The entry that last changed the order or its rule set, and its time.
  struct LastChange {
    std::int64_t entry = 0;
    Instant at;
  };
  virtual LastChange last_change() = 0;
  using VisitVersion = std::function<void(const Order&, const Policy&)>;
  /// Calls `visit` with each version of the order after which a change to it or to its rule set may
  /// have moved deadlines. Reads one version at a time.
  virtual void read(const VisitVersion& visit) = 0;
};

/// One result of a check.
struct Finding {
  enum class State { ok, note, bad };

  State state = State::ok;
  std::string about;  ///< `store`, `pages`, `schema` …
  std::string text;
  std::string remedy;  ///< what to do; empty if nothing has to be done
};

struct CheckReport {
  std::optional<int> schema;            ///< the schema version; none if there is no store
  std::optional<Instant> server_clock;  ///< of a store on a server
  std::vector<Finding> findings;
};

/// All orders of one user in one SQLite file, or of a team in a PostgreSQL database. Every function
/// throws StoreError if the store cannot be used. A `path` is the name of the file, or the address
/// of the database, `postgresql://…`.
class Store {
 public:
  /// Called for each order until it returns false. May swap the order with another to keep it. May
  /// call `find`, but not `read`.
  using Visit = std::function<bool(Order&)>;
  using VisitHistory = std::function<bool(const Order&, OrderHistory&)>;
  using VisitEntry = std::function<bool(const Entry&, Differences&)>;
  /// Reminders of one order.
  struct OrderReminders {
    OrderNumber number;
    std::vector<Reminder> reminders;
  };
  using Send = std::function<std::vector<OrderReminders>()>;

  /// How long a command waits while another process has locked the store.
  static constexpr std::chrono::milliseconds default_lock_wait = std::chrono::seconds(30);

  /// The name and version of the database library, such as `SQLite 3.40.1`.
  static std::string engine();

  /// Whether `path` is the address of a database on a server.
  static bool is_on_server(const std::string& path);
  /// Returns the path for messages: an address without passwords.
  static std::string name_of(const std::string& path);

  /// Opens an existing store for reading; returns nullopt if there is none.
  static std::optional<Store> open_to_read(const std::string& path, const Policies& built_in,
                                           std::chrono::milliseconds lock_wait = default_lock_wait);
  /// Opens a store; creates it if there is none, a file with mode 0600. Its folder must exist.
  static Store open_to_write(const std::string& path, const Policies& built_in,
                             std::chrono::milliseconds lock_wait = default_lock_wait);
  /// Lets a store on a server that was opened to read record changes over the same connection.
  void prepare_to_write();

  /// Checks the whole store at `path` without changing it. Damage is reported as a finding, even if
  /// the file cannot be opened.
  static CheckReport check(const std::string& path, const Policies& built_in,
                           std::chrono::milliseconds lock_wait = default_lock_wait);

  /// Creates an empty temporary store, for `--dry-run` when there is no store yet.
  static Store for_dry_run(const Policies& built_in);

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// All rule sets, built-in and the user's: within a change the current ones, otherwise those of
  /// the last read.
  const Policies& policies();

  /// The number of orders that use each rule set, by name; unused rule sets are left out.
  std::map<std::string, std::size_t> orders_by_rules();

  std::optional<Order> find(OrderId id);
  std::optional<Order> find(const OrderNumber& number);

  /// Reads the selected orders by id, in one snapshot. Keeps one order at a time in memory.
  void read(const Selection& selection, const Visit& visit);
  /// Reads the orders with these ids, in the order given. Skips ids that do not exist.
  void read(const std::vector<OrderId>& ids, const Visit& visit);
  /// Reads each selected order with its history, by id. Then reads, by number, the ended histories
  /// whose last version matches `selection`. Uses one snapshot and keeps one order at a time in
  /// memory.
  void read_with_history(const Selection& selection, const VisitHistory& visit);

  /// Makes one change: one synced write transaction and one journal entry. If `steps` throws, the
  /// store is unchanged. If nothing changed, there is no entry.
  void record(const ChangeLabel& label, const std::function<void(Changes&)>& steps);

  /// The user that the server knows, who makes all changes of this connection; none for a file.
  std::optional<std::string> user() const;

  /// Undoes the last `count` changes that are not undone yet, newest first, each with its own
  /// journal entry: all or none. With `by`, only those of this user. Returns the undone entries.
  /// Throws UserError if there are fewer, or if a later change that remains in effect depends on
  /// one of them.
  std::vector<std::int64_t> undo(const ChangeLabel& label, std::size_t count = 1,
                                 const std::optional<std::string>& by = {});

  /// Reads the selected journal entries, newest first, in one snapshot. Keeps one entry at a time
  /// in memory. Stops when `visit` returns false.
  void read_journal(const JournalSelection& selection, const VisitEntry& visit);
  /// Returns the ids of the orders that have this id or number. If no order has the number now,
  /// returns those that had it.
  std::vector<OrderId> ever_recorded(OrderId id);
  std::vector<OrderId> ever_recorded(const OrderNumber& number);

  /// Returns the files of a source that `sync` has read.
  std::vector<ReadFile> read_files(const std::string& source);

  /// The reminders sent for the order with this number. Old ones are deleted.
  std::vector<SentReminder> sent_reminders(const OrderNumber& number);
  /// Calls `send` while no other process sends reminders, and records those it returns as sent at
  /// `now`. If it throws, none are recorded. `send` may read the store; other processes may change
  /// it. Sent reminders are not in the journal, and undo does not affect them.
  void send_reminders(Instant now, const Send& send);

 private:
  struct Engine;
  explicit Store(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace aliprotect
