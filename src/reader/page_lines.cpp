#include "reader/page_lines.h"

#include <algorithm>

#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/merge/row.h"
#include "import/text/page_date.h"
#include "import/text/page_status.h"
#include "reader/anonymous_text.h"

namespace aliprotect {
namespace {

constexpr std::size_t longest_status = 60;
constexpr std::size_t longest_label = 100;
constexpr std::size_t most_words_of_date = 6;

bool is_date(const std::string& text) {
  static const Zone zone = Zone::utc();
  try {
    read_page_date(text, Bound::end, {zone});
    return true;
  } catch (const RowError&) {
    return false;
  }
}

/// Whether a year may be printed: reading every text as a date would take too long.
bool may_have_date(std::string_view text) {
  for (auto at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
    if (at + 3 < text.size() && is_digit(text[at + 2]) && is_digit(text[at + 3])) return true;
  }
  return false;
}

/// Returns the words before the first date in the line; nullopt without a date.
std::optional<std::string> words_before_date(std::string_view line) {
  if (line.size() > 2 * longest_label || !may_have_date(line)) return std::nullopt;
  std::vector<std::string> words;
  for_each_part(line, " \t", [&](std::string_view word) {
    if (!word.empty()) words.emplace_back(word);
  });
  std::string before;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::string date;
    for (std::size_t i = begin; i < std::min(words.size(), begin + most_words_of_date); ++i) {
      date += (date.empty() ? "" : " ") + words[i];
      if (may_have_date(date) && is_date(date)) return before;
    }
    before += (before.empty() ? "" : " ") + words[begin];
  }
  return std::nullopt;
}

bool is_unmarked(const PageLine& line) {
  return line.mark == TextMark::none && !line.label && !line.is_status;
}

}  // namespace

std::vector<PageLine> page_lines(const VisibleText& page) {
  constexpr std::string_view dot = "\u00B7";
  std::vector<PageLine> lines;
  for (const TextLine& line : page.lines) {
    std::string_view rest = line.text;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(dot), rest.size());
      const std::string_view part = trimmed(rest.substr(0, end));
      rest.remove_prefix(std::min(end + dot.size(), rest.size()));
      if (part.empty()) continue;
      PageLine read{std::string(part), line.mark, {}, false};
      if (line.mark == TextMark::none || line.mark == TextMark::total)
        read.label = read_label(part);
      read.is_status =
          line.mark == TextMark::status ||
          (line.mark == TextMark::none && part.size() <= longest_status && page_status(part));
      lines.push_back(std::move(read));
    }
  }
  return lines;
}

std::vector<std::string> unknown_labels(const std::vector<PageLine>& lines) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_unmarked(lines[i])) continue;
    auto label = words_before_date(lines[i].text);
    if (!label) continue;
    if (label->empty() && i > 0 && is_unmarked(lines[i - 1]) && lines[i - 1].text.ends_with(':'))
      label = lines[i - 1].text;
    if (label->empty() || label->size() > longest_label) continue;
    labels.push_back(anonymous_text(*label, {}));
  }
  return labels;
}

}  // namespace aliprotect
