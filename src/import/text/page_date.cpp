#include "import/text/page_date.h"

#include <charconv>
#include <optional>
#include <string>

#include "core/text/quote.h"
#include "core/time/iso_text.h"
#include "core/time/local_day.h"
#include "core/time/parsed_when.h"
#include "import/merge/row.h"
#include "import/text/page_text.h"
#include "import/text/printed_time.h"
#include "import/text/yes_no.h"

namespace aliprotect {
namespace {

constexpr std::string_view accepted_forms =
    "write 2026-03-24, 24.03.2026, \"Mar 24, 2026\" or \"24 Mar 2026\", and a time of day after it";

constexpr std::string_view count_of_days =
    "it is a spreadsheet's day number; set the format of the column to a date such as "
    "2026-03-24";

constexpr std::string_view without_date =
    "it does not say when; write the date, or leave the cell empty";

constexpr std::string_view which_order =
    "; use `import --dates day-first` or `--dates month-first`";

/// A valid day, and a valid time of day.
struct PageTime {
  std::chrono::year_month_day day;
  std::optional<Seconds> since_midnight;
  std::optional<Seconds> offset;
};

/// A time as a page prints it, or the reason why it is invalid.
struct PrintedPageTime {
  PageTime time;
  std::string trouble;
  bool is_ambiguous = false;
};

[[noreturn]] void refuse(std::string_view text, std::string_view trouble) {
  throw RowError("cannot read " + in_quotes(text) + " as a date: " + std::string(trouble));
}

/// `2026-03-24`, `2026-03-24 07:44:46`, `2026-03-24T07:44:46Z`: the forms in most large files, read
/// without folding.
std::optional<PageTime> plain_iso(std::string_view text) {
  Scanner scanner(text);
  const auto day = take_iso_date(scanner);
  if (!day || !day->ok()) return std::nullopt;
  if (scanner.done()) return PageTime{*day, std::nullopt, std::nullopt};
  if (!scanner.take(' ') && !scanner.take('T')) return std::nullopt;
  const auto time = take_time_of_day(scanner);
  if (!time || !time->ok()) return std::nullopt;
  const auto offset = scanner.done() ? std::nullopt : take_offset(scanner);
  if (!scanner.done()) return std::nullopt;
  return PageTime{*day, time->since_midnight(), offset};
}

/// `20120801154220368+0800`, of AliExpress's old interface: the last three digits are milliseconds.
std::optional<PageTime> run_together(std::string_view text) {
  Scanner scanner(text);
  const std::string_view digits = scanner.take_digits();
  if (digits.size() != 17 || scanner.done()) return std::nullopt;
  const auto part = [&](std::size_t from, std::size_t width) {
    return *Scanner(digits.substr(from)).take_number(width);
  };
  const std::chrono::year_month_day day{std::chrono::year{part(0, 4)},
                                        std::chrono::month{static_cast<unsigned>(part(4, 2))},
                                        std::chrono::day{static_cast<unsigned>(part(6, 2))}};
  const TimeOfDay time{part(8, 2), part(10, 2), part(12, 2)};
  auto shift = std::string(scanner.rest());
  if (shift.size() == 5) shift.insert(3, 1, ':');
  Scanner rest(shift);
  const auto offset = take_offset(rest);
  if (!day.ok() || !time.ok() || !offset || !rest.done()) return std::nullopt;
  return PageTime{day, time.since_midnight(), offset};
}

/// Seconds or milliseconds since 1970, as programs write them: 10 or 13 digits.
std::optional<Instant> since_1970(std::string_view text) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc{} || end != text.data() + text.size() || count < 0) return std::nullopt;
  return Instant(Seconds(text.size() == 13 ? count / 1000 : count));
}

/// `45678`, `45678.5`
bool is_count_of_days(std::string_view text) {
  Scanner scanner(text);
  if (scanner.take_digits().size() != 5) return false;
  if (scanner.take('.') || scanner.take(',')) scanner.take_digits();
  return scanner.done();
}

/// Consumes what separates a date from the time of day: `t`, a comma, a word such as the Spanish
/// `a las`.
bool take_between(Scanner& text) {
  constexpr std::string_view words[] = {"at ",    "um ",       "à ",    "a las ", "a la ",
                                        "às ",    "alle ore ", "alle ", "ore ",   "om ",
                                        "godz. ", "o godz. ",  "o ",    "в "};
  if (text.take('t')) return true;
  text.take(',');
  if (text.take_blanks().empty()) return false;
  for (const std::string_view word : words) {
    if (text.take(word)) break;
  }
  return true;
}

std::optional<PrintedTime> take_time_before(Scanner& text) {
  auto time = take_printed_time(text);
  if (!time) return std::nullopt;
  text.take(',');
  text.take_blanks();
  return time;
}

