// What `stats` counts as late, at risk, won and refunded.
#include "rules/figures.h"

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/order_builder.h"
#include "support/store_fixture.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Guaranteed for day 30, protected until day 45.
OrderBuilder in_transit() { return order().shipped(day(0)).days(30).protection_days(45); }

Money jpy(std::int64_t yen) { return {yen, *Currency::from_code("JPY")}; }

Order priced(Order order, Money price) {
  order.price = price;
  return order;
}

/// Resolves the last dispute with a refund.
Order refunded(Order order, Money refund) {
  order.disputes.back().refund = refund;
  return order;
}

Figures figures_of(const std::vector<Order>& orders, Instant now) {
  const Policy policy = policy_2016();
  Figures figures;
  for (const Order& order : orders) figures.add({order, policy, now});
  return figures;
}

/// `2 for 12.34 USD, 1 without a price`.
std::string text(const OrderSum& sum) {
  std::string all = std::to_string(sum.orders) + " for";
  for (const auto& [currency, minor] : sum.prices) all += " " + to_text(Money{minor, currency});
  return all + ", " + std::to_string(sum.without_price) + " without a price";
}

/// `opened 3, decided 2, won 1: 12.34 USD, 0 without an amount`.
std::string text(const DisputeFigures& disputes) {
  std::string all = "opened " + std::to_string(disputes.opened) + ", decided " +
                    std::to_string(disputes.decided) + ", won " + std::to_string(disputes.won) +
                    ":";
  for (const auto& [currency, minor] : disputes.refunds) {
    all += " " + to_text(Money{minor, currency});
  }
  return all + ", " + std::to_string(disputes.without_amount) + " without an amount";
}

struct ArrivalRow {
  const char* name;
  Order order;
  Instant now;
  Arrival arrival;
};

struct DisputeRow {
  const char* name;
  Order order;
  const char* disputes;
};

OrderBuilder disputed() { return in_transit().dispute(day(10)); }

}  // namespace

TEST_CASE("stats: whether the goods arrived by the deadline") {
  const ArrivalRow rows[] = {
      {"one second before the deadline", in_transit(), day(30) - 1s, Arrival::undecided},
      {"at the deadline", in_transit(), day(30), Arrival::late},
      {"one second after the deadline", in_transit(), day(30) + 1s, Arrival::late},
      {"closed automatically", in_transit(), day(45), Arrival::late},
      {"in dispute", disputed(), day(31), Arrival::late},
      {"not shipped", order().deadline(day(30)), day(31), Arrival::undecided},
      {"no deadline known", order().shipped(day(0)).protection_days(45), day(44),
       Arrival::undecided},
      {"shipping date unknown, deadline typed", order().shipped_some_time().deadline(day(30)),
       day(30), Arrival::late},
      {"one of two parcels still on its way", in_transit().delivered(day(9)).shipped(day(0)),
       day(30), Arrival::late},
      {"granted days do not move the deadline",
       in_transit().requested(day(20), 10).granted(day(21)), day(30), Arrival::late},

      {"delivered one second before the deadline", in_transit().all_delivered(day(30) - 1s),
       day(40), Arrival::on_time},
      {"delivered at the deadline", in_transit().all_delivered(day(30)), day(40), Arrival::on_time},
      {"delivered one second after it", in_transit().all_delivered(day(30) + 1s), day(40),
       Arrival::late},
      {"delivered before the deadline has passed", in_transit().all_delivered(day(9)), day(10),
       Arrival::on_time},
      {"the later parcel counts", in_transit().delivered(day(9)).shipped(day(0)).delivered(day(31)),
       day(40), Arrival::late},

      {"confirmed: still late", in_transit().all_delivered(day(31)).confirmed(day(32)), day(40),
       Arrival::late},
      {"confirmed in time, arrival date unknown", in_transit().confirmed(day(30)), day(40),
       Arrival::on_time},
      {"confirmed too late to know", in_transit().confirmed(day(30) + 1s), day(40),
       Arrival::undecided},
      {"resolved: refunded, and nothing arrived", disputed().resolved(Outcome::refunded, day(20)),
       day(30), Arrival::late},
      {"resolved before its deadline", disputed().resolved(Outcome::refunded, day(20)),
       day(30) - 1s, Arrival::undecided},
      {"cancelled", in_transit().cancelled(day(10)), day(40), Arrival::undecided},
  };
  for (const ArrivalRow& row : rows) {
    INFO(row.name);
    CHECK((arrival_of(row.order, clocks_of(row.order, policy_2016()), row.now) == row.arrival));
  }
}

TEST_CASE("stats: the late share counts only decided arrivals") {
  ArrivalFigures arrivals;
  for (const Arrival arrival : {Arrival::late, Arrival::undecided, Arrival::on_time,
                                Arrival::on_time, Arrival::undecided}) {
    arrivals.add(arrival);
  }
  CHECK(arrivals.late == 1);
  CHECK(arrivals.decided == 3);
}

