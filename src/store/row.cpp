#include "store/row.h"

namespace aliprotect::store {

bool RowReader::next_row(SQLite::Statement& statement) {
  if (!statement.executeStep()) return false;
  if (columns_.empty()) {
    const int count = statement.getColumnCount();
    columns_.reserve(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column) columns_.push_back(statement.getColumn(column));
  }
  column_ = 0;
  return true;
}

void RowReader::operator()(std::string_view name, OrderNumber& value) {
  const std::string_view digits = text(next());
  try {
    value = OrderNumber::read(digits);
  } catch (const UserError&) {
    throw damaged_value(name, digits);
  }
}

void RowReader::operator()(std::string_view name, std::optional<Money>& value) {
  const SQLite::Column& minor = next();
  const SQLite::Column& currency = next();
  if (minor.isNull()) {
    value.reset();
    return;
  }
  const std::optional<Currency> known = Currency::from_code(text(currency));
  if (!known) throw damaged_value(name, text(currency));
  value = Money{minor.getInt64(), *known};
}

std::string_view RowReader::text(const SQLite::Column& column) {
  const char* first = column.getText();
  return {first, static_cast<std::size_t>(column.getBytes())};
}

void RowWriter::operator()(std::string_view, const std::optional<Money>& value) {
  if (value) {
    statement_.bind(next(), value->minor);
    statement_.bind(next(), std::string(value->currency.code()));
  } else {
    statement_.bind(next());
    statement_.bind(next());
  }
}

}  // namespace aliprotect::store
