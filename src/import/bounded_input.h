#pragma once

#include <array>
#include <streambuf>

namespace aliprotect {

/// Hands on what another buffer holds, until it is more than a reader should have to keep.
class BoundedInput : public std::streambuf {
 public:
  /// Thrown where that is so.
  struct Passed {};

  BoundedInput(std::streambuf& from, std::size_t most_bytes) : from_(from), most_(most_bytes) {}

  /// What was read so far is kept no more.
  void begin_anew() { read_ = 0; }

 protected:
  int_type underflow() override {
    const auto size = from_.sgetn(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (size <= 0) return traits_type::eof();
    read_ += static_cast<std::size_t>(size);
    if (read_ > most_) throw Passed();
    setg(block_.data(), block_.data(), block_.data() + size);
    return traits_type::to_int_type(*gptr());
  }

 private:
  std::streambuf& from_;
  std::size_t most_;
  std::size_t read_ = 0;
  std::array<char, 65'536> block_;
};

}  // namespace aliprotect
