#pragma once

#include <optional>
#include <string>

#include "commands/support/context.h"
#include "platform/atomic_file.h"
#include "render/output.h"

namespace aliprotect {

/// Refuses to write what `option` names in place of a store or of a file beside one. Throws
/// UserError.
void refuse_store(Context& context, const std::string& option, const std::string& path);

/// A file that appears under its name whole, or not at all: it is written beside it, synced and
/// renamed. Throws UserError where that fails; what was there before then still is.
class OutputFile {
 public:
  /// `option` is the one that names the file, which must not be of the store.
  OutputFile(Context& context, const std::string& option, const std::string& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Output& out() { return out_; }
  /// Puts the file in its place.
  void finish();

 private:
  void append(std::string_view text);
  [[noreturn]] void fail(int error) const;

  std::string path_;
  std::optional<AtomicFile> draft_;
  int descriptor_ = -1;  ///< of what is no file
  Output out_;
};

}  // namespace aliprotect
