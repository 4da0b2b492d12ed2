#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "import/json/json_tree.h"

namespace aliprotect {

/// Parses a value without building a tree. Stops if it is invalid or nested too deeply.
class TreeCheck : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool key(string_t&) override { return true; }
  bool start_object(std::size_t) override { return enter(); }
  bool end_object() override { return --depth_ >= 0; }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override { return --depth_ >= 0; }
  bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
    return false;
  }

 private:
  bool enter() { return ++depth_ <= TreeMaker::deepest; }

  int depth_ = 0;
};

}  // namespace aliprotect
