#include "import/text/calendar_words.h"

#include <algorithm>

#include "core/text/split.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

/// Spellings between blanks: the name alone, the name within a date where grammar changes it, and
/// every abbreviation of browsers and of Java.
constexpr std::string_view months[][12] = {
    // English
    {"january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
     "august aug", "september sep sept", "october oct", "november nov", "december dec"},
    // German, Austria's January among it
    {"januar jänner jan jän", "februar feb", "märz maerz mär mrz", "april apr", "mai", "juni jun",
     "juli jul", "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez"},
    // French
    {"janvier janv", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil juill",
     "août", "septembre sept", "octobre oct", "novembre nov", "décembre déc"},
    // Spanish
    {"enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
     "agosto ago", "septiembre setiembre sep sept set", "octubre oct", "noviembre nov",
     "diciembre dic"},
    // Portuguese
    {"janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul",
     "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez"},
    // Italian
    {"gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu",
     "luglio lug", "agosto ago", "settembre set", "ottobre ott", "novembre nov", "dicembre dic"},
    // Dutch
    {"januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
     "augustus aug", "september sep", "oktober okt", "november nov", "december dec"},
    // Polish
    {"styczeń stycznia sty", "luty lutego lut", "marzec marca mar", "kwiecień kwietnia kwi",
     "maj maja", "czerwiec czerwca cze", "lipiec lipca lip", "sierpień sierpnia sie",
     "wrzesień września wrz", "październik października paź", "listopad listopada lis",
     "grudzień grudnia gru"},
    // Russian
    {"январь января янв", "февраль февраля февр фев", "март марта мар", "апрель апреля апр",
     "май мая", "июнь июня июн", "июль июля июл", "август августа авг",
     "сентябрь сентября сент сен", "октябрь октября окт", "ноябрь ноября нояб ноя",
     "декабрь декабря дек"},
};

/// From Sunday on, in the same languages.
constexpr std::string_view weekdays[][7] = {
    {"sunday sun", "monday mon", "tuesday tue", "wednesday wed", "thursday thu", "friday fri",
     "saturday sat"},
    {"sonntag so", "montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr",
     "samstag sa"},
    {"dimanche dim", "lundi lun", "mardi mar", "mercredi mer", "jeudi jeu", "vendredi ven",
     "samedi sam"},
    {"domingo dom", "lunes lun", "martes mar", "miércoles mié", "jueves jue", "viernes vie",
     "sábado sáb"},
    {"domingo dom", "segunda-feira segunda seg", "terça-feira terça ter", "quarta-feira quarta qua",
     "quinta-feira quinta qui", "sexta-feira sexta sex", "sábado sáb"},
    {"domenica dom", "lunedì lun", "martedì mar", "mercoledì mer", "giovedì gio", "venerdì ven",
     "sabato sab"},
    {"zondag zo", "maandag ma", "dinsdag di", "woensdag wo", "donderdag do", "vrijdag vr",
     "zaterdag za"},
    {"niedziela niedz", "poniedziałek pon", "wtorek wt", "środa śr", "czwartek czw", "piątek pt",
     "sobota sob"},
    {"воскресенье вс", "понедельник пн", "вторник вт", "среда ср", "четверг чт", "пятница пт",
     "суббота сб"},
};

template <typename Spelling, std::size_t languages, std::size_t names, typename Meaning>
std::vector<Spelling> sorted(const std::string_view (&table)[languages][names], Meaning meaning) {
  std::vector<Spelling> spellings;
  for (const auto& language : table) {
    for (std::size_t i = 0; i < names; ++i) {
      for_each_part(language[i], " ", [&](std::string_view word) {
        spellings.push_back({bare_words(word), meaning(static_cast<unsigned>(i))});
      });
    }
  }
  std::sort(spellings.begin(), spellings.end(),
            [](const Spelling& a, const Spelling& b) { return a.word < b.word; });
  return spellings;
}

template <typename Spelling>
const Spelling* find(const std::vector<Spelling>& spellings, std::string_view text) {
  const std::string word = bare_words(text);
  const auto found =
      std::lower_bound(spellings.begin(), spellings.end(), word,
                       [](const Spelling& row, const std::string& w) { return row.word < w; });
  return found != spellings.end() && found->word == word ? &*found : nullptr;
}

}  // namespace

const std::vector<MonthSpelling>& month_spellings() {
  static const auto spellings =
      sorted<MonthSpelling>(months, [](unsigned i) { return date::month{i + 1}; });
  return spellings;
}

const std::vector<WeekdaySpelling>& weekday_spellings() {
  static const auto spellings =
      sorted<WeekdaySpelling>(weekdays, [](unsigned i) { return date::weekday{i}; });
  return spellings;
}

std::optional<date::month> month_named(std::string_view word) {
  const MonthSpelling* found = find(month_spellings(), word);
  return found ? std::optional(found->month) : std::nullopt;
}

std::optional<date::weekday> weekday_named(std::string_view word) {
  const WeekdaySpelling* found = find(weekday_spellings(), word);
  return found ? std::optional(found->weekday) : std::nullopt;
}

}  // namespace aliprotect
