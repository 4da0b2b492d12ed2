#include "core/text/suggestions.h"

#include <algorithm>

#include "core/text/quote.h"

namespace aliprotect {
namespace {

/// The edit distance: insertions, deletions, replacements and swaps of neighbours.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> steps(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) steps[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) steps[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = steps[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      steps[i][j] = std::min({steps[i - 1][j] + 1, steps[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) steps[i][j] = std::min(steps[i][j], steps[i - 2][j - 2] + 1);
    }
  }
  return steps[a.size()][b.size()];
}

}  // namespace

std::string join_with_or(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += i == 0 ? "" : i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

std::string closest_match(const std::string& word, const std::vector<std::string>& known) {
  const std::size_t tolerated = std::max<std::size_t>(1, word.size() / 3);
  std::string best;
  std::size_t best_distance = tolerated + 1;
  if (word.size() > 64) return best;
  for (const std::string& candidate : known) {
    const std::size_t steps = distance(word, candidate);
    if (steps >= best_distance) continue;
    best = candidate;
    best_distance = steps;
  }
  return best;
}

UserError unknown_word(const std::string& option, const std::string& word, const std::string& kind,
                       const std::vector<std::string>& known) {
  const std::string sentence = option + ": unknown " + kind + " " + in_quotes(word);
  const std::string near = closest_match(word, known);
  if (!near.empty()) return usage_error(sentence + "; did you mean `" + near + "`?");
  return usage_error(sentence + "; choose from " + join_with_or(known));
}

}  // namespace aliprotect
