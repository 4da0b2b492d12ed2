#pragma once

#include <memory>

#include "commands/support/context.h"

namespace aliprotect {

/// Prints entries of the journal one after the other, in one of the formats; none is kept.
class JournalList {
 public:
  virtual ~JournalList() = default;
  virtual void add(const Entry& entry, Differences& differences) = 0;
  /// Must be called once, after the last entry.
  virtual void end() = 0;
};

/// The list in the run's format.
std::unique_ptr<JournalList> open_journal_list(Context& context);

/// `12 orders added, 3 changed`, with the words for each; empty where no order was touched.
std::string in_words(const Tally& tally, const char* added, const char* changed,
                     const char* removed);

/// More orders than this in one entry are counted for people, not named.
inline constexpr std::size_t most_named_orders = 10;

}  // namespace aliprotect
