#pragma once

#include <array>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace aliprotect {

/// Hands batches on, in their order, from the thread that fills them to one of its own that uses
/// them. A few batches go round, so neither side runs away from the other and their memory is used
/// again. The thread begins with the second batch: what fits into one is used where it was filled.
template <typename Batch>
class BatchQueue {
 public:
  /// `use` may change the batch, and says whether it wants another. Where there is one processor,
  /// all is used where it was filled.
  explicit BatchQueue(std::function<bool(Batch&)> use,
                      bool has_thread = std::thread::hardware_concurrency() > 1)
      : use_(std::move(use)), has_thread_(has_thread) {}
  BatchQueue(const BatchQueue&) = delete;
  BatchQueue& operator=(const BatchQueue&) = delete;
  /// What was not used yet is dropped.
  ~BatchQueue() {
    if (!user_.joinable()) return;
    end(true);
    user_.join();
  }

  /// The one to fill, as it was left by its last use.
  Batch& batch() { return batches_[filled_ % batches_.size()]; }

  /// Hands the batch on. False where no more is wanted, be it that `use` failed.
  bool hand_on() {
    if (!user_.joinable() && !begin()) return use_here();
    std::unique_lock lock(mutex_);
    ++filled_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return has_stopped_ || filled_ - used_ < batches_.size(); });
    return !has_stopped_;
  }

  /// Hands on the last batch and waits until all are used. Throws what `use` threw.
  void finish() {
    if (!user_.joinable()) {
      use_here();
    } else {
      hand_on();
      end(false);
      user_.join();
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  bool use_here() {
    if (!has_stopped_) use_noting_errors([&] { has_stopped_ = !use_(batch()); });
    has_stopped_ = has_stopped_ || error_;
    return !has_stopped_;
  }

  void use_noting_errors(auto&& use) {
    try {
      use();
    } catch (...) {
      error_ = std::current_exception();
    }
  }

  /// False where there can be no thread.
  bool begin() {
    if (!has_thread_) return false;
    try {
      user_ = std::thread([this] { use_all(); });
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

  void end(bool at_once) {
    const std::lock_guard lock(mutex_);
    is_last_filled_ = true;
    has_stopped_ = has_stopped_ || at_once;
    changed_.notify_all();
  }

  void use_all() {
    use_noting_errors([&] {
      while (Batch* const next = next_filled()) {
        if (!use_(*next)) break;
        const std::lock_guard lock(mutex_);
        ++used_;
        changed_.notify_all();
      }
    });
    end(true);
  }

  /// Null after the last one.
  Batch* next_filled() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return has_stopped_ || is_last_filled_ || used_ < filled_; });
    return has_stopped_ || used_ == filled_ ? nullptr : &batches_[used_ % batches_.size()];
  }

  std::function<bool(Batch&)> use_;
  const bool has_thread_;
  std::array<Batch, 4> batches_;
  std::thread user_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t filled_ = 0;       ///< batches handed on
  std::size_t used_ = 0;         ///< of these
  bool is_last_filled_ = false;  ///< no more will be handed on
  bool has_stopped_ = false;     ///< no more is used
  std::exception_ptr error_;     ///< what `use` threw
};

}  // namespace aliprotect
