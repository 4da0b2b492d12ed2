#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace aliprotect {

/// Things on their way from the thread that makes them to the one that uses them: in order, in
/// batches, and only so many at a time, so that neither runs far ahead of the other.
template <typename Thing>
class Conveyor {
 public:
  /// Thrown to the maker where nobody wants more.
  struct Stopped {};

  /// The maker's side. `weight` is about what the thing holds, in bytes.
  void give(Thing&& thing, std::size_t weight) {
    filling_.push_back(std::move(thing));
    weight_ += weight;
    if (filling_.size() >= most_things || weight_ >= most_weight) pass_on();
  }
  void end() {
    pass_on();
    const std::lock_guard lock(mutex_);
    has_ended_ = true;
    changed_.notify_all();
  }

  /// The user's side: the next batch; empty after the last.
  std::vector<Thing> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !batches_.empty() || has_ended_; });
    if (batches_.empty()) return {};
    std::vector<Thing> batch = std::move(batches_.front());
    batches_.pop_front();
    changed_.notify_all();
    return batch;
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    changed_.notify_all();
  }

 private:
  static constexpr std::size_t most_things = 256;
  static constexpr std::size_t most_weight = std::size_t{256} * 1024;
  static constexpr std::size_t most_batches = 8;

  void pass_on() {
    if (filling_.empty()) return;
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return batches_.size() < most_batches || is_stopped_; });
    if (is_stopped_) throw Stopped{};
    batches_.push_back(std::exchange(filling_, {}));
    weight_ = 0;
    changed_.notify_all();
  }

  std::vector<Thing> filling_;  ///< the maker's alone
  std::size_t weight_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::vector<Thing>> batches_;
  bool has_ended_ = false;
  bool is_stopped_ = false;
};

/// Lets `make` give things in a thread of its own while `use` takes them, in their order, in the
/// caller's. What `use` throws stops `make`; what `make` throws comes out here after all that it
/// gave before.
template <typename Thing>
void side_by_side(const std::function<void(Conveyor<Thing>&)>& make,
                  const std::function<void(Thing&&)>& use) {
  Conveyor<Thing> between;
  std::exception_ptr trouble;
  std::thread maker([&] {
    try {
      make(between);
      between.end();
    } catch (const typename Conveyor<Thing>::Stopped&) {
    } catch (...) {
      trouble = std::current_exception();
      try {
        between.end();
      } catch (const typename Conveyor<Thing>::Stopped&) {
      }
    }
  });
  try {
    for (auto batch = between.take(); !batch.empty(); batch = between.take()) {
      for (Thing& thing : batch) use(std::move(thing));
    }
  } catch (...) {
    between.stop();
    maker.join();
    throw;
  }
  maker.join();
  if (trouble) std::rethrow_exception(trouble);
}

}  // namespace aliprotect
