#include "reader/answer_file.h"

#include <nlohmann/json.hpp>

#include "core/text/scanner.h"
#include "reader/given_file.h"
#include "reader/order_answers.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

using nlohmann::json;

constexpr int deepest = 32;

/// Checks a JSON text and rewrites it on one line, without building a tree.
class OneLine : public json::json_sax_t {
 public:
  bool null() override { return put("null"); }
  bool boolean(bool value) override { return put(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return put(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override { return put(text); }
  bool string(string_t& value) override { return put(quoted(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return enter('{'); }
  bool end_object() override { return leave('}'); }
  bool start_array(std::size_t) override { return enter('['); }
  bool end_array() override { return leave(']'); }
  bool key(string_t& name) override {
    separate();
    text_ += quoted(name) + ":";
    is_first_ = true;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }
  std::string take() { return std::move(text_); }

 private:
  static std::string quoted(const std::string& text) {
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  }
  void separate() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
  }
  bool put(std::string_view text) {
    separate();
    text_ += text;
    return true;
  }
  bool enter(char sign) {
    separate();
    text_ += sign;
    is_first_ = true;
    return ++depth_ <= deepest;
  }
  bool leave(char sign) {
    text_ += sign;
    is_first_ = false;
    --depth_;
    return true;
  }

  std::string text_;
  bool is_first_ = true;
  int depth_ = 0;
};

/// Returns the JSON text on one line, or an empty string if it is not JSON or too deep.
std::string on_one_line(std::string_view text) {
  OneLine line;
  if (!json::sax_parse(text.begin(), text.end(), &line)) return {};
  return line.take();
}

/// `{…}` in `mtopjsonp2({…})`.
std::string_view without_call(std::string_view text) {
  const std::string_view plain = trimmed(text);
  if (plain.starts_with('{') || plain.starts_with('[')) return plain;
  const auto begin = plain.find('(');
  const auto end = plain.rfind(')');
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return plain;
  return trimmed(plain.substr(begin + 1, end - begin - 1));
}

}  // namespace

bool write_answer(std::string_view text, const Origin& origin, FactWriter& writer) {
  const std::string line = on_one_line(without_call(text));
  if (line.empty()) return false;
  const std::vector<OrderFacts> facts = read_answer(line);
  for (const OrderFacts& each : facts) writer.facts("page", each, origin);
  if (facts.empty()) writer.json(line, origin);
  return true;
}

void read_answer_file(int descriptor, FactWriter& writer, Counts& counts) {
  const std::string content = whole_content(descriptor, most_bytes_of_answer);
  if (!write_answer(content, {}, writer)) throw Refusal("it is not complete JSON");
  ++counts.read["responses"];
}

}  // namespace aliprotect
