#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace aliprotect::cli {

/// Forwards lines to another stream, converted to ASCII.
class AsciiStream : private std::streambuf, public std::ostream {
 public:
  explicit AsciiStream(std::ostream& to)
      : std::ostream(static_cast<std::streambuf*>(this)), to_(to) {}
  ~AsciiStream() override;

 private:
  using Buffer = std::streambuf;

  Buffer::int_type overflow(Buffer::int_type c) override;
  int sync() override;

  std::ostream& to_;
  std::string line_;
};

}  // namespace aliprotect::cli
