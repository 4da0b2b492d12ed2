#include "import/merge/mail_collector.h"

#include <algorithm>
#include <map>
#include <random>

#include "core/short_hash.h"
#include "import/merge/mail_fact_text.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

CollectedMail mail(const char* number, MailKind kind, const char* at,
                   std::vector<std::string> tracking = {}, const char* title = nullptr) {
  CollectedMail mail;
  mail.number = number;
  mail.fact.kind = kind;
  mail.fact.at = from_rfc3339(at);
  mail.fact.tracking = std::move(tracking);
  if (title) mail.fact.title = title;
  mail.id = short_hash(to_text(mail.fact));
  mail.row.line = 1;
  return mail;
}

std::vector<Order> orders_of(std::vector<CollectedMail> mails) {
  MailCollector collector;
  for (CollectedMail& each : mails) collector.add(std::move(each));
  std::vector<Order> orders;
  Remarks remarks;
  const RowSink sink{[](const Framing&) {},
                     [&](ImportedOrder&& imported) {
                       Order& order = orders.emplace_back();
                       order.number = imported.facts.number;
                       apply_patch(imported.facts, order);
                     },
                     [](const FileRow&, const std::string& reason) { FAIL(reason); }, remarks};
  collector.finish(sink);
  return orders;
}

/// Imports in turn, of which each remembers the mails that it has read.
class Imports {
 public:
  void import(const std::vector<CollectedMail>& mails) {
    MailCollector collector;
    for (const CollectedMail& mail : mails) collector.add(mail);
    std::vector<std::string> known = collector.orders();
    known.emplace_back();
    for (const std::string& number : known) {
      for (const auto& [key, mail] : memory_) {
        if (key.first == number) collector.add(mail);
      }
    }
    Remarks remarks;
    const RowSink sink{[](const Framing&) {},
                       [&](ImportedOrder&& imported) {
                         Order& order = orders_[imported.facts.number.text()];
                         order.number = imported.facts.number;
                         apply_patch(imported.facts, order);
                         remember(imported.mails);
                       },
                       [](const FileRow&, const std::string& reason) { FAIL(reason); }, remarks};
    remember(collector.finish(sink));
  }
  const std::map<std::string, Order>& orders() const { return orders_; }

 private:
  void remember(const std::vector<RememberedMail>& mails) {
    for (const RememberedMail& mail : mails) memory_[{mail.number, mail.mail}] = mail;
  }

  std::map<std::pair<std::string, std::int64_t>, RememberedMail> memory_;
  std::map<std::string, Order> orders_;
};

const std::vector<CollectedMail> mails = {
    mail("8190000000010002", MailKind::confirmed, "2026-09-02T10:00:00Z", {}, "Cable"),
    mail("8190000000010001", MailKind::confirmed, "2026-09-01T10:00:00Z", {}, "Lamp"),
    mail("8190000000010001", MailKind::partially_shipped, "2026-09-03T10:00:00Z", {}, "Lamp…"),
    mail("8190000000010001", MailKind::shipped, "2026-09-05T10:00:00Z"),
    mail("8190000000010001", MailKind::on_its_way, "2026-09-08T10:00:00Z", {"LP00000000000001"}),
    mail("", MailKind::on_its_way, "2026-09-09T10:00:00Z", {"LP00000000000001"}),
    mail("8190000000010001", MailKind::delivered, "2026-09-20T10:00:00Z", {"LP00000000000002"}),
    mail("8190000000010002", MailKind::collected, "2026-09-06T10:00:00Z"),
};

}  // namespace

TEST_CASE("mail collector: all mails about an order make one order, the oldest mail first") {
  const std::vector<Order> orders = orders_of(mails);
  REQUIRE(orders.size() == 2);
  CHECK(orders[0].number.text() == "8190000000010001");
  CHECK(orders[0].title == "Lamp");
  CHECK(orders[0].ordered_at == from_rfc3339("2026-09-01T10:00:00Z"));
  REQUIRE(orders[0].parcels.size() == 2);
  CHECK(orders[0].parcels[0].tracking == "LP00000000000001");
  CHECK(orders[0].parcels[1].shipped_at == from_rfc3339("2026-09-05T10:00:00Z"));
  CHECK_FALSE(orders[0].parcels[1].delivered_at);
  CHECK(orders[1].parcels.at(0).shipped_at == from_rfc3339("2026-09-06T10:00:00Z"));
}

TEST_CASE("mail collector: the order in which mails are read does not matter") {
  const std::vector<Order> expected = orders_of(mails);
  std::vector<CollectedMail> shuffled = mails;
  std::mt19937 random(2016);
  for (int i = 0; i < 200; ++i) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    CHECK(orders_of(shuffled) == expected);
  }
}

TEST_CASE("mail collector: it does not matter in how many imports mails are read") {
  Imports one;
  one.import(mails);
  std::vector<CollectedMail> shuffled = mails;
  std::mt19937 random(2017);
  for (int i = 0; i < 200; ++i) {
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    Imports several;
    for (auto next = shuffled.begin(); next != shuffled.end();) {
      const auto end = next + std::min<std::ptrdiff_t>(1 + random() % 3, shuffled.end() - next);
      several.import({next, end});
      next = end;
    }
    CHECK(several.orders() == one.orders());
    several.import(mails);
    CHECK(several.orders() == one.orders());
  }
}

TEST_CASE("mail collector: facts of a mail are the same after they were remembered") {
  for (const CollectedMail& each : mails)
    CHECK(mail_fact_from_text(to_text(each.fact)) == each.fact);
  MailFact fact = mails[0].fact;
  fact.price = Money{-1999, *Currency::from_code("EUR")};
  fact.ordered_at = fact.at;
  fact.dispute = MailedDispute{*fact.at, Want::return_goods};
  CHECK(mail_fact_from_text(to_text(fact)) == fact);
  CHECK(mail_fact_from_text("no JSON") == MailFact{});
}
