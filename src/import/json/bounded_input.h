#pragma once

#include <algorithm>
#include <array>
#include <streambuf>

#include "import/merge/row.h"

namespace aliprotect {

/// Passes on a file to the JSON parser. Throws RowError if one part is too long to keep in memory,
/// and at a NUL, which the parser would treat as the end of the file.
class BoundedInput : public std::streambuf {
 public:
  BoundedInput(std::streambuf& from, std::size_t most_bytes) : from_(from), most_(most_bytes) {}

  /// Starts counting the next part.
  void begin_anew() { read_ = 0; }

 protected:
  int_type underflow() override {
    if (is_at_nul_) throw RowError(nul_in_row);
    const auto size = from_.sgetn(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (size <= 0) return traits_type::eof();
    char* const end = std::find(block_.data(), block_.data() + size, '\0');
    is_at_nul_ = end != block_.data() + size;
    if (end == block_.data()) throw RowError(nul_in_row);
    read_ += static_cast<std::size_t>(size);
    if (read_ > most_) throw RowError(too_long_row);
    setg(block_.data(), block_.data(), end);
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::streambuf& from_;
  std::size_t most_;
  std::size_t read_ = 0;
  bool is_at_nul_ = false;
  std::array<char, 65'536> block_;
};

}  // namespace aliprotect
