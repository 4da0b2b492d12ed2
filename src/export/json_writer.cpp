#include "export/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace aliprotect {
namespace {

/// How many bytes at `text[i]` must be escaped, and as which code point: ASCII's control
/// characters, quote and backslash, C1 controls, and the characters that turn the direction of
/// writing.
struct Unsafe {
  std::size_t bytes = 0;
  unsigned code_point = 0;
};

Unsafe unsafe_at(std::string_view text, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U;
  };
  const unsigned first = byte(0);
  if (first < 0x20 || first == '"' || first == '\\' || first == 0x7F) return {1, first};
  if (first == 0xC2 && byte(1) >= 0x80 && byte(1) < 0xA0) return {2, byte(1)};
  if (first == 0xD8 && byte(1) == 0x9C) return {2, 0x061C};
  const bool mark = byte(2) == 0x8E || byte(2) == 0x8F || (byte(2) >= 0xA8 && byte(2) <= 0xAE);
  if (first == 0xE2 && byte(1) == 0x80 && mark) return {3, 0x2000 + (byte(2) - 0x80)};
  if (first == 0xE2 && byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9) {
    return {3, 0x2040 + (byte(2) - 0x80)};
  }
  return {};
}

/// The bytes at which `unsafe_at` is worth asking; all others are copied as they are.
constexpr auto suspicious = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) bytes[byte] = true;
  for (const std::size_t byte : {0x22U, 0x5CU, 0x7FU, 0xC2U, 0xD8U, 0xE2U}) bytes[byte] = true;
  return bytes;
}();

void append_escape(std::string& out, unsigned code_point) {
  switch (code_point) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", code_point);
  }
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  const std::string_view before = needs_comma() ? ",\"" : "\"";
  const std::size_t begin = out_.size();
  out_.resize(begin + before.size() + name.size() + 2);  // once, as there are many keys
  char* to = out_.data() + begin;
  to = std::copy(before.begin(), before.end(), to);
  to = std::copy(name.begin(), name.end(), to);
  *to++ = '"';
  *to = ':';
  return *this;
}

void JsonWriter::value(Instant at) {
  separate();
  out_ += '"';
  append_rfc3339(out_, at);
  out_ += '"';
}

void JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size();) {
    const bool ask = suspicious[static_cast<unsigned char>(text[i])];
    const Unsafe unsafe = ask ? unsafe_at(text, i) : Unsafe{};
    if (unsafe.bytes == 0) {
      ++i;
      continue;
    }
    out_.append(text, copied, i - copied);
    append_escape(out_, unsafe.code_point);
    i += unsafe.bytes;
    copied = i;
  }
  out_.append(text, copied);
  out_ += '"';
}

void JsonWriter::value(std::int64_t number) {
  separate();
  const fmt::format_int digits(number);
  out_.append(digits.data(), digits.size());
}

void JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
}

void JsonWriter::separate() {
  if (needs_comma()) out_ += ',';
}

bool JsonWriter::needs_comma() const {
  if (out_.empty()) return false;
  switch (out_.back()) {
    case '{':
    case '[':
    case ':':
    case '\n':
      return false;
    default:
      return true;
  }
}

}  // namespace aliprotect
