#include "import/text/mail_subject.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/scanner.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::pair<std::string_view, MailKind> kinds[] = {
    {"confirmed", MailKind::confirmed}, {"ready", MailKind::ready},
    {"shipped", MailKind::shipped},     {"partially_shipped", MailKind::partially_shipped},
    {"collected", MailKind::collected}, {"on_its_way", MailKind::on_its_way},
    {"delivered", MailKind::delivered}, {"awaiting_confirmation", MailKind::awaiting_confirmation},
    {"completed", MailKind::completed}, {"closed", MailKind::closed},
};

constexpr std::string_view word_lists[] = {"forward", "order", "parcel"};

const std::vector<MailPhrase>& mail_phrases() {
  static const auto phrases = read_mail_phrases(vocabulary_files());
  return phrases;
}

/// Whether a word is the number of an order or parcel: only letters and digits, with at least six
/// digits.
bool is_number(std::string_view word) {
  return word.size() >= 8 && word.size() <= 40 &&
         std::count_if(word.begin(), word.end(), is_digit) >= 6;
}

bool has_length_of_order(std::string_view word) {
  return word.size() >= 14 && word.size() <= 16 && std::all_of(word.begin(), word.end(), is_digit);
}

std::vector<std::string> words_of_text(const std::string& bare) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < bare.size();) {
    const std::size_t end = std::min(bare.find(' ', begin), bare.size());
    words.push_back(bare.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string in_capitals(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return word;
}

bool is_listed(std::string_view word, std::string_view meaning) {
  const auto& phrases = mail_phrases();
  return std::any_of(phrases.begin(), phrases.end(), [&](const MailPhrase& phrase) {
    return phrase.meaning == meaning && phrase.words == word;
  });
}

/// Returns what a number is, judged by the nearest word before it that says so.
std::string_view thing_before(const std::vector<std::string>& words, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    for (const std::string_view thing : {"order", "parcel"}) {
      if (is_listed(words[at - back], thing)) return thing;
    }
  }
  return {};
}

bool is_about_parcels(std::optional<MailKind> kind) {
  return kind == MailKind::on_its_way || kind == MailKind::delivered || kind == MailKind::collected;
}

std::optional<MailKind> kind_in(const std::string& words) {
  const MailPhrase* longest = nullptr;
  const std::string padded = " " + words + " ";
  for (const MailPhrase& phrase : mail_phrases()) {
    if (!mail_kind_from_string(phrase.meaning)) continue;
    if (longest && longest->words.size() >= phrase.words.size()) continue;
    if (padded.find(" " + phrase.words + " ") != std::string::npos) longest = &phrase;
  }
  return longest ? mail_kind_from_string(longest->meaning) : std::nullopt;
}

}  // namespace

std::string_view to_string(MailKind kind) {
  const auto row = std::find_if(std::begin(kinds), std::end(kinds),
                                [&](const auto& each) { return each.second == kind; });
  return row->first;
}

std::optional<MailKind> mail_kind_from_string(std::string_view name) {
  for (const auto& [known, kind] : kinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::vector<MailPhrase> read_mail_phrases(std::span<const EmbeddedFile> files) {
  std::vector<MailPhrase> phrases;
  for (const VocabularySection& section : vocabulary_sections(files, "mail")) {
    const bool is_known = mail_kind_from_string(section.name) ||
                          std::find(std::begin(word_lists), std::end(word_lists), section.name) !=
                              std::end(word_lists);
    if (!is_known) throw VocabularyError(section.header, "unknown kind of mail");
    for (const VocabularyLine& line : section.lines)
      phrases.push_back({bare_words(line.text), section.name, line});
  }
  return phrases;
}

MailSubject read_mail_subject(std::string_view subject) {
  MailSubject read;
  const std::vector<std::string> words = words_of_text(bare_words(subject.substr(0, 1000)));
  std::string without_numbers;
  for (const std::string& word : words) {
    if (!is_number(word)) without_numbers += (without_numbers.empty() ? "" : " ") + word;
  }
  read.kind = kind_in(without_numbers);
  read.is_forward = !words.empty() && is_listed(words.front(), "forward");
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_number(words[i])) continue;
    const std::string_view thing = thing_before(words, i);
    const bool is_order = has_length_of_order(words[i]) &&
                          (thing == "order" || (thing.empty() && !is_about_parcels(read.kind)));
    (is_order ? read.orders : read.tracking).push_back(in_capitals(words[i]));
    if (!is_order && !read.kind && thing == "parcel") read.kind = MailKind::on_its_way;
  }
  return read;
}

}  // namespace aliprotect
