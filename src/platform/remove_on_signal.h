#pragma once

#include <string>

namespace aliprotect {

/// While it lives, a signal that ends the program (SIGINT, SIGTERM, SIGHUP) removes a file first,
/// and what SQLite keeps beside that. One file at a time: of a second one nothing is known. A
/// signal that is ignored stays so.
class RemoveOnSignal {
 public:
  explicit RemoveOnSignal(const std::string& path);
  ~RemoveOnSignal();
  RemoveOnSignal(const RemoveOnSignal&) = delete;
  RemoveOnSignal& operator=(const RemoveOnSignal&) = delete;

 private:
  bool holds_ = false;
};

}  // namespace aliprotect
