#pragma once

#include <ostream>
#include <streambuf>
#include <string>

namespace aliprotect::cli {

/// Hands on to another stream what is written to it, line by line and in ASCII.
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
