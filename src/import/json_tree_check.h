#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "import/json_rows.h"

namespace aliprotect {

/// Goes through a value without keeping it; stops where it is no JSON, too deep or too large.
class TreeCheck : public nlohmann::json_sax<nlohmann::json> {
 public:
  static constexpr std::size_t most_values = 2'000'000;

  explicit TreeCheck(std::size_t most = std::numeric_limits<std::size_t>::max()) : most_(most) {}

  bool is_too_deep() const { return depth_ > TreeGuard::deepest; }
  bool is_too_large() const { return values_ > most_; }

  bool null() override { return count(); }
  bool boolean(bool) override { return count(); }
  bool number_integer(number_integer_t) override { return count(); }
  bool number_unsigned(number_unsigned_t) override { return count(); }
  bool number_float(number_float_t, const string_t&) override { return count(); }
  bool string(string_t&) override { return count(); }
  bool binary(binary_t&) override { return count(); }
  bool key(string_t&) override { return true; }
  bool start_object(std::size_t) override { return enter(); }
  bool end_object() override { return --depth_ >= 0; }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return --depth_ >= 0; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }

 private:
  bool count() { return ++values_ <= most_; }
  bool enter() { return count() && ++depth_ <= TreeGuard::deepest; }

  std::size_t most_;
  std::size_t values_ = 0;
  int depth_ = 0;
};

}  // namespace aliprotect
