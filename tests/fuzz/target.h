#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Every target of tests/fuzz is one function that accepts any bytes.
namespace aliprotect::fuzz {

/// Processes `input` like the program and checks the result. An escaping exception ends the
/// process.
void try_input(std::string_view input);

/// Prints the condition and ends the process unless it holds, so that libFuzzer saves the input.
void expect(bool holds, std::string_view condition);

/// Checks that an error message is one line of text.
void expect_sentence(std::string_view words);

/// Makes choices and texts from the bytes of an input, until they are used up.
class Bytes {
 public:
  explicit Bytes(std::string_view input) : rest_(input) {}

  bool empty() const { return rest_.empty(); }
  /// Returns a number below `count`; 0 once the bytes are used up.
  std::size_t below(std::size_t count);
  bool coin() { return below(2) == 1; }
  std::int64_t number(std::int64_t first, std::int64_t last);
  /// Returns at most `most` bytes.
  std::string text(std::size_t most);

 private:
  std::string_view rest_;
};

}  // namespace aliprotect::fuzz
