#include "commands/support/deadline_kinds.h"

#include "commands/support/words.h"
#include "core/text/suggestions.h"

namespace aliprotect {
namespace {

std::vector<std::string> kind_words() {
  std::vector<std::string> words;
  for (const DeadlineKind kind : all_deadline_kinds) words.emplace_back(to_string(kind));
  return words;
}

DeadlineKind read_kind(const std::string& word) {
  if (const auto kind = deadline_kind_from_string(word)) return *kind;
  throw unknown_word("--kind", word, "deadline kind", kind_words());
}

}  // namespace

void add_kinds(Command& command, std::vector<std::string>& words) {
  add_words(command, "--kind", words, "only deadlines of this kind; may be repeated",
            type_of_words("KIND", kind_words()));
}

std::vector<DeadlineKind> read_kinds(const std::vector<std::string>& words) {
  std::vector<DeadlineKind> kinds;
  for (const std::string& word : words) kinds.push_back(read_kind(word));
  return kinds;
}

}  // namespace aliprotect
