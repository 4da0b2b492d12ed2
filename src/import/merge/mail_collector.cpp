#include "import/merge/mail_collector.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "import/text/tracking_number.h"

namespace aliprotect {
namespace {

/// Sorts mails by the time they were sent, so that the result does not depend on the order of
/// reading. Mails without a date come last.
void sort(std::vector<CollectedMail>& mails) {
  const auto key = [](const CollectedMail& mail) {
    return std::tuple(mail.at.value_or(last_instant), mail.kind, mail.tracking, mail.order.titles,
                      mail.row.line);
  };
  std::stable_sort(mails.begin(), mails.end(),
                   [&](const CollectedMail& a, const CollectedMail& b) { return key(a) < key(b); });
}

constexpr Seconds same_mail{60};

void add_shipment(Instant at, MailedFacts& facts) {
  const bool is_copy = !facts.shipments.empty() && at - facts.shipments.back() < same_mail;
  if (!is_copy) facts.shipments.push_back(at);
}

void add_tracking(const CollectedMail& mail, MailedFacts& facts) {
  for (const std::string& tracking : mail.tracking) {
    const bool is_known = std::any_of(
        facts.parcels.begin(), facts.parcels.end(),
        [&](const MailedParcel& parcel) { return same_tracking(parcel.tracking, tracking); });
    if (!is_known) facts.parcels.push_back({tracking, *mail.at});
  }
}

bool is_under_way(MailKind kind) {
  return kind == MailKind::collected || kind == MailKind::on_its_way || kind == MailKind::delivered;
}

void add_event(const CollectedMail& mail, MailedFacts& facts) {
  if (!mail.kind || !mail.at) return;
  if (mail.kind == MailKind::shipped || mail.kind == MailKind::partially_shipped) {
    add_shipment(*mail.at, facts);
    add_tracking(mail, facts);
  }
  if (is_under_way(*mail.kind)) {
    if (!facts.under_way) facts.under_way = mail.at;
    add_tracking(mail, facts);
  }
  if (mail.kind == MailKind::delivered) facts.deliveries.push_back({mail.tracking, *mail.at});
  if (mail.kind == MailKind::awaiting_confirmation && !facts.completion_notice_at)
    facts.completion_notice_at = mail.at;
  if (mail.kind == MailKind::completed && !facts.completed_at) facts.completed_at = mail.at;
  if (mail.kind == MailKind::confirmed && !facts.ordered_at)
    facts.ordered_at = mail.order.facts.ordered_at ? mail.order.facts.ordered_at : mail.at;
}

/// Only the confirmation lists the whole order; other mails may list a part of it.
void add_description(const CollectedMail& mail, Instant now, MailedFacts& facts) {
  const OrderPatch described = facts_of(mail.order, now);
  if (!facts.title) facts.title = described.title;
  if (!facts.price) facts.price = described.price;
}

bool has_parcel(const CollectedMail& mail, const std::string& tracking) {
  return std::any_of(mail.tracking.begin(), mail.tracking.end(),
                     [&](const std::string& each) { return same_tracking(each, tracking); });
}

OrderPatch patch_of(std::vector<CollectedMail>& mails) {
  OrderPatch patch;
  patch.number = OrderNumber::read(mails.front().number);
  MailedFacts& facts = patch.mails.emplace();
  for (const CollectedMail& mail : mails) {
    add_event(mail, facts);
    if (mail.dispute) facts.disputes.push_back(*mail.dispute);
  }
  for (const bool is_confirmation : {true, false}) {
    for (const CollectedMail& mail : mails) {
      if ((mail.kind == MailKind::confirmed) == is_confirmation)
        add_description(mail, mail.at.value_or(first_instant), facts);
    }
  }
  return patch;
}

}  // namespace

void MailCollector::add(CollectedMail mail) {
  auto& mails = mail.number.empty() ? of_parcels_ : by_number_[mail.number];
  mails.push_back(std::move(mail));
}

std::vector<std::string> MailCollector::parcels_without_order() const {
  std::vector<std::string> parcels;
  for (const CollectedMail& mail : of_parcels_) {
    for (const std::string& tracking : mail.tracking) {
      const bool is_named =
          std::any_of(by_number_.begin(), by_number_.end(), [&](const auto& order) {
            return std::any_of(
                order.second.begin(), order.second.end(),
                [&](const CollectedMail& other) { return has_parcel(other, tracking); });
          });
      if (!is_named) parcels.push_back(tracking);
    }
  }
  return parcels;
}

void MailCollector::name_order(const std::string& tracking, const std::string& number) {
  for (const CollectedMail& mail : of_parcels_) {
    if (!has_parcel(mail, tracking)) continue;
    by_number_[number].push_back(mail);
    by_number_[number].back().number = number;
  }
}

/// Assigns mails that name only a parcel to the order whose other mails name that parcel.
void MailCollector::add_orders_of_parcels() {
  for (const CollectedMail& mail : of_parcels_) {
    for (auto& [number, mails] : by_number_) {
      const auto names_same = [&](const CollectedMail& other) {
        return std::any_of(mail.tracking.begin(), mail.tracking.end(),
                           [&](const std::string& each) { return has_parcel(other, each); });
      };
      if (std::none_of(mails.begin(), mails.end(), names_same)) continue;
      mails.push_back(mail);
      mails.back().number = number;
    }
  }
}

void MailCollector::finish(const RowSink& sink) {
  add_orders_of_parcels();
  std::vector<std::pair<Instant, std::string>> order;
  for (auto& [number, mails] : by_number_) {
    sort(mails);
    order.emplace_back(mails.front().at.value_or(last_instant), number);
  }
  std::sort(order.begin(), order.end());
  for (const auto& [at, number] : order) {
    std::vector<CollectedMail>& mails = by_number_[number];
    ImportedOrder imported;
    for (CollectedMail& mail : mails) {
      imported.rows.push_back(std::move(mail.row));
      std::move(mail.skipped.begin(), mail.skipped.end(), std::back_inserter(imported.skipped));
    }
    for (std::size_t i = 1; i < imported.rows.size(); ++i) imported.rows[i].is_further = true;
    imported.facts = patch_of(mails);
    sink.order(std::move(imported));
  }
  by_number_.clear();
  of_parcels_.clear();
}

}  // namespace aliprotect
