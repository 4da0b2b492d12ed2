// The profit of each choice about one order, and its assumption.
#include "rules/outcomes.h"

#include <limits>

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

Money money(std::int64_t minor, const char* code) { return {minor, *Currency::from_code(code)}; }

/// `keep 90.00 USD, resend 80.00 USD, …`
std::string text(const std::vector<ChoiceProfit>& outcomes) {
  std::string all;
  for (const ChoiceProfit& of : outcomes) {
    all += (all.empty() ? "" : ", ") + std::string(to_string(of.choice)) + " " + to_text(of.profit);
  }
  return all;
}

struct Row {
  const char* name;
  Trade trade;
  const char* outcomes;
};

struct HurdleRow {
  const char* name;
  Order order;
  Instant now;
  RefundHurdle hurdle;
};

OrderBuilder in_transit() { return order().shipped(day(0)).days(30).protection_days(45); }

RefundHurdle hurdle_at(const Order& order, Instant now) {
  const Protection protection = assess(order, policy_2016(), now);
  return refund_hurdle(order, protection.clocks, protection.status);
}

}  // namespace

TEST_CASE("outcomes: the profit of each choice") {
  const Row rows[] = {
      {"100 and 10",
       {money(10000, "USD"), money(1000, "USD"), none},
       "keep 90.00 USD, resend 80.00 USD, refund -10.00 USD, refund_repaid 0.00 USD, "
       "resend_repaid 90.00 USD"},
      {"with a gift",
       {money(10000, "USD"), money(1000, "USD"), money(250, "USD")},
       "keep 90.00 USD, resend 80.00 USD, refund -10.00 USD, refund_repaid 0.00 USD, "
       "resend_repaid 90.00 USD, gift 87.50 USD"},
      {"a gift that costs nothing",
       {money(10000, "USD"), money(1000, "USD"), money(0, "USD")},
       "keep 90.00 USD, resend 80.00 USD, refund -10.00 USD, refund_repaid 0.00 USD, "
       "resend_repaid 90.00 USD, gift 90.00 USD"},
      {"sold below its cost",
       {money(500, "EUR"), money(1000, "EUR"), none},
       "keep -5.00 EUR, resend -15.00 EUR, refund -10.00 EUR, refund_repaid 0.00 EUR, "
       "resend_repaid -5.00 EUR"},
      {"JPY has no decimals",
       {money(1500, "JPY"), money(1, "JPY"), money(99, "JPY")},
       "keep 1499 JPY, resend 1498 JPY, refund -1 JPY, refund_repaid 0 JPY, resend_repaid 1499 "
       "JPY, gift 1400 JPY"},
      {"KWD has three",
       {money(1000, "KWD"), money(1, "KWD"), none},
       "keep 0.999 KWD, resend 0.998 KWD, refund -0.001 KWD, refund_repaid 0.000 KWD, "
       "resend_repaid 0.999 KWD"},
      {"nothing paid, nothing earned",
       {money(0, "USD"), money(0, "USD"), none},
       "keep 0.00 USD, resend 0.00 USD, refund 0.00 USD, refund_repaid 0.00 USD, "
       "resend_repaid 0.00 USD"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(text(outcomes_of(row.trade, RefundHurdle::none)) == row.outcomes);
  }
}

TEST_CASE("outcomes: amounts at the limits of the range") {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  const auto outcomes = [](std::int64_t sale_price, std::int64_t cost, std::int64_t gift_cost) {
    return outcomes_of({money(sale_price, "JPY"), money(cost, "JPY"), money(gift_cost, "JPY")},
                       RefundHurdle::none);
  };
  CHECK(outcomes(most, 0, most).back().profit.minor == 0);
  CHECK(outcomes(most, most, 0)[1].profit.minor == -most);
  CHECK(outcomes(most - 1, most, 0)[1].profit.minor == -most - 1);
  CHECK_THROWS_AS(outcomes(most - 2, most, 0), UserError);
  CHECK(outcomes(0, 1, most).back().profit.minor == -most - 1);
  CHECK_THROWS_AS(outcomes(0, 2, most), UserError);
}

TEST_CASE("outcomes: each choice states its assumption in one sentence") {
  const Trade trade{money(10000, "USD"), money(1000, "USD"), money(300, "USD")};
  for (const auto hurdle :
       {RefundHurdle::none, RefundHurdle::goods_arrived, RefundHurdle::order_closed}) {
    for (const ChoiceProfit& of : outcomes_of(trade, hurdle)) {
      INFO(to_string(of.choice) << ": " << of.assumes);
      const bool refunded =
          of.choice == Choice::refund_repaid || of.choice == Choice::resend_repaid;
      const auto says = [&](const char* words) {
        return of.assumes.find(words) != std::string::npos;
      };
      CHECK(of.assumes.find('.') == of.assumes.size() - 1);
      CHECK(says("AliExpress refunds") == (refunded || of.choice == Choice::refund));
      CHECK(says("only for goods that did not arrive or are not as described") ==
            (refunded && hurdle == RefundHurdle::goods_arrived));
      CHECK(says("it does not do so for a closed order") ==
            (refunded && hurdle == RefundHurdle::order_closed));
    }
  }
}

TEST_CASE("outcomes: facts that speak against a refund by AliExpress") {
  const auto disputed = in_transit().dispute(day(10));
  const HurdleRow rows[] = {
      {"not shipped", order(), day(1), RefundHurdle::none},
      {"in transit, one second before it closes", in_transit(), day(45) - 1s, RefundHurdle::none},
      {"closed automatically", in_transit(), day(45), RefundHurdle::order_closed},
      {"confirmed", in_transit().confirmed(day(12)), day(12), RefundHurdle::order_closed},
      {"cancelled", order().cancelled(day(2)), day(3), RefundHurdle::none},
      {"one of two parcels has arrived", in_transit().delivered(day(9)).shipped(day(0)), day(10),
       RefundHurdle::none},
      {"all have arrived", in_transit().all_delivered(day(9)), day(10),
       RefundHurdle::goods_arrived},
      {"arrived and confirmed", in_transit().all_delivered(day(9)).confirmed(day(9)), day(10),
       RefundHurdle::goods_arrived},
      {"arrived and closed", in_transit().all_delivered(day(9)), day(45),
       RefundHurdle::goods_arrived},
      {"in dispute", disputed, day(46), RefundHurdle::none},
      {"refunded", OrderBuilder(disputed).resolved(Outcome::refunded, day(20)), day(46),
       RefundHurdle::none},
      {"rejected", OrderBuilder(disputed).resolved(Outcome::rejected, day(20)), day(21),
       RefundHurdle::order_closed},
  };
  for (const HurdleRow& row : rows) {
    INFO(row.name);
    CHECK((hurdle_at(row.order, row.now) == row.hurdle));
  }
}
