#include "reader/mail_facts.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

Mail mail(const char* subject, const char* body) {
  Mail mail;
  mail.from = "transaction@notice.aliexpress.com";
  mail.subject = subject;
  mail.date = "2026-10-07T15:00:00Z";
  mail.body = visible_text_of_plain(body);
  return mail;
}

std::string cell(const OrderFacts& facts, std::size_t row, std::string_view name) {
  if (row >= facts.rows.size()) return {};
  for (const auto& [column, text] : facts.rows[row]) {
    if (column == name) return text;
  }
  return {};
}

struct SenderRow {
  const char* address;
  Sender sender;
};

constexpr SenderRow senders[] = {
    {"transaction@notice.aliexpress.com", Sender::orders},
    {"Transaction@Notice.AliExpress.com", Sender::orders},
    {"account@aliexpress.com", Sender::orders},
    {"transaction_at_notice_aliexpress_com_x1y2@privaterelay.appleid.com", Sender::orders},
    {"promo_at_deals_aliexpress_com_x1y2@privaterelay.appleid.com", Sender::offers},
    {"promo@deals.aliexpress.com", Sender::offers},
    {"promo@newarrival.aliexpress.com", Sender::offers},
    {"promo@info.aliexpress.com", Sender::offers},
    {"transaction@notice.aliexpress.com.example.org", Sender::other},
    {"notice.aliexpress.com@example.org", Sender::other},
    {"jo@example.org", Sender::other},
    {"", Sender::other},
};

}  // namespace

TEST_CASE("mail: who sent it") {
  for (const SenderRow& row : senders) {
    INFO(row.address);
    CHECK(sender_of(row.address) == row.sender);
  }
}

TEST_CASE("mail: the confirmation states when and what was ordered") {
  const MailReading reading = read_mail(
      mail("Order 8190000000010001: order confirmed",
           "Placed on Oct 06,2026, 12:00\nOrder No. 8190000000010001\nEstimated delivery\n"
           "30/10/2026\nDesk lamp LED flat...\n€ 9,99x1\nCable\n€ 1,99 x2\nTotal: € 13,97\n"));
  REQUIRE(reading.facts.size() == 1);
  const OrderFacts& facts = reading.facts[0];
  CHECK(facts.number == "8190000000010001");
  CHECK(facts.event == "confirmed");
  CHECK(facts.at == "2026-10-07T15:00:00Z");
  CHECK(cell(facts, 0, "ordered") == "oct 06,2026, 12:00");
  CHECK(cell(facts, 0, "title") == "Desk lamp LED flat");
  CHECK(cell(facts, 0, "price") == "€ 13,97");
  CHECK(cell(facts, 1, "title") == "Cable");
  CHECK(cell(facts, 1, "quantity") == "2");
}

TEST_CASE("mail: a part of an order does not state its price") {
  const MailReading reading = read_mail(
      mail("Order 8190000000010001: partially shipped", "Lamp\n€ 9,99x1\nTotal: € 9,99\n"));
  REQUIRE(reading.facts.size() == 1);
  CHECK(cell(reading.facts[0], 0, "title") == "Lamp");
  CHECK(cell(reading.facts[0], 0, "price").empty());
  CHECK(cell(reading.facts[0], 0, "item-price").empty());
}

TEST_CASE("mail: the numbers of several orders are those of the links") {
  const MailReading reading = read_mail(
      mail("2 Bestellungen wurden bestätigt: 8190000000010001 & weitere",
           "Bestell-Nr. 18190000000010001\nLamp\n€ 9,99x1\nBestell-Nr. 28190000000010002\nCable\n"
           "€ 1,99x1\nhttps://www.aliexpress.com/p/order/list.html?o_ids=8190000000010001%2C"
           "8190000000010002&x=1\n"));
  REQUIRE(reading.facts.size() == 2);
  CHECK(reading.facts[0].number == "8190000000010001");
  CHECK(cell(reading.facts[0], 0, "title") == "Lamp");
  CHECK(reading.facts[1].number == "8190000000010002");
  CHECK(cell(reading.facts[1], 0, "title") == "Cable");
}

TEST_CASE("mail: a parcel names its order only in a link") {
  const MailReading reading = read_mail(
      mail("Package LP00123456789012 has been delivered",
           "https://www.aliexpress.com/p/tracking/index.html?tradeOrderId=8190000000010001&"
           "trackingNumber=LP00123456789012\n"));
  REQUIRE(reading.facts.size() == 1);
  CHECK(reading.facts[0].number == "8190000000010001");
  CHECK(reading.facts[0].event == "delivered");
  CHECK(reading.facts[0].tracking == std::vector<std::string>{"LP00123456789012"});
}

TEST_CASE("mail: the original date of a forwarded mail counts") {
  Mail forwarded = mail("WG: Bestellung 8190000000010001 wurde versandt",
                        "Von: AliExpress <transaction@notice.aliexpress.com>\n"
                        "Gesendet: Mittwoch, 7. Oktober 2026 17:00\nAn: Jo\n");
  forwarded.from = "jo@example.org";
  const MailReading reading = read_mail(forwarded);
  REQUIRE(reading.facts.size() == 1);
  CHECK(reading.facts[0].at == "Mittwoch, 7. Oktober 2026 17:00");
}

TEST_CASE("mail: the date of a forwarded header is not the date of the order") {
  Mail forwarded = mail("Fwd: Order 8190000000010001: order confirmed",
                        "From: AliExpress <transaction@notice.aliexpress.com>\n"
                        "Date: Sun, Oct 18, 2026 at 10:13\nTo: Jo\nPlaced on Oct 16, 2026\n");
  forwarded.from = "jo@example.org";
  const MailReading reading = read_mail(forwarded);
  REQUIRE(reading.facts.size() == 1);
  CHECK(cell(reading.facts[0], 0, "ordered") == "oct 16, 2026");
}

TEST_CASE("mail: a forward of somebody else's mail states nothing") {
  Mail forwarded = mail("Fwd: Order 8190000000010001: order shipped", "From: shop@example.org\n");
  forwarded.from = "jo@example.org";
  CHECK_FALSE(read_mail(forwarded).is_from_aliexpress);
}

TEST_CASE("mail: an unknown subject is reported without the names of people") {
  Mail greeting = mail("Anna, your coupon of Müller ends", "");
  greeting.people = {"anna", "muller"};
  CHECK(read_mail(greeting).unknown_subject == "# your coupon of # ends");
}

TEST_CASE("mail: an unknown subject is reported without numbers, and states no event") {
  const MailReading reading =
      read_mail(mail("Order 8190000000010001: protection ends jo@example.org", ""));
  CHECK(reading.unknown_subject == "Order # protection ends #");
  REQUIRE(reading.facts.size() == 1);
  CHECK(reading.facts[0].event.empty());
}
