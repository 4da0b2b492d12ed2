#pragma once

#include <chrono>
#include <string>

namespace aliprotect::store {

/// Held by the one process that tells alarms. The system's lock on a file beside the store, which
/// ends with its holder however that ends; the file stays. The store itself is not locked.
class ReminderLock {
 public:
  /// Waits for the others. Throws StoreError where that takes longer than `lock_wait`.
  ReminderLock(const std::string& store, std::chrono::milliseconds lock_wait);
  ReminderLock(const ReminderLock&) = delete;
  ReminderLock& operator=(const ReminderLock&) = delete;
  ~ReminderLock();

 private:
  int file_;
};

}  // namespace aliprotect::store
