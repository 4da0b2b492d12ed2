#pragma once

#include <string>

namespace aliprotect {

/// During its lifetime, a signal that ends the program (SIGINT, SIGTERM, SIGHUP) first removes a
/// file and its SQLite sidecar files. Only one file at a time is supported; further ones are
/// ignored. Ignored signals stay ignored.
class RemoveOnSignal {
 public:
  explicit RemoveOnSignal(const std::string& path);
  ~RemoveOnSignal();
  RemoveOnSignal(const RemoveOnSignal&) = delete;
  RemoveOnSignal& operator=(const RemoveOnSignal&) = delete;

 private:
  bool is_active_ = false;
};

}  // namespace aliprotect