TEST_CASE("stats: opened, decided and won disputes, and refunds") {
  const Order twice = refunded(
      disputed().dispute_cancelled(day(12)).dispute(day(13)).resolved(Outcome::partial, day(20)),
      usd(300));
  const DisputeRow rows[] = {
      {"none", priced(in_transit(), usd(1000)), "opened 0, decided 0, won 0:, 0 without an amount"},
      {"open", priced(disputed(), usd(1000)), "opened 1, decided 0, won 0:, 0 without an amount"},
      {"cancelled", priced(disputed().dispute_cancelled(day(12)), usd(1000)),
       "opened 1, decided 0, won 0:, 0 without an amount"},
      {"rejected", priced(disputed().resolved(Outcome::rejected, day(20)), usd(1000)),
       "opened 1, decided 1, won 0:, 0 without an amount"},
      {"rejected with an amount",
       refunded(disputed().resolved(Outcome::rejected, day(20)), usd(1000)),
       "opened 1, decided 1, won 0:, 0 without an amount"},
      {"refunded without an amount: the price",
       priced(disputed().resolved(Outcome::refunded, day(20)), usd(1000)),
       "opened 1, decided 1, won 1: 10.00 USD, 0 without an amount"},
      {"refunded with an amount: not the price",
       refunded(priced(disputed().resolved(Outcome::refunded, day(20)), usd(1000)), jpy(900)),
       "opened 1, decided 1, won 1: 900 JPY, 0 without an amount"},
      {"refunded, neither amount nor price", disputed().resolved(Outcome::refunded, day(20)),
       "opened 1, decided 1, won 1:, 1 without an amount"},
      {"partly refunded",
       refunded(priced(disputed().resolved(Outcome::partial, day(20)), usd(1000)), usd(400)),
       "opened 1, decided 1, won 1: 4.00 USD, 0 without an amount"},
      {"partly refunded without an amount: never the price",
       priced(disputed().resolved(Outcome::partial, day(20)), usd(1000)),
       "opened 1, decided 1, won 1:, 1 without an amount"},
      {"cancelled, then won", twice, "opened 2, decided 1, won 1: 3.00 USD, 0 without an amount"},
      {"won, the order confirmed",
       priced(disputed().resolved(Outcome::refunded, day(20)).confirmed(day(21)), usd(1000)),
       "opened 1, decided 1, won 1: 10.00 USD, 0 without an amount"},
  };
  for (const DisputeRow& row : rows) {
    INFO(row.name);
    CHECK(text(figures_of({row.order}, day(30)).disputes) == row.disputes);
  }
}

TEST_CASE("stats: a report is false if it was disputed before the parcel arrived") {
  const OrderBuilder reported = in_transit().claimed(day(10));
  struct ReportRow {
    const char* name;
    Order order;
    std::size_t reported, wrong;
  };
  const ReportRow rows[] = {
      {"no report", in_transit().dispute(day(11)), 0, 0},
      {"reported", reported, 1, 0},
      {"reported and received", OrderBuilder(reported).delivered(day(11)), 1, 0},
      {"disputed", OrderBuilder(reported).dispute(day(11)), 1, 1},
      {"disputed at the same second", OrderBuilder(reported).dispute(day(10)), 1, 1},
      {"disputed a second before the report", OrderBuilder(reported).dispute(day(10) - 1s), 1, 0},
      {"disputed as not as described",
       OrderBuilder(reported).dispute(day(11), Reason::not_as_described), 1, 0},
      {"disputed, rejected",
       OrderBuilder(reported).dispute(day(11)).resolved(Outcome::rejected, day(20)), 1, 1},
      {"disputed, cancelled", OrderBuilder(reported).dispute(day(11)).dispute_cancelled(day(12)), 1,
       1},
      {"arrived after the dispute was opened",
       OrderBuilder(reported).delivered(day(11) + 1s).dispute(day(11)), 1, 1},
      {"arrived when the dispute was opened",
       OrderBuilder(reported).delivered(day(11)).dispute(day(11)), 1, 0},
      {"disputed because of the other parcel, which arrived in time",
       OrderBuilder(reported).delivered(day(10)).shipped(day(0)).dispute(day(11)), 1, 0},
      {"one of two parcels is disputed",
       OrderBuilder(reported).delivered(day(10)).shipped(day(0)).claimed(day(10)).dispute(day(11)),
       1, 1},
      {"cancelled", OrderBuilder(reported).cancelled(day(12)), 1, 0},
  };
  for (const ReportRow& row : rows) {
    INFO(row.name);
    const ReportFigures reports = figures_of({row.order}, day(30)).reports;
    CHECK(reports.orders == row.reported);
    CHECK(reports.wrong == row.wrong);
  }
}

TEST_CASE("stats: orders completed by the site") {
  const std::vector<Order> orders = {in_transit(), in_transit().completed(day(20)),
                                     in_transit().noticed(day(20)), in_transit().confirmed(day(20)),
                                     order().completed(day(40))};
  CHECK(figures_of(orders, day(30)).completed_by_site == 2);
}

TEST_CASE("stats: orders, prices and money at risk, per currency") {
  const std::vector<Order> orders = {
      priced(in_transit(), usd(1234)),
      priced(in_transit(), usd(100)),
      priced(in_transit(), jpy(900)),
      in_transit(),
      priced(in_transit().confirmed(day(12)), usd(500)),
      order().cancelled(day(2)),
  };
  const Figures before = figures_of(orders, day(45) - 1s);
  CHECK(text(before.all) == "6 for 900 JPY 18.34 USD, 2 without a price");
  CHECK(text(before.at_risk) == "4 for 900 JPY 13.34 USD, 1 without a price");
  const Figures closed = figures_of(orders, day(45));
  CHECK(text(closed.all) == "6 for 900 JPY 18.34 USD, 2 without a price");
  CHECK(text(closed.at_risk) == "0 for, 0 without a price");
  CHECK(text(figures_of({}, day(0)).all) == "0 for, 0 without a price");
}

TEST_CASE("stats: amounts too large to add up are an error") {
  const Order most = priced(in_transit(), jpy(INT64_MAX));
  CHECK(figures_of({most}, day(1)).all.prices.begin()->second == INT64_MAX);
  CHECK_THROWS_AS(figures_of({most, priced(in_transit(), jpy(1))}, day(1)), UserError);
}
