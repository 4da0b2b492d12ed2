#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/time.h"
#include "core/text/json_key.h"

namespace aliprotect {

/// Appends JSON to a string value by value, so a list of a million orders is never in memory. Text
/// must be UTF-8. Control characters and bidirectional overrides are escaped, so the output is safe
/// on a terminal.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { out_ += '}'; }
  void begin_array() { open('['); }
  void end_array() { out_ += ']'; }

  /// `name` must not need escaping.
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
  /// Writes a text that does not need escaping.
  void word(std::string_view text);
  /// Writes a value that is already JSON.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }

 private:
  void open(char bracket) {
    separate();
    out_ += bracket;
  }
  /// Writes a comma, except after a bracket, a key or a line start.
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
