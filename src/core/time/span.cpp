#include "core/time/span.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "aliprotect/error.h"
#include "core/text/quote.h"

namespace aliprotect {
namespace {

struct Unit {
  Seconds length;
  std::array<std::string_view, 4> names;
};

constexpr Unit units[] = {
    {Days{7}, {"w", "week", "weeks"}},
    {Days{1}, {"d", "day", "days"}},
    {std::chrono::hours{1}, {"h", "hour", "hours"}},
    {std::chrono::minutes{1}, {"m", "min", "minute", "minutes"}},
    {Seconds{1}, {"s", "sec", "second", "seconds"}},
};

constexpr std::size_t most_digits = 9;  // a sum cannot overflow

const Unit* find_unit(std::string_view word) {
  const auto* const found = std::find_if(std::begin(units), std::end(units), [word](const Unit& u) {
    return std::any_of(u.names.begin(), u.names.end(),
                       [word](std::string_view name) { return same_word(name, word); });
  });
  return found == std::end(units) ? nullptr : found;
}

/// Consumes one number with its unit, which must be smaller than `larger`, the unit before it.
Span take_part(Scanner& text, std::optional<Seconds>& larger) {
  const std::string_view digits = text.take_digits();
  if (digits.empty()) return {};
  text.take_blanks();
  const std::string_view word = text.take_letters();
  if (word.empty()) {
    return {{}, text.done() ? in_quotes(digits) + " needs a unit (w, d, h, m or s)" : ""};
  }
  const Unit* const unit = find_unit(word);
  if (unit == nullptr) return {{}, "unknown unit " + in_quotes(word) + " (use w, d, h, m or s)"};
  if (larger && unit->length >= *larger) {
    return {{}, "use each unit only once, the largest first"};
  }
  if (digits.size() > most_digits) return {{}, in_quotes(digits) + " is too large"};
  larger = unit->length;
  return {*Scanner(digits).take_number(digits.size()) * unit->length, {}};
}

}  // namespace

Span take_span(Scanner& text) {
  Span sum{Seconds{0}, {}};
  std::optional<Seconds> larger;
  do {
    Span part = take_part(text, larger);
    if (!part.length) return part;
    *sum.length += *part.length;
    text.take_blanks();
  } while (text.at_digit());
  return sum;
}

std::string to_duration(Seconds length) {
  const auto* const unit =
      std::find_if(std::begin(units) + 1, std::end(units) - 1,
                   [length](const Unit& each) { return length % each.length == Seconds{0}; });
  return std::to_string(length / unit->length).append(unit->names.front());
}

Seconds read_duration(std::string_view text) {
  Scanner scanner(trimmed(text));
  const Span span = take_span(scanner);
  std::string problem = span.problem;
  if (span.length && scanner.done()) {
    if (*span.length <= last_instant - first_instant) return *span.length;
    problem = "it is too long";
  }
  throw usage_error("invalid duration " + in_quotes(text) + ": " +
                    (problem.empty() ? "" : problem + "; ") + "write 4d, 36h, 2w or \"1d 12h\"");
}

}  // namespace aliprotect
