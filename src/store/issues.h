#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace aliprotect::store {

/// What is wrong in one matter: the first of it, and how much there is.
class Issues {
 public:
  /// As many are max_shown; one that looks for more may stop at `limit`.
  static constexpr std::size_t max_shown = 5;
  static constexpr std::size_t limit = 1000;

  void add(std::string text) {
    if (++count_ <= max_shown) shown_.push_back(std::move(text));
  }
  bool empty() const { return count_ == 0; }
  bool reached_limit() const { return count_ >= limit; }
  const std::vector<std::string>& shown() const { return shown_; }
  std::size_t omitted() const { return count_ - shown_.size(); }

 private:
  std::vector<std::string> shown_;
  std::size_t count_ = 0;
};

}  // namespace aliprotect::store
