#pragma once

#include <string>

namespace aliprotect {

/// While it lives, a signal that ends the program (SIGINT, SIGTERM, SIGHUP) removes a file first,
/// and what SQLite keeps beside that. One file at a time: of a second one nothing is known. A
/// signal that is ignored stays so.
class GoneBySignal {
 public:
  explicit GoneBySignal(const std::string& path);
  ~GoneBySignal();
  GoneBySignal(const GoneBySignal&) = delete;
  GoneBySignal& operator=(const GoneBySignal&) = delete;

 private:
  bool holds_ = false;
};

}  // namespace aliprotect
