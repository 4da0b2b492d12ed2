#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "aliprotect/order.h"
#include "store/columns.h"
#include "store/seconds.h"

/// The JSON of an order's lists in the store: an array of texts, or of arrays with the fields of
/// each element in the sequence of `each_field`, without blanks. Fields that are absent, false or
/// empty lists are null, and left out at the end. Only this form is read, because a million orders
/// take long enough. All other JSON is read and written elsewhere (import/json, export).
namespace aliprotect::store {

/// Appends a list to a text.
class ListWriter {
 public:
  explicit ListWriter(std::string& out) : out_(out) {}

  template <typename Element>
  void list(const std::vector<Element>& elements) {
    char separator = '[';
    for (const Element& element : elements) {
      out_ += separator;
      separator = ',';
      if constexpr (std::is_same_v<Element, std::string>) {
        value(element);
      } else {
        fields(element);
      }
    }
    out_ += ']';
  }

 private:
  void fields(const auto& element) {
    char separator = '[';
    std::size_t absent = 0;
    each_field(element, [&](std::string_view, const auto& field) {
      if (is_absent(field)) {
        ++absent;
        return;
      }
      for (; absent > 0; --absent, separator = ',') (out_ += separator) += "null";
      out_ += separator;
      separator = ',';
      value(field);
    });
    if (separator == '[') out_ += '[';
    out_ += ']';
  }

  static bool is_absent(const auto&) { return false; }
  static bool is_absent(bool field) { return !field; }
  template <typename Fact>
  static bool is_absent(const std::optional<Fact>& field) {
    return !field;
  }
  template <typename Element>
  static bool is_absent(const std::vector<Element>& field) {
    return field.empty();
  }

  void value(std::int64_t number);
  void value(bool) { out_ += "true"; }
  void value(Instant at) { value(seconds(at)); }
  void value(Days days) { value(std::int64_t{days.count()}); }
  void value(const Money& money);
  void value(std::string_view text);
  void value(const std::string& text) { value(std::string_view(text)); }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void value(Enum word) { value(to_string(word)); }
  template <typename Fact>
  void value(const std::optional<Fact>& present) {
    value(*present);
  }
  template <typename Element>
  void value(const std::vector<Element>& elements) {
    list(elements);
  }

  std::string& out_;
};

/// Reads what `ListWriter` writes. Throws DbError (damaged) for anything else.
class ListReader {
 public:
  ListReader(std::string_view column, std::string_view json)
      : column_(column), json_(json), rest_(json) {}

  /// Reads the whole text into `elements`, reusing their memory.
  template <typename Element>
  void read(std::vector<Element>& elements) {
    list(elements);
    if (!rest_.empty()) fail();
  }

 private:
  template <typename Element>
  void list(std::vector<Element>& elements) {
    std::size_t count = 0;
    expect('[');
    do {
      if (count == elements.size()) elements.emplace_back();
      Element& element = elements[count++];
      if constexpr (std::is_same_v<Element, std::string>) {
        value(element);
      } else {
        fields(element);
      }
    } while (take(','));
    expect(']');
    elements.resize(count);
  }

  void fields(auto& element) {
    expect('[');
    bool has_more = !take(']');
    each_field(element, [&](std::string_view, auto& field) {
      if (!has_more) return clear(field);
      if (take(null)) {
        clear(field);
      } else {
        value(field);
      }
      has_more = take(',');
      if (!has_more) expect(']');
    });
    if (has_more) fail();
  }

  void clear(auto&) { fail(); }
  void clear(bool& field) { field = false; }
  template <typename Fact>
  void clear(std::optional<Fact>& field) {
    field.reset();
  }
  template <typename Element>
  void clear(std::vector<Element>& field) {
    field.clear();
  }

  void value(std::int64_t& number);
  void value(bool& field) {
    field = take("true");
    if (!field) fail();
  }
  void value(Instant& at);
  void value(Days& days);
  void value(Money& money);
  void value(std::string& text);
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void value(Enum& field) {
    value(word_);
    const std::optional<Enum> known = from_string<Enum>(word_);
    if (!known) fail();
    field = *known;
  }
  template <typename Fact>
  void value(std::optional<Fact>& field) {
    value(field ? *field : field.emplace());
  }
  template <typename Element>
  void value(std::vector<Element>& elements) {
    list(elements);
  }

  /// Reads what follows a backslash.
  char escaped();

  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  bool take(char letter) {
    if (rest_.empty() || rest_.front() != letter) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char letter) {
    if (!take(letter)) fail();
  }
  [[noreturn]] void fail() const;

  static constexpr std::string_view null = "null";

  std::string_view column_;
  std::string_view json_;
  std::string_view rest_;
  std::string word_;
};

/// Appends a text as it is in the JSON of a list, without quotes.
void append_escaped(std::string& out, std::string_view text);

}  // namespace aliprotect::store
