#include "store/row.h"

namespace aliprotect::store {

void RowReader::operator()(std::string_view name, OrderNumber& value) {
  const std::string_view digits = rows_.text(column_++);
  try {
    value = OrderNumber::read(digits);
  } catch (const UserError&) {
    throw damaged_value(name, digits);
  }
}

void RowReader::operator()(std::string_view name, std::optional<Money>& value) {
  const int minor = column_++;
  const int currency = column_++;
  if (rows_.is_null(minor)) {
    value.reset();
    return;
  }
  const std::optional<Currency> known = Currency::from_code(rows_.text(currency));
  if (!known) throw damaged_value(name, rows_.text(currency));
  value = Money{rows_.number(minor), *known};
}

void RowWriter::operator()(std::string_view, const std::optional<Money>& value) {
  if (value) {
    statement_.bind(next(), value->minor);
    statement_.bind(next(), value->currency.code());
  } else {
    statement_.bind_null(next());
    statement_.bind_null(next());
  }
}

}  // namespace aliprotect::store
