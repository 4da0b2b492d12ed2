#include "import/merge/mailed_facts.h"

#include <algorithm>

#include "support/catch.h"

using namespace aliprotect;

namespace {

Instant at(const char* text) { return from_rfc3339(text).value(); }

Order with(const MailedFacts& facts, Order order = {}) {
  apply_mailed_facts({{}, facts}, order);
  return order;
}

const Instant first = at("2026-10-01T08:00:00Z");
const Instant second = at("2026-10-05T08:00:00Z");
const Instant third = at("2026-10-09T08:00:00Z");

}  // namespace

TEST_CASE("mailed facts: they fill in missing facts and replace none") {
  Order order;
  order.title = "Lamp of the list";
  order.ordered_at = first;
  const Order changed = with({.title = "Lamp",
                              .price = Money{999, *Currency::from_code("EUR")},
                              .ordered_at = second,
                              .shipments = {},
                              .under_way = {},
                              .parcels = {},
                              .deliveries = {},
                              .disputes = {},
                              .completion_notice_at = {},
                              .completed_at = {}},
                             order);
  CHECK(changed.title == "Lamp of the list");
  CHECK(changed.ordered_at == first);
  CHECK(changed.price == Money{999, *Currency::from_code("EUR")});
}

TEST_CASE("mailed facts: each shipment is a parcel, and numbers belong to them in order") {
  MailedFacts facts;
  facts.shipments = {first, second};
  facts.parcels = {{"LP00000000000001", second}, {"LP00000000000002", third}};
  const Order order = with(facts);
  REQUIRE(order.parcels.size() == 2);
  CHECK(order.parcels[0].tracking == "LP00000000000001");
  CHECK(order.parcels[0].shipped_at == first);
  CHECK(order.parcels[1].tracking == "LP00000000000002");
  CHECK(order.parcels[1].shipped_at == second);
  CHECK(with(facts, order) == order);
}

TEST_CASE("mailed facts: the mail about the shipment may be read after one about the parcel") {
  MailedFacts parcel;
  parcel.under_way = second;
  parcel.parcels = {{"LP00000000000001", second}};
  MailedFacts shipment;
  shipment.shipments = {first};
  MailedFacts both = parcel;
  both.shipments = shipment.shipments;
  Order late = with(parcel);
  apply_mailed_facts({parcel, both}, late);
  Order early = with(shipment);
  apply_mailed_facts({shipment, both}, early);
  REQUIRE(late.parcels.size() == 1);
  CHECK(late.parcels[0].shipped_at == first);
  CHECK(late == early);
}

TEST_CASE("mailed facts: the day of the same shipment on a page stays") {
  Order order;
  order.parcels.emplace_back().shipped_at = at("2026-10-01T07:00:00Z");
  MailedFacts facts;
  facts.shipments = {at("2026-10-02T01:00:00Z")};
  CHECK(with(facts, order) == order);
}

TEST_CASE("mailed facts: a parcel on its way dates the shipment only if nothing else does") {
  MailedFacts facts;
  facts.under_way = second;
  CHECK(with(facts).parcels.at(0).shipped_at == second);
  Order order;
  order.parcels.emplace_back().shipped_at = third;
  CHECK(with(facts, order) == order);
}

TEST_CASE(
    "mailed facts: the first mail about a parcel under way dates it, not the first with its "
    "number") {
  MailedFacts parcel;
  parcel.under_way = second;
  parcel.parcels = {{"LP00000000000001", second}};
  MailedFacts collected = parcel;
  collected.under_way = first;
  Order order = with(collected);
  REQUIRE(order.parcels.size() == 1);
  CHECK(order.parcels[0].shipped_at == first);

  Order delivered = with(parcel);
  delivered.parcels[0].delivered_at = third;
  apply_mailed_facts({parcel, collected}, delivered);
  REQUIRE(delivered.parcels.size() == 1);
  CHECK(delivered.parcels[0].shipped_at == first);
}

TEST_CASE("mailed facts: a date that was recorded by other means stays") {
  MailedFacts parcel;
  parcel.under_way = second;
  parcel.parcels = {{"LP00000000000001", second}};
  MailedFacts all = parcel;
  all.shipments = {first};
  const auto update = [&](Order order) {
    apply_mailed_facts({parcel, all}, order);
    return order.parcels.at(0).shipped_at;
  };
  Order order = with(parcel);
  CHECK(update(order) == first);
  order.parcels[0].carrier = "Example Post";
  CHECK(update(order) == first);
  order.parcels[0].shipped_at = third;
  CHECK(update(order) == third);
}

TEST_CASE("mailed facts: what the mails stated before is not applied again") {
  MailedFacts before;
  before.title = "Lamp";
  before.shipments = {first, second};
  before.completed_at = second;
  MailedFacts after = before;
  after.completion_notice_at = first;
  Order order = with(before);
  order.title.reset();
  order.completed_at.reset();
  order.parcels.erase(order.parcels.begin());
  Order expected = order;
  expected.completion_notice_at = first;
  apply_mailed_facts({before, after}, order);
  CHECK(order == expected);
}

TEST_CASE("mailed facts: a better description replaces that of an earlier mail") {
  MailedFacts before;
  before.title = "Lamp…";
  MailedFacts after;
  after.title = "Lamp, white";
  Order order = with(before);
  apply_mailed_facts({before, after}, order);
  CHECK(order.title == "Lamp, white");
}
