#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// What every target of tests/fuzz is: one function that takes any bytes.
namespace aliprotect::fuzz {

/// Does with `input` what the program would, and holds the answer against what is promised of it.
/// Whatever escapes it ends the process.
void try_input(std::string_view input);

/// A promise; a broken one is told and ends the process, so that the input is kept.
void expect(bool kept, std::string_view promise);

/// A refusal that a person can read: words, on one line.
void expect_sentence(std::string_view words);

/// Takes an input apart: every choice and text of it comes from its bytes, and it ends with them.
class Bytes {
 public:
  explicit Bytes(std::string_view input) : rest_(input) {}

  bool empty() const { return rest_.empty(); }
  /// Below `count`; 0 once the bytes are used up.
  std::size_t below(std::size_t count);
  bool coin() { return below(2) == 1; }
  std::int64_t number(std::int64_t first, std::int64_t last);
  /// At most `most` bytes, whatever they are.
  std::string text(std::size_t most);

 private:
  std::string_view rest_;
};

}  // namespace aliprotect::fuzz
