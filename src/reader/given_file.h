#pragma once

#include <optional>
#include <string>

namespace aliprotect {

/// A file to read.
struct GivenFile {
  int descriptor = -1;
  std::string name;  ///< for messages only
  std::string form;  ///< `mail`, `page` …, or `auto`
};

/// Waits for the next file on a Unix socket: a packet of format, NUL and name, together with the
/// open descriptor. Returns nullopt at the end.
std::optional<GivenFile> next_given_file(int socket);

/// Reads a whole file. Throws Refusal if it is larger than `most_bytes`.
std::string whole_content(int descriptor, std::size_t most_bytes);

/// The first bytes of a file; its position does not change.
std::string beginning_of(int descriptor, std::size_t size);

/// A descriptor with the same content that can be read from any position: a pipe is copied into
/// memory.
int seekable(int descriptor);

}  // namespace aliprotect
