#pragma once

#include <chrono>
#include <string>

namespace aliprotect::store {

/// Held by the one process that tells alarms. The system's lock on a file beside the store, which
/// ends with its holder however that ends; the file stays. The store itself is not locked.
class TellingLock {
 public:
  /// Waits for the others. Throws StoreError where that takes longer than `patience`.
  TellingLock(const std::string& store, std::chrono::milliseconds patience);
  TellingLock(const TellingLock&) = delete;
  TellingLock& operator=(const TellingLock&) = delete;
  ~TellingLock();

 private:
  int file_;
};

}  // namespace aliprotect::store
