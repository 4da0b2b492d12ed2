#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aliprotect/order.h"
#include "store/database.h"
#include "store/list_json.h"
#include "store/seconds.h"

namespace aliprotect::store {

/// Reads the rows of a statement, one column after the other: call it with the column's name and
/// the variable to fill.
class RowReader {
 public:
  explicit RowReader(Statement& rows) : rows_(rows) {}

  /// Goes to the next row; returns false after the last one.
  bool next_row() {
    column_ = 0;
    return rows_.step();
  }

  void operator()(std::string_view, std::int64_t& value) { value = rows_.number(column_++); }
  void operator()(std::string_view, bool& value) { value = rows_.number(column_++) != 0; }
  void operator()(std::string_view name, Instant& value) {
    const std::int64_t number = rows_.number(column_++);
    if (!is_instant(number)) throw damaged_value(name, std::to_string(number));
    value = instant(number);
  }
  void operator()(std::string_view, Days& value) { value = Days{rows_.number(column_++)}; }
  void operator()(std::string_view, OrderId& value) { value.value = rows_.number(column_++); }
  void operator()(std::string_view, std::string& value) { value.assign(rows_.text(column_++)); }
  void operator()(std::string_view name, OrderNumber& value);
  void operator()(std::string_view name, std::optional<Money>& value);

  template <typename Element>
  void operator()(std::string_view name, std::vector<Element>& list) {
    if (rows_.is_null(column_)) {
      list.clear();
    } else {
      ListReader(name, rows_.text(column_)).read(list);
    }
    ++column_;
  }

  template <typename Fact>
  void operator()(std::string_view name, std::optional<Fact>& value) {
    if (rows_.is_null(column_)) {
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
    const std::string_view word = rows_.text(column_++);
    const std::optional<Enum> known = from_string<Enum>(word);
    if (!known) throw damaged_value(name, word);
    value = *known;
  }

 private:
  Statement& rows_;
  int column_ = 0;
};

/// Binds values to the parameters of a statement, one after the other. The values must outlive its
/// execution.
class RowWriter {
 public:
  explicit RowWriter(Statement& statement) : statement_(statement) {}

  void operator()(std::string_view, std::int64_t value) { statement_.bind(next(), value); }
  void operator()(std::string_view, bool value) {
    statement_.bind(next(), std::int64_t{value ? 1 : 0});
  }
  void operator()(std::string_view, Instant value) { bind_count(seconds(value)); }
  void operator()(std::string_view, Days value) { bind_count(value.count()); }
  void operator()(std::string_view, OrderId value) { statement_.bind(next(), value.value); }
  void operator()(std::string_view, const std::string& value) { statement_.bind(next(), value); }
  void operator()(std::string_view, const OrderNumber& value) {
    statement_.bind(next(), value.text());
  }
  void operator()(std::string_view name, const std::optional<Money>& value);

  template <typename Element>
  void operator()(std::string_view, const std::vector<Element>& list) {
    if (list.empty()) return statement_.bind_null(next());
    json_.clear();
    ListWriter(json_).list(list);
    statement_.bind_copy(next(), json_);
  }

  template <typename Fact>
  void operator()(std::string_view name, const std::optional<Fact>& value) {
    if (value) {
      (*this)(name, *value);
    } else {
      statement_.bind_null(next());
    }
  }

  template <typename Enum>
  requires std::is_enum_v<Enum>
  void operator()(std::string_view, Enum value) { statement_.bind(next(), to_string(value)); }

 private:
  int next() { return ++parameter_; }
  void bind_count(std::int64_t count) { statement_.bind(next(), count); }

  Statement& statement_;
  int parameter_ = 0;
  std::string json_;
};

}  // namespace aliprotect::store
