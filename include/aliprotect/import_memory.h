#pragma once

#include <cstdint>
#include <string>

namespace aliprotect {

/// What a mail states about an order. It is kept so that mails give the same record in any order,
/// and reading a mail again changes nothing.
struct RememberedMail {
  std::string number;     ///< of the order; empty if the mail names only parcels
  std::int64_t mail = 0;  ///< identifies the mail
  std::string facts;      ///< as text that only the import reads
  std::string origin;     ///< JSON: file, Message-ID and date

  friend bool operator==(const RememberedMail&, const RememberedMail&) = default;
};

/// A file of a source that `sync` has read.
struct ReadFile {
  std::int64_t name = 0;      ///< identifies the file within the source
  std::int64_t size = 0;      ///< 0 if the file never changes, such as a mail in a Maildir
  std::int64_t modified = 0;  ///< nanoseconds since 1970; likewise
  std::int64_t ending = 0;    ///< identifies the last bytes of an mbox, to read only what follows

  friend bool operator==(const ReadFile&, const ReadFile&) = default;
};

}  // namespace aliprotect
