#pragma once

#include <optional>
#include <string>

#include "commands/support/context.h"
#include "platform/atomic_file.h"
#include "render/output.h"

namespace aliprotect {

/// Throws UserError if `path`, named by `option`, is a store or belongs to one.
void refuse_store(Context& context, const std::string& option, const std::string& path);

/// A file that is written completely or not at all: it is written under another name, synced and
/// renamed. If that fails, it throws UserError, and an existing file is unchanged.
class OutputFile {
 public:
  /// `option` is the option that names the file.
  OutputFile(Context& context, const std::string& option, const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Output& out() { return out_; }
  /// Renames the file to its final name.
  void finish();

 private:
  void append(std::string_view text);
  [[noreturn]] void fail(int error) const;

  std::string path_;
  std::optional<AtomicFile> draft_;
  int descriptor_ = -1;  ///< used for pipes and devices only
  Output out_;
};

}  // namespace aliprotect
