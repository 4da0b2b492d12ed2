#include "cli/ascii_stream.h"

#include "render/ascii.h"

namespace aliprotect::cli {

AsciiStream::~AsciiStream() { AsciiStream::sync(); }

std::streambuf::int_type AsciiStream::overflow(Buffer::int_type c) {
  using Traits = Buffer::traits_type;
  if (Traits::eq_int_type(c, Traits::eof())) return Traits::not_eof(c);
  line_ += Traits::to_char_type(c);
  if (line_.back() == '\n') sync();
  return c;
}

int AsciiStream::sync() {
  to_ << in_ascii(line_) << std::flush;
  line_.clear();
  return to_ ? 0 : -1;
}

}  // namespace aliprotect::cli
