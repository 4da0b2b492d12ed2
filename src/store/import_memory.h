#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/import_memory.h"
#include "store/database.h"

namespace aliprotect::store {

/// What imports remember. A mail that stated a fact is kept with its facts. Of all other files only
/// 64 bits of a hash of the name are kept, because a mailbox may have 100,000 mails.
class ImportMemory {
 public:
  explicit ImportMemory(Database& db);

  /// What mails about this order have stated; with an empty number, mails that name only parcels.
  std::vector<RememberedMail> mails_about(const std::string& number);
  /// Returns the files of a source that were read, by `name`.
  std::vector<ReadFile> files_of(const std::string& source);

  /// `entry` is the change that records the facts; none if there were none.
  void write(const RememberedMail& mail, std::optional<std::int64_t> entry);
  void write(const std::string& source, const ReadFile& file, std::optional<std::int64_t> entry);
  void write_origin(const std::string& file, std::int64_t entry);

  /// Returns where the facts of an entry come from: JSON objects.
  std::vector<std::string> origins_of(std::int64_t entry);
  /// Forgets what was read for a change, so that it is read again.
  void forget(std::int64_t entry);

 private:
  Database& db_;
  Statement mails_;
  Statement files_;
  Statement write_mail_;
  Statement write_file_;
  Statement write_origin_;
  Statement origin_files_;
  Statement origin_mails_;
};

}  // namespace aliprotect::store
