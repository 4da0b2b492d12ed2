// The words of JSON and the command line.
#include <vector>

#include "aliprotect/order.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

template <typename Enum>
void check_words(const std::vector<std::pair<Enum, std::string>>& words) {
  for (const auto& [value, word] : words) {
    INFO(word);
    CHECK(to_string(value) == word);
    CHECK(from_string<Enum>(word) == value);
  }
  for (const char* word :
       {"", " ", "None", "good ", "not received", "not__received", "-", "full_"}) {
    INFO(word);
    CHECK_FALSE(from_string<Enum>(word).has_value());
  }
}

}  // namespace

TEST_CASE("each value of an order has its word") {
  check_words<Inspection>({{Inspection::good, "good"}, {Inspection::bad, "bad"}});
  check_words<Channel>({{Channel::button, "button"}, {Channel::message, "message"}});
  check_words<ExtensionStatus>({{ExtensionStatus::pending, "pending"},
                                {ExtensionStatus::granted, "granted"},
                                {ExtensionStatus::declined, "declined"}});
  check_words<Reason>(
      {{Reason::not_received, "not_received"}, {Reason::not_as_described, "not_as_described"}});
  check_words<Want>(
      {{Want::full, "full"}, {Want::return_goods, "return"}, {Want::partial, "partial"}});
  check_words<SellerAnswer>({{SellerAnswer::none, "none"},
                             {SellerAnswer::refused, "refused"},
                             {SellerAnswer::offered, "offered"},
                             {SellerAnswer::accepted, "accepted"}});
  check_words<Outcome>({{Outcome::refunded, "refunded"},
                        {Outcome::partial, "partial"},
                        {Outcome::rejected, "rejected"}});
}

TEST_CASE("words may have hyphens, as on the command line") {
  CHECK(from_string<Reason>("not-received") == Reason::not_received);
  CHECK(from_string<Reason>("not-as-described") == Reason::not_as_described);
  CHECK_FALSE(from_string<Reason>("not").has_value());
}
