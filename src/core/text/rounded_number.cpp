#include "core/text/rounded_number.h"

#include "core/text/scanner.h"

namespace aliprotect {

bool is_rounded_by_spreadsheet(std::string_view text) {
  Scanner number(text);
  if (number.take_digits().empty()) return false;
  if ((number.take('.') || number.take(',')) && number.take_digits().empty()) return false;
  if (!number.take('E') && !number.take('e')) return false;
  number.take('+');
  return !number.take_digits().empty() && number.done();
}

}  // namespace aliprotect
