#include "core/batch_queue.h"

#include <numeric>
#include <stdexcept>
#include <vector>

#include "support/catch.h"

namespace aliprotect {
namespace {

using Numbers = std::vector<int>;

/// Submits at most `count` numbers from 0 on, in batches of three. Returns how many were accepted.
int submit_numbers(BatchQueue<Numbers>& numbers, int count) {
  for (int number = 0; number < count; ++number) {
    if (numbers.batch().size() == 3 && !numbers.submit()) return number;
    numbers.batch().push_back(number);
  }
  return count;
}

/// Records the numbers and empties the batch.
struct Noting {
  std::vector<int> noted;

  bool operator()(Numbers& batch) {
    noted.insert(noted.end(), batch.begin(), batch.end());
    batch.clear();
    return true;
  }
};

std::vector<int> first_numbers(int count) {
  std::vector<int> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 0);
  return numbers;
}

constexpr int very_many = 100'000'000;

/// With a worker thread, and as on a machine with one processor.
constexpr bool ways[] = {true, false};

}  // namespace

TEST_CASE("all batches are consumed in order", "[batch_queue]") {
  for (const bool has_thread : ways) {
    for (const int count : {0, 1, 3, 4, 12, 13, 30'000}) {
      INFO(count);
      Noting noting;
      BatchQueue<Numbers> numbers(std::ref(noting), has_thread);
      CHECK(submit_numbers(numbers, count) == count);
      numbers.finish();
      CHECK(noting.noted == first_numbers(count));
    }
  }
}

TEST_CASE("a single batch is consumed by the calling thread", "[batch_queue]") {
  std::thread::id user;
  BatchQueue<Numbers> numbers([&](Numbers&) {
    user = std::this_thread::get_id();
    return true;
  });
  submit_numbers(numbers, 3);
  numbers.finish();
  CHECK(user == std::this_thread::get_id());
}

TEST_CASE("a consumer that wants no more batches stops the producer", "[batch_queue]") {
  for (const bool has_thread : ways) {
    int used = 0;
    const auto use = [&](Numbers& batch) {
      batch.clear();
      return ++used < 5;
    };
    BatchQueue<Numbers> numbers(use, has_thread);
    CHECK(submit_numbers(numbers, very_many) < very_many);
    numbers.finish();
    CHECK(used == 5);
  }
}

TEST_CASE("an exception of the consumer stops the producer and is rethrown by finish",
          "[batch_queue]") {
  for (const bool has_thread : ways) {
    for (const int good : {0, 1, 7}) {
      INFO(good);
      int used = 0;
      const auto use = [&](Numbers& batch) {
        batch.clear();
        if (used++ == good) throw std::runtime_error("the disk is full");
        return true;
      };
      BatchQueue<Numbers> numbers(use, has_thread);
      CHECK(submit_numbers(numbers, very_many) < very_many);
      CHECK_THROWS_WITH(numbers.finish(), "the disk is full");
      CHECK(used == good + 1);
    }
  }
}

TEST_CASE("an exception for the last batch is rethrown too", "[batch_queue]") {
  for (const int count : {2, 5}) {
    BatchQueue<Numbers> numbers([&](Numbers& batch) {
      if (batch.size() == 2) throw std::runtime_error("the disk is full");
      batch.clear();
      return true;
    });
    submit_numbers(numbers, count);
    CHECK_THROWS_WITH(numbers.finish(), "the disk is full");
  }
}

TEST_CASE("if the producer fails, the worker ends and nothing hangs", "[batch_queue]") {
  for (const int count : {0, 3, 4, 20, 3'000}) {
    Noting noting;
    const auto fill = [&] {
      BatchQueue<Numbers> numbers(std::ref(noting));
      submit_numbers(numbers, count);
      throw std::runtime_error("the store is damaged");
    };
    CHECK_THROWS_WITH(fill(), "the store is damaged");
    CHECK(noting.noted == first_numbers(static_cast<int>(noting.noted.size())));
  }
}

}  // namespace aliprotect
