#include "store/list_json.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/hex.h"
#include "store/database.h"

namespace aliprotect::store {
namespace {

constexpr bool is_escaped(char letter) {
  return static_cast<unsigned char>(letter) < 0x20 || letter == '"' || letter == '\\';
}

/// Reads the four hexadecimal digits after `\u`; only control characters are written like this.
std::optional<char> control_character(std::string_view digits) {
  unsigned code = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  if (error != std::errc() || end != digits.data() + digits.size() || code >= 0x20)
    return std::nullopt;
  return static_cast<char>(code);
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (!is_escaped(letter)) continue;
    out.append(text, copied, at - copied);
    copied = at + 1;
    if (letter == '"' || letter == '\\') {
      (out += '\\') += letter;
    } else {
      append_unicode_escape(out, static_cast<unsigned char>(letter));
    }
  }
  out.append(text, copied);
}

void ListWriter::value(std::int64_t number) {
  std::array<char, 20> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), end);
}

void ListWriter::value(const Money& money) {
  out_ += '[';
  value(money.minor);
  out_ += ',';
  value(money.currency.code());
  out_ += ']';
}

void ListWriter::value(std::string_view text) {
  out_ += '"';
  append_escaped(out_, text);
  out_ += '"';
}

void ListReader::value(std::int64_t& number) {
  const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
  if (error != std::errc()) fail();
  rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
}

void ListReader::value(Instant& at) {
  std::int64_t number = 0;
  value(number);
  if (!is_instant(number)) fail();
  at = instant(number);
}

void ListReader::value(Days& days) {
  std::int64_t number = 0;
  value(number);
  days = Days{number};
}

void ListReader::value(Money& money) {
  expect('[');
  value(money.minor);
  expect(',');
  value(word_);
  expect(']');
  const std::optional<Currency> known = Currency::from_code(word_);
  if (!known) fail();
  money.currency = *known;
}

void ListReader::value(std::string& text) {
  expect('"');
  text.clear();
  for (;;) {
    const std::size_t quote = rest_.find('"');
    if (quote == std::string_view::npos) fail();
    const std::size_t end = std::min(quote, rest_.find('\\'));
    text.append(rest_, 0, end);
    rest_.remove_prefix(end + 1);
    if (end == quote) return;
    text += escaped();
  }
}

char ListReader::escaped() {
  std::optional<char> letter;
  std::size_t length = 1;
  if (take('u')) {
    length = 4;
    letter = control_character(rest_.substr(0, length));
  } else if (!rest_.empty() && is_escaped(rest_.front())) {
    letter = rest_.front();
  }
  if (!letter || rest_.size() < length) fail();
  rest_.remove_prefix(length);
  return *letter;
}

void ListReader::fail() const { throw damaged_value(column_, json_); }

}  // namespace aliprotect::store
