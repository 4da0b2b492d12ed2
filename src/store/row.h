#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aliprotect/order.h"
#include "store/errors.h"

namespace aliprotect::store {

/// Reads the rows of a statement into facts, column after column. Called with a column's name and
/// the fact it holds.
class RowReader {
 public:
  /// Steps `statement`, always the same one; false after its last row.
  bool next_row(SQLite::Statement& statement);

  void operator()(std::string_view, std::int64_t& value) { value = next().getInt64(); }
  void operator()(std::string_view, bool& value) { value = next().getInt64() != 0; }
  void operator()(std::string_view, Instant& value) { value = Instant{Seconds{next().getInt64()}}; }
  void operator()(std::string_view, Days& value) { value = Days{next().getInt64()}; }
  void operator()(std::string_view, OrderId& value) { value.value = next().getInt64(); }
  void operator()(std::string_view, std::string& value) { value.assign(text(next())); }
  void operator()(std::string_view name, OrderNumber& value);
  void operator()(std::string_view name, std::optional<Money>& value);

  template <typename Fact>
  void operator()(std::string_view name, std::optional<Fact>& value) {
    if (columns_[column_].isNull()) {
      ++column_;
      value.reset();
    } else {
      if (!value) value.emplace();
      (*this)(name, *value);
    }
  }

  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(std::string_view name, Enum& value) {
    const std::string_view word = text(next());
    const std::optional<Enum> known = from_string<Enum>(word);
    if (!known) throw damaged_value(name, word);
    value = *known;
  }

 private:
  const SQLite::Column& next() { return columns_[column_++]; }
  static std::string_view text(const SQLite::Column& column);

  std::vector<SQLite::Column>
      columns_;  ///< made once: they show the row that the statement stands on
  std::size_t column_ = 0;
};

/// Binds facts to the parameters of a statement, one after the other. The facts must outlive its
/// execution.
class RowWriter {
 public:
  explicit RowWriter(SQLite::Statement& statement) : statement_(statement) {}

  void operator()(std::string_view, std::int64_t value) { statement_.bind(next(), value); }
  void operator()(std::string_view, bool value) { statement_.bind(next(), value ? 1 : 0); }
  void operator()(std::string_view, Instant value) { bind_count(value.time_since_epoch().count()); }
  void operator()(std::string_view, Days value) { bind_count(value.count()); }
  void operator()(std::string_view, OrderId value) { statement_.bind(next(), value.value); }
  void operator()(std::string_view, const std::string& value) {
    statement_.bindNoCopy(next(), value);
  }
  void operator()(std::string_view, const OrderNumber& value) {
    statement_.bindNoCopy(next(), value.text());
  }
  void operator()(std::string_view name, const std::optional<Money>& value);

  template <typename Fact>
  void operator()(std::string_view name, const std::optional<Fact>& value) {
    if (value) {
      (*this)(name, *value);
    } else {
      statement_.bind(next());
    }
  }

  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(std::string_view, Enum value) {
    statement_.bind(next(), std::string(to_string(value)));
  }

 private:
  int next() { return ++parameter_; }
  void bind_count(std::int64_t count) { statement_.bind(next(), count); }

  SQLite::Statement& statement_;
  int parameter_ = 0;
};

}  // namespace aliprotect::store
