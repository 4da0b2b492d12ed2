#include "import/text/printed_time.h"

#include <algorithm>

#include "core/time/iso_text.h"

namespace aliprotect {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

struct HalfOfDay {
  std::string_view mark;
  int first_hour;
};

/// Longer marks first, because a shorter one can be the beginning of a longer one.
constexpr HalfOfDay halves_of_day[] = {
    {"a. m.", 0}, {"p. m.", 12}, {"a.m.", 0}, {"p.m.", 12}, {"am", 0}, {"pm", 12},
};

struct NamedZone {
  std::string_view name;
  Seconds offset;
  bool may_be_shifted;  ///< `gmt-7`
};

constexpr NamedZone named_zones[] = {
    {"z", Seconds{0}, false},  {"utc", Seconds{0}, true}, {"gmt", Seconds{0}, true},
    {"pst", -hours{8}, false}, {"pdt", -hours{7}, false},
};

/// A number of one or two digits; consumes nothing if there are more.
std::optional<int> take_short_number(Scanner& text) {
  Scanner ahead = text;
  const std::string_view digits = ahead.take_digits();
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  text = ahead;
  return Scanner(digits).take_number(digits.size());
}

std::optional<int> take_two_digits(Scanner& text) {
  Scanner ahead = text;
  const std::string_view digits = ahead.take_digits();
  if (digits.size() != 2) return std::nullopt;
  text = ahead;
  return Scanner(digits).take_number(2);
}

/// `.123` after the seconds.
void drop_parts_of_second(Scanner& text) {
  Scanner ahead = text;
  if ((ahead.take('.') || ahead.take(',')) && !ahead.take_digits().empty()) text = ahead;
}

/// `14:05 uhr`: the word for hour after the digits.
void skip_word_hour(Scanner& text) {
  constexpr std::string_view words[] = {"uhr", "uur", "h"};
  Scanner ahead = text;
  ahead.take_blanks();
  for (const std::string_view word : words) {
    if (!ahead.take(word)) continue;
    if (ahead.done() || !(is_letter(ahead.rest().front()) || ahead.at_digit())) text = ahead;
    return;
  }
}

/// `07 h 04`, `07 h 04 min 05 s`, as in Canadian French.
std::optional<TimeOfDay> take_lettered_clock(Scanner& text) {
  Scanner ahead = text;
  const auto hour = take_short_number(ahead);
  ahead.take_blanks();
  if (!hour || !ahead.take('h')) return std::nullopt;
  ahead.take_blanks();
  const auto minute = take_two_digits(ahead);
  if (!minute) return std::nullopt;
  TimeOfDay time{*hour, *minute, std::nullopt};
  if (ahead.take(" min ")) {
    time.second = take_two_digits(ahead);
    if (!time.second || !ahead.take(" s")) return std::nullopt;
  }
  text = ahead;
  return time;
}

std::optional<TimeOfDay> take_digits_of_clock(Scanner& text) {
  Scanner ahead = text;
  const auto hour = take_short_number(ahead);
  if (!hour || !ahead.take(':')) return std::nullopt;
  const auto minute = take_two_digits(ahead);
  if (!minute) return std::nullopt;
  TimeOfDay time{*hour, *minute, std::nullopt};
  if (ahead.take(':')) {
    time.second = take_two_digits(ahead);
    if (!time.second) return std::nullopt;
    drop_parts_of_second(ahead);
  }
  skip_word_hour(ahead);
  text = ahead;
  return time;
}

/// Returns the first hour of the half of the day that `am` or `pm` marks, if any.
std::optional<int> take_half_of_day(Scanner& text) {
  Scanner ahead = text;
  ahead.take_blanks();
  for (const HalfOfDay& half : halves_of_day) {
    if (!ahead.take(half.mark)) continue;
    text = ahead;
    return half.first_hour;
  }
  return std::nullopt;
}

/// `+2`, `+02`, `+0200`, `+02:00`
std::optional<Seconds> take_shift(Scanner& text) {
  Scanner ahead = text;
  const bool east = ahead.take('+');
  if (!east && !ahead.take('-')) return std::nullopt;
  const std::string_view digits = ahead.take_digits();
  Scanner number(digits);
  const auto hour = number.take_number(digits.size() == 1 ? 1 : 2);
  auto minute = digits.size() == 4 ? number.take_number(2) : std::optional(0);
  if (digits.size() <= 2 && ahead.take(':')) minute = take_two_digits(ahead);
  if (!hour || !minute || !number.done()) return std::nullopt;
  if (!TimeOfDay{*hour, *minute, std::nullopt}.ok()) return std::nullopt;
  text = ahead;
  const Seconds shift = hours{*hour} + minutes{*minute};
  return east ? shift : -shift;
}

/// `(central european standard time)`: the name of the zone after its offset.
void skip_name_of_shift(Scanner& text) {
  Scanner ahead = text;
  ahead.take_blanks();
  if (!ahead.take('(')) return;
  const std::size_t size =
      std::min(ahead.rest().find_first_of("()0123456789+,:"), ahead.rest().size());
  if (size > 0 && ahead.take(ahead.rest().substr(0, size)) && ahead.take(')')) text = ahead;
}

std::optional<Seconds> take_named_shift(Scanner& text) {
  const auto shift = take_shift(text);
  if (shift) skip_name_of_shift(text);
  return shift;
}

std::optional<Seconds> take_bare_zone(Scanner& text) {
  for (const NamedZone& zone : named_zones) {
    if (!text.take(zone.name)) continue;
    if (!zone.may_be_shifted) return zone.offset;
    return zone.offset + take_named_shift(text).value_or(Seconds{0});
  }
  return take_named_shift(text);
}

std::optional<Seconds> take_zone(Scanner& text) {
  Scanner ahead = text;
  ahead.take_blanks();
  const char end = ahead.take('(') ? ')' : ahead.take('[') ? ']' : '\0';
  const auto offset = take_bare_zone(ahead);
  if (!offset || (end != '\0' && !ahead.take(end))) return std::nullopt;
  text = ahead;
  return offset;
}

}  // namespace

std::optional<PrintedTime> take_printed_time(Scanner& text) {
  auto clock = take_digits_of_clock(text);
  if (!clock) clock = take_lettered_clock(text);
  if (!clock) return std::nullopt;
  PrintedTime time;
  if (const auto first_hour = take_half_of_day(text)) {
    if (clock->hour < 1 || clock->hour > 12)
      time.trouble = "before noon and after it, hours go from 1 to 12";
    clock->hour = clock->hour % 12 + *first_hour;
  }
  if (time.trouble.empty()) time.trouble = problem_with(*clock);
  time.since_midnight = clock->since_midnight();
  time.offset = take_zone(text);
  return time;
}

}  // namespace aliprotect
