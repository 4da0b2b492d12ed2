#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace aliprotect {

// ASCII only, independent of the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
constexpr bool is_letter(char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; }
constexpr bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// Whether two words are equal, ignoring the case of ASCII letters.
constexpr bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return to_lower(x) == to_lower(y); });
}

/// Returns `text` without leading and trailing blanks and line ends.
constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// Reads a text from left to right. Each function consumes what it names, or nothing.
class Scanner {
 public:
  constexpr explicit Scanner(std::string_view text) : rest_(text) {}

  constexpr bool done() const { return rest_.empty(); }
  constexpr std::string_view rest() const { return rest_; }
  constexpr bool at_digit() const { return !done() && is_digit(rest_.front()); }

  constexpr bool take(char c) {
    if (done() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  constexpr bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  /// Consumes all blanks, letters or digits that come next.
  constexpr std::string_view take_blanks() { return take_while(is_blank); }
  constexpr std::string_view take_letters() { return take_while(is_letter); }
  constexpr std::string_view take_digits() { return take_while(is_digit); }

  /// Consumes a number of exactly `width` digits, at most 9. More digits may follow.
  constexpr std::optional<int> take_number(std::size_t width) {
    if (rest_.size() < width) return std::nullopt;
    int number = 0;
    for (const char c : rest_.substr(0, width)) {
      if (!is_digit(c)) return std::nullopt;
      number = number * 10 + (c - '0');
    }
    rest_.remove_prefix(width);
    return number;
  }

 private:
  constexpr std::string_view take_while(bool (*belongs)(char)) {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), belongs);
    const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
};

}  // namespace aliprotect
