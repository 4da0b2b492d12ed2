#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/time.h"
#include "export/json_key.h"

namespace aliprotect {

/// Appends JSON to a string, value after value, with no tree in between: a list of a million orders
/// is never in memory whole. Text must be UTF-8; control and bidirectional override characters are
/// escaped, so the output is safe on a terminal.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { out_ += '}'; }
  void begin_array() { open('['); }
  void end_array() { out_ += ']'; }

  /// `name` needs no escaping.
  JsonWriter& key(std::string_view name);
  JsonWriter& key(const JsonKey& name) {
    out_ += needs_comma() ? name.text_after_comma() : name.text();
    return *this;
  }

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(Instant at);
  void value(std::int64_t number);
  void value(std::size_t count) { value(static_cast<std::int64_t>(count)); }
  void value(Days days) { value(std::int64_t{days.count()}); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  template <typename Value>
  void value(const std::optional<Value>& present) {
    if (present) {
      value(*present);
    } else {
      null();
    }
  }
  void null() { raw("null"); }
  /// A text that needs no escaping.
  void word(std::string_view text);
  /// A value that is JSON already.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
  }
  /// A comma, unless this is the first value after a bracket, a key or a line's start.
  void separate() {
    if (needs_comma()) out_ += ',';
  }
  bool needs_comma() const {
    if (out_.empty()) return false;
    const char last = out_.back();
    return last != ':' && last != '{' && last != '[' && last != '\n';
  }

  std::string& out_;
};

}  // namespace aliprotect
