#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "cli/environment.h"

namespace aliprotect::cli {

/// A progress line on standard error. It appears after a second, is updated a few times a second,
/// and is removed at the end.
class Progress {
 public:
  explicit Progress(const Environment& environment, bool wanted)
      : environment_(environment), is_wanted_(wanted) {}

  /// An empty text removes the line.
  void show(const std::string& how_far);

 private:
  const Environment& environment_;
  bool is_wanted_;
  bool is_shown_ = false;
  std::optional<std::chrono::milliseconds> next_;  ///< none before the first call
};

}  // namespace aliprotect::cli
