#include "import/table/vocabulary_check.h"

#include <map>

#include "import/table/column_spellings.h"
#include "import/table/known_layouts.h"
#include "import/text/calendar_words.h"
#include "import/text/folded_name.h"
#include "import/text/mail_subject.h"
#include "import/text/page_label.h"
#include "import/text/page_status.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

std::string place(const VocabularyLine& line) {
  return std::string(line.file) + ":" + std::to_string(line.number);
}

/// Collects words with their meanings, and reports words with two meanings.
template <typename Meaning>
class Meanings {
 public:
  explicit Meanings(std::vector<std::string>& problems) : problems_(problems) {}

  void add(const std::string& word, const Meaning& meaning, const VocabularyLine& line) {
    if (word.empty()) {
      problems_.push_back(place(line) + ": \"" + std::string(line.text) + "\" has no letters");
      return;
    }
    const auto [known, is_new] = known_.try_emplace(word, meaning, line);
    if (is_new || known->second.first == meaning) return;
    problems_.push_back(place(line) + ": \"" + std::string(line.text) +
                        "\" has another meaning at " + place(known->second.second));
  }

 private:
  std::vector<std::string>& problems_;
  std::map<std::string, std::pair<Meaning, VocabularyLine>> known_;
};

void check_statuses(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  Meanings<PageStatus> meanings(problems);
  for (const auto& [words, status, line] : read_statuses(files)) meanings.add(words, status, line);
}

void check_columns(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  Meanings<Role> full(problems);
  Meanings<Role> terse(problems);
  for (const auto& [name, role, rank, line] : read_columns(files)) {
    full.add(bare_name(name), role, line);
    terse.add(terse_name(name), role, line);
  }
}

void check_mails(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  Meanings<std::string_view> meanings(problems);
  for (const auto& [words, meaning, line] : read_mail_phrases(files))
    meanings.add(words, meaning, line);
}

void check_labels(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  Meanings<Role> meanings(problems);
  for (const auto& [words, role, line] : read_label_phrases(files)) meanings.add(words, role, line);
}

void check_calendar(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  Meanings<unsigned> months(problems);
  for (const auto& [word, month, line] : read_months(files))
    months.add(word, static_cast<unsigned>(month), line);
  Meanings<unsigned> weekdays(problems);
  for (const auto& [word, weekday, line] : read_weekdays(files))
    weekdays.add(word, weekday.c_encoding(), line);
}

void check_answers(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  Meanings<std::string_view> answers(problems);
  for (const std::string_view kind : {"yes", "no"}) {
    for (const VocabularySection& section : vocabulary_sections(files, kind)) {
      for (const VocabularyLine& line : section.lines)
        answers.add(bare_words(line.text), kind, line);
    }
  }
}

void check_layouts(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  for (const TableLayout& layout : read_layouts(files)) {
    Meanings<std::size_t> columns(problems);
    for (std::size_t i = 0; i < layout.columns.size(); ++i)
      columns.add(layout.columns[i].name, i, layout.columns[i].line);
  }
}

void check_sections(std::span<const EmbeddedFile> files, std::vector<std::string>& problems) {
  for (const char* kind :
       {"months", "weekdays", "yes", "no", "status", "column", "layout", "mail", "label"}) {
    for (const VocabularySection& section : vocabulary_sections(files, kind)) {
      if (section.lines.empty())
        problems.push_back(place(section.header) + ": " + std::string(section.header.text) +
                           " is empty");
    }
  }
}

}  // namespace

std::vector<std::string> vocabulary_problems(std::span<const EmbeddedFile> files) {
  std::vector<std::string> problems;
  for (const auto check : {check_sections, check_statuses, check_columns, check_mails, check_labels,
                           check_calendar, check_answers, check_layouts}) {
    try {
      check(files, problems);
    } catch (const VocabularyError& error) {
      problems.emplace_back(error.what());
    }
  }
  return problems;
}

}  // namespace aliprotect
