#include "store/undo.h"

#include "aliprotect/error.h"

namespace aliprotect::store {
namespace {

/// A change in effect that must be undone before an earlier one can be.
struct LaterChange {
  std::int64_t entry;
  std::string author;   ///< `user@host`
  std::string subject;  ///< an order or a rule set that it changed
};

/// Selects the last later change of an order that the undo would affect: one that the entry
/// changed, one that has or had a number that the undo would restore, or one with a rule set that
/// the undo would delete.
std::string later_order_change() {
  return R"(
    SELECT later.id, later.user_name || '@' || later.host_name, changes.order_id,
      coalesce(orders.number, former.number)
    FROM changes
      JOIN entries AS later ON later.id = changes.entry_id
      LEFT JOIN orders ON orders.id = changes.order_id
      LEFT JOIN former_orders AS former
        ON former.entry_id = changes.entry_id AND former.id = changes.order_id
    WHERE changes.entry_id > $1
      AND (
        changes.order_id IN (SELECT order_id FROM changes WHERE entry_id = $1)
        OR orders.number IN (SELECT number FROM former_orders WHERE entry_id = $1)
        OR former.number IN (SELECT number FROM former_orders WHERE entry_id = $1)
        OR orders.rules IN (SELECT name FROM rule_changes WHERE entry_id = $1 AND existed = 0))
      AND )" +
         is_in_effect("later") + " ORDER BY later.id DESC, changes.order_id LIMIT 1";
}

/// The same for rule sets: those that the entry changed, and those of orders that the undo would
/// restore, if they were added or deleted later.
std::string later_rule_change() {
  return R"(
    SELECT later.id, later.user_name || '@' || later.host_name, rule_changes.name
    FROM rule_changes
      JOIN entries AS later ON later.id = rule_changes.entry_id
    WHERE rule_changes.entry_id > $1
      AND (
        rule_changes.name IN (SELECT name FROM rule_changes WHERE entry_id = $1)
        OR (rule_changes.name IN (SELECT rules FROM former_orders WHERE entry_id = $1)
            AND (rule_changes.existed = 0
                 OR rule_changes.name NOT IN (SELECT name FROM rule_sets))))
      AND )" +
         is_in_effect("later") + " ORDER BY later.id DESC, rule_changes.name LIMIT 1";
}

std::optional<LaterChange> find_later_change(Database& db, std::int64_t entry) {
  Statement orders(db, later_order_change);
  orders.bind(1, entry);
  if (orders.step()) {
    const std::string number = orders.is_null(3) ? "" : " (" + std::string(orders.text(3)) + ")";
    return LaterChange{orders.number(0), std::string(orders.text(1)),
                       "order " + std::to_string(orders.number(2)) + number};
  }
  Statement rules(db, later_rule_change);
  rules.bind(1, entry);
  if (!rules.step()) return std::nullopt;
  return LaterChange{rules.number(0), std::string(rules.text(1)),
                     "rule set " + std::string(rules.text(2))};
}

std::int64_t count_since(Database& db, std::int64_t entry) {
  Statement count(db, [] {
    return "SELECT count(*) FROM entries WHERE id >= $1 AND " + is_in_effect("entries");
  });
  count.bind(1, entry);
  count.step();
  return count.number(0);
}

/// `since` is how many changes are in effect from `entry` on.
UserError needed_later(std::int64_t entry, const LaterChange& later, std::int64_t since) {
  return UserError(
      "cannot undo change " + std::to_string(entry) + ": " + later.author + " changed " +
      later.subject + " later, in change " + std::to_string(later.entry) + "; ask " + later.author +
      " to undo that first, or undo the last " + std::to_string(since) +
      " changes of all users with `aliprotect undo " + std::to_string(since) + " --any`");
}

UserError too_few_changes(Journal& journal, std::size_t available,
                          const std::optional<std::string>& by) {
  if (available == 0) {
    if (!by || journal.last_in_effect(1, std::nullopt).empty()) return UserError("nothing to undo");
    return UserError("no change of " + *by +
                     " to undo; undo the last change of all users with `aliprotect undo --any`");
  }
  return UserError("only " + std::to_string(available) + (available == 1 ? " change" : " changes") +
                   (by ? " of " + *by : "") + " can be undone; `aliprotect log` lists them");
}

}  // namespace

std::vector<std::int64_t> undo(Engine& engine, const ChangeLabel& label, std::size_t count,
                               const std::optional<std::string>& by) {
  Journal& journal = engine.writers().journal;
  std::vector<std::int64_t> entries = journal.last_in_effect(count, by);
  if (entries.size() < count) throw too_few_changes(journal, entries.size(), by);
  std::int64_t undone = 0;
  // Changes in effect that concern other orders, numbers and rule sets can be undone in any order.
  for (const std::int64_t number : entries) {
    const UndoableEntry entry = journal.undoable(number);
    if (!entry.is_newest) {
      if (const auto later = find_later_change(*engine.db, number))
        throw needed_later(number, *later, undone + count_since(*engine.db, number));
    }
    engine.undo_entry(entry, label);
    ++undone;
  }
  return entries;
}

}  // namespace aliprotect::store
