// Exported orders are imported without loss from every format, up to the maximum size.
#include <rapidcheck.h>

#include <sstream>

#include "core/written_order.h"
#include "export/facts_csv.h"
#include "export/order_json.h"
#include "import/order_file.h"
#include "rules/refusals.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

struct Format {
  const char* name;
  std::string (*write)(const AssessedOrder& of);
};

std::string object_of(const AssessedOrder& of) {
  std::string text;
  write_order_json(text, of);
  return text;
}

std::string table_of(const AssessedOrder& of) {
  std::string text;
  FactsCsv csv;
  csv.write_names(text);
  csv.write_order(text, of);
  return text + "\n";
}

const Format formats[] = {
    {"jsonl", [](const AssessedOrder& of) { return object_of(of) + "\n"; }},
    {"json", [](const AssessedOrder& of) { return "[\n" + object_of(of) + "\n]\n"; }},
    {"csv", table_of},
};

struct Read {
  std::optional<Order> order;
  std::string trouble;
};

Read read(const std::string& text) {
  Read read;
  Remarks remarks;
  std::istringstream in(text);
  Reading reading;
  reading.now = day(60);
  reading.users_zone = [] { return Zone::utc(); };
  read_orders(in, std::nullopt, reading,
              {[](const Framing&) {},
               [&](ImportedOrder&& imported) {
                 read.order.emplace();
                 read.order->id = imported.facts.id.value_or(OrderId{});
                 read.order->number = imported.facts.number;
                 apply_patch(imported.facts, *read.order);
               },
               [&](const FileRow&, const std::string& reason) { read.trouble = reason; }, remarks});
  return read;
}

/// Returns the formats from which the order is not imported unchanged, with the reason.
std::string lost_in(const Order& order) {
  const Policy policy = policy_2016();
  const AssessedOrder of{order, policy, day(60)};
  std::string lost;
  for (const Format& format : formats) {
    const std::string text = format.write(of);
    const Read back = read(text);
    if (back.order == order && text.size() < longest_written_order) continue;
    lost +=
        std::string(format.name) + ": " + std::to_string(text.size()) + " bytes " + back.trouble;
  }
  return lost;
}

Order plain_order() {
  Order order = testing::order().ordered(day(0)).shipped(day(1)).days(45).build();
  order.id = OrderId{7};
  order.number = OrderNumber::read("3051000000421234");
  order.rules = "aliexpress-2016";
  return order;
}

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

struct Growing {
  const char* name;
  void (*grow)(Order& order, std::size_t size);
};

Dispute whole_dispute(std::size_t place) {
  const Money money{1234, *Currency::from_code("USD")};
  Dispute dispute;
  dispute.reason = Reason::not_as_described;
  dispute.want = Want::return_goods;
  dispute.opened_at = day(10) + Seconds{static_cast<std::int64_t>(place)};
  dispute.amount = dispute.offer = dispute.refund = money;
  dispute.seller_answer = SellerAnswer::accepted;
  dispute.outcome = Outcome::rejected;
  for (auto* at : {&dispute.answered_at, &dispute.escalated_at, &dispute.evidence_due,
                   &dispute.closed_at, &dispute.return_by, &dispute.returned_at})
    *at = dispute.opened_at;
  dispute.evidence.push_back({"f", "s", 1'000'000'000, "n", dispute.opened_at});
  return dispute;
}

constexpr Growing growing[] = {
    {"a title", [](Order& order, std::size_t size) { order.title = times(size, "x"); }},
    {"controls", [](Order& order, std::size_t size) { order.client = times(size, "\x1b"); }},
    {"directional marks",
     [](Order& order, std::size_t size) {
       order.notes.push_back({day(2), times(size, "\u202e\u0085")});
     }},
    {"lines", [](Order& order, std::size_t size) { order.title = "a" + times(size, "\n") + "b"; }},
    {"notes with quotes",
     [](Order& order, std::size_t size) {
       order.notes.assign(size, {day(2), "\"\\\""});
     }},
    {"tags",
     [](Order& order, std::size_t size) {
       for (std::size_t i = 0; i < size; ++i) order.tags.push_back(std::to_string(i));
     }},
    {"parcels",
     [](Order& order, std::size_t size) {
       for (std::size_t i = 0; i < size; ++i)
         order.parcels.push_back({std::to_string(i), "c", false, day(1), day(20)});
     }},
    {"extensions",
     [](Order& order, std::size_t size) {
       order.extensions.assign(size, {day(2), Days{3'650}, Channel::message,
                                      ExtensionStatus::declined, day(3), std::nullopt});
     }},
    {"disputes",
     [](Order& order, std::size_t size) {
       for (std::size_t i = 0; i < size; ++i) order.disputes.push_back(whole_dispute(i));
     }},
    {"evidence",
     [](Order& order, std::size_t size) {
       order.disputes.push_back(whole_dispute(0));
       order.disputes[0].evidence.assign(size, {"f", "s", 1'000'000'000, "n", day(11)});
     }},
};

Order grown(const Growing& kind, std::size_t size) {
  Order order = plain_order();
  kind.grow(order, size);
  return order;
}

/// An accepted size close to the maximum, and a refused one.
std::pair<std::size_t, std::size_t> sizes_at_the_limit(const Growing& kind) {
  std::size_t fits = 1;
  std::size_t refused = longest_written_order;
  while (refused - fits > fits / 50) {
    const std::size_t size = fits * 2 < refused ? fits * 2 : (fits + refused) / 2;
    (check_validity(grown(kind, size)) ? refused : fits) = size;
  }
  return {fits, refused};
}

std::string any_text() {
  const auto piece = rc::gen::element<std::string>(
      "x", " ", "\n", "\r", "\t", ",", ";", "\"", "'", "\\", "=", "-", "@", "[", "{", "é", "円",
      "\u0085", "\u202e", "\u2028", "\x1b", "\x7f", "null", "N/A", "3051000000421234");
  std::string text = "a";
  for (const std::string& each : *rc::gen::container<std::vector<std::string>>(piece)) text += each;
  std::rotate(text.begin(), text.begin() + 1, text.end());
  return text;
}

}  // namespace

TEST_CASE("the largest accepted orders are imported unchanged from every format", "[large]") {
  for (const Growing& kind : growing) {
    INFO(kind.name);
    const auto [fits, refused] = sizes_at_the_limit(kind);
    CHECK(fits > 1'000);
    CHECK(lost_in(grown(kind, fits)).empty());
    const auto refusal = check_validity(grown(kind, refused));
    REQUIRE(refusal);
    CHECK_FALSE(refusal->forceable);
  }
}

TEST_CASE("orders with any texts are imported unchanged from every format") {
  CHECK(rc::check("title, seller, client, tags, parcels, evidence, notes", [] {
    Order order = plain_order();
    order.title = any_text();
    order.seller = any_text();
    order.client = any_text();
    order.tags = {any_text(), any_text() + "2"};
    order.parcels.push_back({any_text(), any_text(), true, day(1), std::nullopt});
    order.disputes.push_back(whole_dispute(0));
    order.disputes[0].evidence[0].file = any_text();
    order.disputes[0].evidence[0].note = any_text();
    order.notes = {{day(2), any_text()}, {day(3), any_text()}};
    RC_ASSERT(lost_in(order).empty());
  }));
}
