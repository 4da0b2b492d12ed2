#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "store/database.h"

namespace aliprotect::store {

/// SQL that is put together from parts, and the values of its parameters.
class Query {
 public:
  using Value = std::variant<std::int64_t, std::string>;

  explicit Query(std::string_view sql = {}) : sql_(sql) {}

  /// Appends SQL.
  Query& operator<<(std::string_view sql) {
    sql_ += sql;
    return *this;
  }
  /// Appends a new parameter.
  struct Parameter {
    Value value;
  };
  Query& operator<<(Parameter parameter) { return *this << add(std::move(parameter)); }
  /// Adds a value without SQL, and returns its parameter.
  std::string add(Parameter parameter) {
    values_.push_back(std::move(parameter.value));
    return last_parameter();
  }
  /// The parameter of the last value, to use it again.
  std::string last_parameter() const { return "$" + std::to_string(values_.size()); }

  const std::string& sql() const { return sql_; }
  /// Binds the values to the parameters of a statement with this SQL. They must outlive its run.
  void bind(Statement& statement) const {
    int parameter = 0;
    for (const Value& value : values_) {
      ++parameter;
      if (const auto* number = std::get_if<std::int64_t>(&value)) {
        statement.bind(parameter, *number);
      } else {
        statement.bind(parameter, std::get<std::string>(value));
      }
    }
  }

 private:
  std::string sql_;
  std::vector<Value> values_;
};

inline Query::Parameter parameter(std::int64_t number) { return {number}; }
inline Query::Parameter parameter(std::string text) { return {std::move(text)}; }

}  // namespace aliprotect::store
