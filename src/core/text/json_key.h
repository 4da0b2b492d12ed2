#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace aliprotect {

/// A key of a JSON object, formatted at compile time: an order has about sixty of them.
class JsonKey {
 public:
  /// `name` must not need escaping.
  consteval explicit JsonKey(std::string_view name) : size_(name.size() + 4) {
    std::size_t at = 0;
    for (const char c : {',', '"'}) text_[at++] = c;
    for (const char c : name) text_[at++] = c;
    for (const char c : {'"', ':'}) text_[at++] = c;
  }

  /// `"id":`
  constexpr std::string_view text() const { return {text_.data() + 1, size_ - 1}; }
  /// `,"id":`
  constexpr std::string_view text_after_comma() const { return {text_.data(), size_}; }
  /// `id`
  constexpr std::string_view name() const { return {text_.data() + 2, size_ - 4}; }

 private:
  std::array<char, 24> text_{};  ///< longer names do not compile
  std::size_t size_;
};

consteval JsonKey operator""_key(const char* name, std::size_t size) {
  return JsonKey({name, size});
}

}  // namespace aliprotect
