#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace aliprotect::store {

/// Problems of one kind: their number and the first few texts.
class Issues {
 public:
  /// The number of texts kept; a check may stop after `limit` problems.
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
