#include "core/time/posix_rule.h"

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

constexpr std::string_view default_dates = ",M3.2.0,M11.1.0";

bool take_up_to(Scanner& rule, std::size_t most_digits, int least, int most) {
  const std::string_view digits = rule.take_digits();
  if (digits.empty() || digits.size() > most_digits) return false;
  const int number = *Scanner(digits).take_number(digits.size());
  return number >= least && number <= most;
}

bool take_name(Scanner& rule) {
  if (!rule.take('<')) return rule.take_letters().size() >= 3;
  std::size_t size = 0;
  while (!rule.take('>')) {
    const bool sign = rule.take('+') || rule.take('-');
    const std::size_t part = rule.take_letters().size() + rule.take_digits().size();
    if (!sign && part == 0) return false;
    size += part + (sign ? 1 : 0);
  }
  return size >= 3;
}

bool take_time(Scanner& rule, int most_hours) {
  if (!take_up_to(rule, 2, 0, most_hours)) return false;
  if (!rule.take(':')) return true;
  if (!take_up_to(rule, 2, 0, 59)) return false;
  return !rule.take(':') || take_up_to(rule, 2, 0, 59);
}

bool take_offset(Scanner& rule) {
  if (!rule.take('-')) rule.take('+');
  return take_time(rule, 24);
}

bool take_month_week_day(Scanner& rule) {
  return take_up_to(rule, 2, 1, 12) && rule.take('.') && take_up_to(rule, 1, 1, 5) &&
         rule.take('.') && take_up_to(rule, 1, 0, 6);
}

bool take_date(Scanner& rule) {
  const bool day = rule.take('M')   ? take_month_week_day(rule)
                   : rule.take('J') ? take_up_to(rule, 3, 1, 365)
                                    : take_up_to(rule, 3, 0, 365);
  return day && (!rule.take('/') || take_time(rule, 99));
}

}  // namespace

std::optional<std::string> complete_posix_rule(std::string_view text) {
  Scanner rule(text);
  if (!take_name(rule) || !take_offset(rule)) return std::nullopt;
  if (rule.done()) return std::string(text);

  if (!take_name(rule)) return std::nullopt;
  const bool own_offset = !rule.done() && rule.rest().front() != ',';
  if (own_offset && !take_offset(rule)) return std::nullopt;
  if (rule.done()) return std::string(text) + std::string(default_dates);

  const bool dates = rule.take(',') && take_date(rule) && rule.take(',') && take_date(rule);
  if (!dates || !rule.done()) return std::nullopt;
  return std::string(text);
}

}  // namespace aliprotect
