// The maximum size of an order.
#include "rules/refusals.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

constexpr std::size_t mib = std::size_t{1024} * 1024;

std::string sentence(const Order& order) {
  const auto refusal = check_validity(order);
  if (!refusal) return "";
  CHECK_FALSE(refusal->forceable);
  return refusal->sentence;
}

Order titled(std::string title) {
  Order order;
  order.title = std::move(title);
  return order;
}

}  // namespace

TEST_CASE("an order can have up to 15 MiB in a file") {
  const std::string too_large =
      "it needs more than 15 MiB in a file; shorten its texts or remove some notes";
  CHECK(sentence({}).empty());
  CHECK(sentence(titled(std::string(14 * mib, 'x'))).empty());
  CHECK(sentence(titled(std::string(15 * mib, 'x'))) == too_large);
  Order noted;
  noted.notes.assign(2, {Instant{}, std::string(7 * mib, 'x')});
  CHECK(sentence(noted).empty());
  noted.notes.resize(3, noted.notes.front());
  CHECK(sentence(noted) == too_large);
}

TEST_CASE("escaped characters count with their size in the file") {
  for (const char c : {'\x1b', '\x7f'}) {
    CHECK(sentence(titled(std::string(2 * mib, c))).empty());
    CHECK_FALSE(sentence(titled(std::string(3 * mib, c))).empty());
  }
  for (const char c : {'"', '\\'}) {
    CHECK(sentence(titled(std::string(4 * mib, c))).empty());
    CHECK_FALSE(sentence(titled(std::string(6 * mib, c))).empty());
  }
}

TEST_CASE("the texts of an order can have 10,000 lines together, not counting notes") {
  Order order = titled(std::string(5'000, '\n'));
  order.client = std::string(4'999, '\n');
  CHECK(sentence(order).empty());
  order.seller = "a\nb";
  CHECK(sentence(order) ==
        "its texts, not counting notes, have more than 10,000 lines; shorten them");
  order.seller.reset();
  order.notes.push_back({Instant{}, std::string(20'000, '\n')});
  CHECK(sentence(order).empty());
}
