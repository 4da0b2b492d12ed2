#include "core/side_by_side.h"

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <string>

#include "support/catch.h"

namespace aliprotect {
namespace {

/// Gives 0, 1, 2 … `count` times, each as heavy as `weight`.
std::function<void(Conveyor<int>&)> counting(int count, std::size_t weight = 1) {
  return [=](Conveyor<int>& between) {
    for (int i = 0; i < count; ++i) between.give(int{i}, weight);
  };
}

std::vector<int> passed_on(const std::function<void(Conveyor<int>&)>& make) {
  std::vector<int> things;
  side_by_side<int>(make, [&](int&& thing) { things.push_back(thing); });
  return things;
}

std::vector<int> first(int count) {
  std::vector<int> things(static_cast<std::size_t>(count));
  std::iota(things.begin(), things.end(), 0);
  return things;
}

TEST_CASE("everything is handed over, in its order") {
  for (const int count : {0, 1, 255, 256, 257, 100'000}) {
    INFO(count);
    CHECK(passed_on(counting(count)) == first(count));
    CHECK(passed_on(counting(count, 10'000'000)) == first(count));
  }
}

TEST_CASE("what the maker throws comes out after what it gave") {
  std::vector<int> things;
  const auto make = [](Conveyor<int>& between) {
    counting(300)(between);
    throw std::runtime_error("no more");
  };
  CHECK_THROWS_WITH(side_by_side<int>(make, [&](int&& thing) { things.push_back(thing); }),
                    "no more");
  CHECK(things == first(300));
}

TEST_CASE("what the user throws stops the maker, which else would never end") {
  std::atomic<bool> ended = false;
  const auto make = [&](Conveyor<int>& between) {
    struct AtEnd {
      std::atomic<bool>& flag;
      ~AtEnd() { flag = true; }
    } at_end{ended};
    for (int i = 0;; ++i) between.give(int{i}, 1);
  };
  const auto use = [](int&& thing) {
    if (thing == 1'000) throw std::runtime_error("enough");
  };
  CHECK_THROWS_WITH(side_by_side<int>(make, use), "enough");
  CHECK(ended);
}

TEST_CASE("a maker does not run far ahead of its user") {
  std::atomic<int> given = 0;
  int used = 0;
  int furthest = 0;
  const auto make = [&](Conveyor<int>& between) {
    for (int i = 0; i < 50'000; ++i) {
      between.give(int{i}, 1);
      ++given;
    }
  };
  side_by_side<int>(make, [&](int&&) { furthest = std::max(furthest, given - used++); });
  CHECK(used == 50'000);
  CHECK(furthest <= 256 * 11);
}

TEST_CASE("when both throw, the user's error is the one told") {
  const auto make = [](Conveyor<int>& between) {
    between.give(1, 1);
    throw std::runtime_error("the maker's");
  };
  CHECK_THROWS_WITH(side_by_side<int>(make, [](int&&) { throw std::runtime_error("the user's"); }),
                    "the user's");
}

}  // namespace
}  // namespace aliprotect
