#include "cli/line_stream.h"

namespace aliprotect::cli {

LineStream::~LineStream() { LineStream::sync(); }

std::streambuf::int_type LineStream::overflow(Buffer::int_type c) {
  using Traits = Buffer::traits_type;
  if (Traits::eq_int_type(c, Traits::eof())) return Traits::not_eof(c);
  if (Traits::to_char_type(c) != '\n') {
    line_ += Traits::to_char_type(c);
    return c;
  }
  to_ << shape_(line_) << std::endl;
  line_.clear();
  return c;
}

int LineStream::sync() {
  to_ << shape_(line_) << std::flush;
  line_.clear();
  return to_ ? 0 : -1;
}

}  // namespace aliprotect::cli
