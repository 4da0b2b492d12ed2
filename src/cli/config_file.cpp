#include "cli/config_file.h"

#include <algorithm>
#include <set>

#include "aliprotect/error.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/utf8.h"

namespace aliprotect::cli {
namespace {

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\r' && c != '\n') ||
         c == '\x7f';
}

class ConfigReader {
 public:
  explicit ConfigReader(std::string_view text) : text_(text), in_(text) {}

  std::vector<ConfigEntry> entries() {
    if (!is_utf8(text_)) throw usage_error("not valid UTF-8; save the file as UTF-8");
    for (skip_lines(); !in_.done(); skip_lines()) {
      if (in_.take('[')) {
        read_section();
      } else {
        read_entry();
      }
      end_line();
    }
    return std::move(entries_);
  }

 private:
  void read_section() {
    section_ = read_names();
    if (!in_.take(']')) fail("expected a section such as [due]");
  }

  void read_entry() {
    std::vector<std::string> section = section_;
    std::vector<std::string> names = read_names();
    const std::string key = std::move(names.back());
    section.insert(section.end(), names.begin(), names.end() - 1);
    if (!in_.take('=')) fail("expected `" + excerpt(key) + " = VALUE`");
    in_.take_blanks();
    if (!seen_.emplace(section, key).second)
      fail("`" + excerpt(key) + "` is set twice; remove one");
    const std::size_t line = line_number();
    entries_.push_back({std::move(section), key, read_values(), line});
  }

  /// Reads `list` or `dispute.open`, and the blanks around the names.
  std::vector<std::string> read_names() {
    std::vector<std::string> names;
    do {
      in_.take_blanks();
      names.push_back(take_until_not_name());
      if (names.back().empty()) fail("expected `KEY = VALUE` or a section such as [due]");
      in_.take_blanks();
    } while (in_.take('.'));
    return names;
  }

  std::string take_until_not_name() {
    const auto rest = in_.rest();
    const auto end = std::find_if_not(rest.begin(), rest.end(), [](char c) {
      return is_letter(c) || is_digit(c) || c == '-' || c == '_';
    });
    return take(static_cast<std::size_t>(end - rest.begin()));
  }

  std::vector<std::string> read_values() {
    if (!in_.take('[')) return {read_value()};
    std::vector<std::string> values;
    for (skip_lines(); !in_.take(']'); skip_lines()) {
      values.push_back(read_value());
      skip_lines();
      if (!in_.take(',') && !in_.rest().starts_with(']')) fail("expected `,` or `]` in the array");
    }
    return values;
  }

  std::string read_value() {
    if (in_.take('"')) return read_escaped();
    if (in_.take('\'')) return read_literal();
    const std::string word = take(in_.rest().find_first_of(" \t\r\n,[]#=\"'"));
    if (word.empty()) fail("expected a value");
    return word;
  }

  std::string read_escaped() {
    std::string value;
    while (true) {
      value += take(in_.rest().find_first_of("\\\"\n"));
      if (in_.take('"')) return value;
      if (!in_.take('\\')) fail("the string is not closed; end it with \"");
      if (!in_.rest().starts_with('"') && !in_.rest().starts_with('\\'))
        fail("unknown escape after \\; write \\\\ for a backslash, or use single quotes");
      value += take(1);
    }
  }

  std::string read_literal() {
    std::string value = take(in_.rest().find_first_of("'\n"));
    if (!in_.take('\'')) fail("the string is not closed; end it with '");
    return value;
  }

  /// Takes that many bytes, or all that remain.
  std::string take(std::size_t count) {
    const std::string_view taken = in_.rest().substr(0, count);
    const auto bad = std::find_if(taken.begin(), taken.end(), is_control);
    if (bad != taken.end()) fail("control characters are not allowed");
    in_.take(taken);
    return std::string(taken);
  }

  void skip_comment() {
    in_.take_blanks();
    if (in_.rest().starts_with('#')) take(in_.rest().find('\n'));
    in_.take('\r');
  }

  void skip_lines() {
    do skip_comment();
    while (in_.take('\n'));
  }

  void end_line() {
    skip_comment();
    if (!in_.done() && !in_.take('\n'))
      fail("unexpected text at the end; a value with blanks needs quotes");
  }

  std::size_t line_number() const {
    const auto read = text_.substr(0, text_.size() - in_.rest().size());
    return 1 + static_cast<std::size_t>(std::count(read.begin(), read.end(), '\n'));
  }

  [[noreturn]] void fail(const std::string& reason) const {
    throw usage_error("line " + std::to_string(line_number()) + ": " + reason);
  }

  std::string_view text_;
  Scanner in_;
  std::vector<std::string> section_;
  std::vector<ConfigEntry> entries_;
  std::set<std::pair<std::vector<std::string>, std::string>> seen_;
};

}  // namespace

std::vector<ConfigEntry> parse_config(std::string_view text) {
  return ConfigReader(text).entries();
}

}  // namespace aliprotect::cli
