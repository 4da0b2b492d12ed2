#pragma once

#include <chrono>
#include <string>

#include "store/database.h"

namespace aliprotect::store {

/// A lock of the process that sends reminders: an flock on the file STORE-remind, which the system
/// releases when the process ends. The file is not removed. The store itself is not locked.
class ReminderLock final : public Lock {
 public:
  /// Waits for other processes. Throws StoreError if that takes longer than `lock_wait`.
  ReminderLock(const std::string& store, std::chrono::milliseconds lock_wait);
  ~ReminderLock() override;

 private:
  int file_;
};

}  // namespace aliprotect::store