std::optional<PrintedTime> take_time_behind(Scanner& text) {
  Scanner ahead = text;
  if (!take_between(ahead)) return std::nullopt;
  auto time = take_printed_time(ahead);
  if (time) text = ahead;
  return time;
}

/// Returns nullopt for text in any other form.
std::optional<PrintedPageTime> printed(std::string_view text, DateOrder order) {
  const std::string plain = folded(text);
  Scanner scanner(plain);
  auto time = take_time_before(scanner);
  const auto day = take_printed_day(scanner, order);
  if (!day) return std::nullopt;
  if (!day->trouble.empty()) return PrintedPageTime{{}, day->trouble, day->is_ambiguous};
  if (!time) time = take_time_behind(scanner);
  if (!scanner.done())
    return PrintedPageTime{{}, "unexpected " + in_quotes(trimmed(scanner.rest())) + " at the end"};
  if (!time) return PrintedPageTime{{day->day, std::nullopt, std::nullopt}, {}};
  return PrintedPageTime{{day->day, time->since_midnight, time->offset}, time->trouble};
}

Instant shown_at(std::chrono::local_seconds local, Bound bound, const Zone& zone) {
  const Zone::Reading reading = zone.to_instants(local);
  if (!reading.earlier) return first_at_or_past(local, zone);
  return bound == Bound::end ? *reading.earlier : *reading.later;
}

Instant instant_of(const PageTime& time, Bound bound, const Zone& zone) {
  const std::chrono::local_days day{time.day};
  if (!time.since_midnight) {
    const auto at = bound_of_day(day, bound, zone);
    return at ? *at : first_at_or_past(day, zone);
  }
  if (!time.offset) return shown_at(day + *time.since_midnight, bound, zone);
  return std::chrono::sys_days{time.day} + *time.since_midnight - *time.offset;
}

/// `12d 3h 4m`, `yesterday`: forms of the command line that count from `clock.now`.
std::optional<Instant> from_now(std::string_view text, Bound bound, const PageClock& clock) {
  const ParsedWhen parsed = parse_when(text);
  const bool is_relative =
      std::holds_alternative<FromNow>(parsed) || std::holds_alternative<DayFromToday>(parsed);
  if (!is_relative || clock.now == Instant{}) return std::nullopt;
  return resolve_when(parsed, text, bound, clock.now, clock.zone).at;
}

Instant printed_at(std::string_view text, Bound bound, const PageClock& clock) {
  if (folded(text).empty()) refuse(text, "it is empty");
  if (const auto time = printed(text, clock.order)) {
    if (time->trouble.empty()) return instant_of(time->time, bound, clock.zone);
    refuse(text, time->trouble + std::string(time->is_ambiguous ? which_order : ""));
  }
  if (const auto at = from_now(text, bound, clock)) return *at;
  refuse(text, says_yes(text) ? without_date : accepted_forms);
}

ParsedWhen parsed_from(const PrintedPageTime& printed) {
  if (!printed.trouble.empty()) return InvalidWhen{printed.trouble};
  const auto& [day, since_midnight, offset] = printed.time;
  if (!since_midnight) return CalendarDay{day};
  if (offset) return ExactTime{std::chrono::sys_days{day} + *since_midnight - *offset};
  return WallTime{std::chrono::local_days{day} + *since_midnight};
}

ParsedWhen parse_typed_date(std::string_view text) {
  const ParsedWhen typed = parse_when(text);
  const auto* invalid = std::get_if<InvalidWhen>(&typed);
  if (!invalid) return typed;
  if (const auto at = since_1970(trimmed(text))) return ExactTime{*at};
  const auto time = printed(text, DateOrder::unknown);
  return time && (time->trouble.empty() || invalid->problem.empty()) ? parsed_from(*time) : typed;
}

}  // namespace

Instant read_page_date(std::string_view text, Bound bound, const PageClock& clock) {
  const std::string_view bare = trimmed(text);
  if (const auto at = since_1970(bare)) return *at;
  if (is_count_of_days(bare)) refuse(text, count_of_days);
  auto time = plain_iso(bare);
  if (!time) time = run_together(bare);
  const Instant at = time ? instant_of(*time, bound, clock.zone) : printed_at(bare, bound, clock);
  if (!is_in_range(at)) refuse(text, "it is outside 1970-01-01 to 2999-12-31 (UTC)");
  return at;
}

TypedTime read_typed_date(std::string_view text, Bound bound, Instant now, const Zone& zone) {
  return resolve_when(parse_typed_date(text), text, bound, now, zone);
}

bool typed_date_needs_zone(std::string_view text) { return needs_zone(parse_typed_date(text)); }

}  // namespace aliprotect
