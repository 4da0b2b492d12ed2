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

/// Passes batches in order from the calling thread, which fills them, to a worker thread, which
/// consumes them. A fixed number of batches is reused, which limits memory. The worker starts with
/// the second batch; if there is only one, the calling thread consumes it.
template <typename Batch>
class BatchQueue {
 public:
  /// `consume` may change the batch and returns whether it wants another one. With a single
  /// processor there is no worker.
  explicit BatchQueue(std::function<bool(Batch&)> consume,
                      bool has_thread = std::thread::hardware_concurrency() > 1)
      : consume_(std::move(consume)), has_thread_(has_thread) {}
  BatchQueue(const BatchQueue&) = delete;
  BatchQueue& operator=(const BatchQueue&) = delete;
  /// Discards batches that have not been consumed.
  ~BatchQueue() {
    if (!worker_.joinable()) return;
    stop(true);
    worker_.join();
  }

  /// The batch to fill. It still has its contents from the last round.
  Batch& batch() { return batches_[filled_ % batches_.size()]; }

  /// Submits the filled batch. Returns false if no more are wanted, also after an error.
  bool submit() {
    if (!worker_.joinable() && !start()) return consume_here();
    std::unique_lock lock(mutex_);
    ++filled_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return has_stopped_ || filled_ - consumed_ < batches_.size(); });
    return !has_stopped_;
  }

  /// Submits the last batch and waits until all are consumed. Rethrows an exception of `consume`.
  void finish() {
    if (!worker_.joinable()) {
      consume_here();
    } else {
      submit();
      stop(false);
      worker_.join();
    }
    if (error_) std::rethrow_exception(error_);
  }

 private:
  bool consume_here() {
    if (!has_stopped_) catch_errors([&] { has_stopped_ = !consume_(batch()); });
    has_stopped_ = has_stopped_ || error_;
    return !has_stopped_;
  }

  void catch_errors(auto&& consume) {
    try {
      consume();
    } catch (...) {
      error_ = std::current_exception();
    }
  }

  /// Returns false if no thread can be started.
  bool start() {
    if (!has_thread_) return false;
    try {
      worker_ = std::thread([this] { consume_all(); });
      return true;
    } catch (const std::system_error&) {
      return false;
    }
  }

  void stop(bool discard) {
    const std::lock_guard lock(mutex_);
    is_complete_ = true;
    has_stopped_ = has_stopped_ || discard;
    changed_.notify_all();
  }

  void consume_all() {
    catch_errors([&] {
      while (Batch* const next = next_filled()) {
        if (!consume_(*next)) break;
        const std::lock_guard lock(mutex_);
        ++consumed_;
        changed_.notify_all();
      }
    });
    stop(true);
  }

  /// Waits for the next filled batch; returns null after the last one.
  Batch* next_filled() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return has_stopped_ || is_complete_ || consumed_ < filled_; });
    return has_stopped_ || consumed_ == filled_ ? nullptr : &batches_[consumed_ % batches_.size()];
  }

  std::function<bool(Batch&)> consume_;
  const bool has_thread_;
  std::array<Batch, 4> batches_;
  std::thread worker_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t filled_ = 0;    ///< batches submitted
  std::size_t consumed_ = 0;  ///< batches consumed
  bool is_complete_ = false;  ///< no more batches will be submitted
  bool has_stopped_ = false;  ///< no more batches are consumed
  std::exception_ptr error_;  ///< the exception of `consume`
};

}  // namespace aliprotect
