#pragma once

#include <stdexcept>
#include <string>

namespace aliprotect {

/// The exit codes of the program; see aliprotect(1).
enum class ExitCode : int {
  done = 0,
  not_done = 1,  ///< unknown order, already recorded, refused by a rule
  usage = 2,     ///< the command line is invalid
  due = 3,       ///< `--exit-code` was given and something is due or late
  rejected = 4,  ///< imported, but rows were rejected
  store = 5,     ///< the store cannot be used
  bug = 70,
};

/// An error that the user can fix: one sentence with what happened, why, and what to do.
class UserError : public std::runtime_error {
 public:
  explicit UserError(const std::string& sentence, ExitCode code = ExitCode::not_done)
      : std::runtime_error(sentence), code_(code) {}
  ExitCode code() const { return code_; }

 private:
  ExitCode code_;
};

/// An invalid value or option.
inline UserError usage_error(const std::string& sentence) {
  return UserError(sentence, ExitCode::usage);
}

/// The store cannot be used: it is locked, full, read-only, damaged, not a store, or too new.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace aliprotect
