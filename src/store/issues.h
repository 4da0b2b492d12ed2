#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace aliprotect::store {

/// What is wrong in one matter: the first of it, and how much there is.
class Issues {
 public:
  /// As many are told; one that looks for more may stop at `enough`.
  static constexpr std::size_t told = 5;
  static constexpr std::size_t enough = 1000;

  void add(std::string text) {
    if (++count_ <= told) first_.push_back(std::move(text));
  }
  bool none() const { return count_ == 0; }
  bool are_enough() const { return count_ >= enough; }
  const std::vector<std::string>& first() const { return first_; }
  std::size_t more() const { return count_ - first_.size(); }

 private:
  std::vector<std::string> first_;
  std::size_t count_ = 0;
};

}  // namespace aliprotect::store
