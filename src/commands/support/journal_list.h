#pragma once

#include <memory>

#include "commands/support/context.h"

namespace aliprotect {

/// Prints entries of the log one at a time, in one of the formats.
class JournalList {
 public:
  virtual ~JournalList() = default;
  virtual void add(const Entry& entry, Differences& differences) = 0;
  /// Must be called once, after the last entry.
  virtual void end() = 0;
};

/// Returns a list in the run's format.
std::unique_ptr<JournalList> open_journal_list(Context& context);

/// Returns ` by USER@HOST` if it is not the user or not the host of this run, otherwise an empty
/// string.
std::string format_other_author(Context& context, const Author& author);

/// Returns `12 orders added, 3 changed` with the given words, or an empty string if no order was
/// touched.
std::string format_tally(const Tally& tally, const char* added, const char* changed,
                         const char* removed);

/// If an entry has more orders than this, they are counted instead of listed.
inline constexpr std::size_t most_named_orders = 10;

}  // namespace aliprotect
