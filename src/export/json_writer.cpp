#include "export/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "core/text/hex.h"
#include "core/time/rfc3339.h"

namespace aliprotect {
namespace {

/// Returns how many bytes at `text[i]` must be escaped, and their code point: ASCII and C1 control
/// characters, quotes, backslashes, and characters that change the text direction.
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

/// The bytes that need a call of `unsafe_at`; all others are copied.
constexpr auto suspicious = [] {
  std::array<bool, 256> bytes{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) bytes[byte] = true;
  for (const std::size_t byte : {0x22U, 0x5CU, 0x7FU, 0xC2U, 0xD8U, 0xE2U}) bytes[byte] = true;
  return bytes;
}();

/// Returns the length of the initial ASCII text that needs no escaping. Checks eight bytes at a
/// time.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t each = 0x0101010101010101;
  constexpr std::uint64_t high = 0x80 * each;
  const auto has = [&](std::uint64_t bytes, std::uint64_t byte) {
    const std::uint64_t zero_where_equal = bytes ^ (byte * each);
    return (zero_where_equal - each) & ~zero_where_equal;
  };
  std::size_t plain = 0;
  for (; text.size() - plain >= sizeof(std::uint64_t); plain += sizeof(std::uint64_t)) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + plain, sizeof bytes);
    const std::uint64_t controls = bytes - 0x20 * each;
    const std::uint64_t unsafe =
        bytes | controls | has(bytes, '"') | has(bytes, '\\') | has(bytes, 0x7F);
    if ((unsafe & high) != 0) break;
  }
  return plain;
}

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
      append_unicode_escape(out, code_point);
  }
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  word(name);
  out_ += ':';
  return *this;
}

void JsonWriter::value(Instant at) {
  const auto text = rfc3339(at);
  word({text.data(), text.size()});
}

void JsonWriter::value(std::string_view text) {
  separate();
  out_ += '"';
  std::size_t copied = 0;
  for (std::size_t i = plain_prefix(text); i < text.size();) {
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
  out_.append(text.substr(copied));
  out_ += '"';
}

void JsonWriter::value(std::int64_t number) {
  const fmt::format_int digits(number);
  raw({digits.data(), digits.size()});
}

void JsonWriter::word(std::string_view text) {
  separate();
  const std::size_t begin = out_.size();
  out_.resize(begin + text.size() + 2, '"');
  std::copy(text.begin(), text.end(), out_.begin() + static_cast<std::ptrdiff_t>(begin) + 1);
}

}  // namespace aliprotect
