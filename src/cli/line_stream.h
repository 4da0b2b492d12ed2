#pragma once

#include <ostream>
#include <streambuf>
#include <string>

#include "render/output.h"

namespace aliprotect::cli {

/// Forwards lines to another stream, each in the given shape.
class LineStream : private std::streambuf, public std::ostream {
 public:
  LineStream(std::ostream& to, Output::Shape shape)
      : std::ostream(static_cast<std::streambuf*>(this)), to_(to), shape_(std::move(shape)) {}
  ~LineStream() override;

 private:
  using Buffer = std::streambuf;

  Buffer::int_type overflow(Buffer::int_type c) override;
  int sync() override;

  std::ostream& to_;
  Output::Shape shape_;
  std::string line_;
};

}  // namespace aliprotect::cli
