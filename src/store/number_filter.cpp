#include "store/number_filter.h"

#include <algorithm>
#include <functional>

namespace aliprotect::store {
namespace {

/// With ten million numbers, the filter is not certain of one new number in 25.
constexpr std::uint64_t bit_count = std::uint64_t{1} << 26U;
constexpr std::uint64_t hashes = 5;

/// Asking for one number takes as long as reading about a hundred.
constexpr std::int64_t fewest_questions = 100;
constexpr std::int64_t numbers_per_question = 100;

/// Calls `visit` with each bit of a number until it returns false.
bool all_bits(std::string_view digits, const auto& visit) {
  const std::uint64_t first = std::hash<std::string_view>()(digits);
  const std::uint64_t step = first >> 32U | 1U;
  for (std::uint64_t hash = 0; hash < hashes; ++hash) {
    if (!visit((first + hash * step) % bit_count)) return false;
  }
  return true;
}

}  // namespace

bool NumberFilter::is_new(const OrderNumber& number, std::int64_t highest_id) {
  if (bits_.empty()) {
    if (++questions_ < std::max(fewest_questions, highest_id / numbers_per_question)) return false;
    read_numbers();
  }
  return !all_bits(number.text(),
                   [this](std::uint64_t bit) { return (bits_[bit / 64] >> bit % 64 & 1U) != 0; });
}

void NumberFilter::add(const OrderNumber& number) {
  if (!bits_.empty()) insert(number.text());
}

void NumberFilter::read_numbers() {
  bits_.assign(bit_count / 64, 0);
  Statement numbers(db_, "SELECT number FROM orders", Rows::many);
  while (numbers.step()) insert(numbers.text(0));
}

void NumberFilter::insert(std::string_view digits) {
  all_bits(digits, [this](std::uint64_t bit) {
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
    return true;
  });
}

}  // namespace aliprotect::store
