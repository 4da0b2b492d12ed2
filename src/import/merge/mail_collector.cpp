#include "import/merge/mail_collector.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "import/merge/mail_fact_text.h"
#include "import/text/page_text.h"
#include "import/text/tracking_number.h"

namespace aliprotect {
namespace {

/// Sorts mails by the time they were sent, so that the result does not depend on the order of
/// reading. Mails without a date come last.
void sort(std::vector<CollectedMail>& mails) {
  const auto key = [](const CollectedMail& mail) {
    const MailFact& fact = mail.fact;
    return std::tuple(fact.at.value_or(last_instant), fact.kind, fact.tracking, fact.title,
                      mail.id);
  };
  std::stable_sort(mails.begin(), mails.end(),
                   [&](const CollectedMail& a, const CollectedMail& b) { return key(a) < key(b); });
}

void add_shipment(Instant at, MailedFacts& facts) {
  const bool is_copy = !facts.shipments.empty() && at - facts.shipments.back() < same_mail;
  if (!is_copy) facts.shipments.push_back(at);
}

void add_tracking(const MailFact& mail, MailedFacts& facts) {
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

void add_event(const MailFact& mail, MailedFacts& facts) {
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
    facts.ordered_at = mail.ordered_at ? mail.ordered_at : mail.at;
}

/// Only the confirmation lists the whole order; other mails may list a part of it.
void add_description(const MailFact& mail, MailedFacts& facts) {
  if (!facts.title) facts.title = mail.title;
  if (!facts.price) facts.price = mail.price;
}

bool has_parcel(const CollectedMail& mail, const std::string& tracking) {
  return std::any_of(mail.fact.tracking.begin(), mail.fact.tracking.end(),
                     [&](const std::string& each) { return same_tracking(each, tracking); });
}

/// Finds the orders whose mails name a parcel. The case of tracking numbers does not matter.
class OrdersByParcel {
 public:
  explicit OrdersByParcel(const std::map<std::string, std::vector<CollectedMail>>& by_number) {
    for (const auto& [number, mails] : by_number) {
      for (const CollectedMail& mail : mails) add(mail.fact, number);
    }
  }

  void add(const MailFact& fact, const std::string& number) {
    for (const std::string& tracking : fact.tracking)
      orders_[in_small_letters(tracking)].insert(number);
  }

  bool has(const std::string& tracking) const {
    return orders_.count(in_small_letters(tracking)) > 0;
  }

  /// Returns the orders with any parcel that `fact` names.
  std::set<std::string> of(const MailFact& fact) const {
    std::set<std::string> numbers;
    for (const std::string& tracking : fact.tracking) {
      const auto found = orders_.find(in_small_letters(tracking));
      if (found != orders_.end()) numbers.insert(found->second.begin(), found->second.end());
    }
    return numbers;
  }

 private:
  std::map<std::string, std::set<std::string>> orders_;
};

/// `mails` are sorted.
template <typename Takes>
MailedFacts facts_of(const std::vector<CollectedMail>& mails, const Takes& takes) {
  MailedFacts facts;
  for (const CollectedMail& mail : mails) {
    if (!takes(mail)) continue;
    add_event(mail.fact, facts);
    if (mail.fact.dispute) facts.disputes.push_back(*mail.fact.dispute);
  }
  for (const bool is_confirmation : {true, false}) {
    for (const CollectedMail& mail : mails) {
      if (takes(mail) && (mail.fact.kind == MailKind::confirmed) == is_confirmation)
        add_description(mail.fact, facts);
    }
  }
  return facts;
}

/// A mail that was read again counts as it is now.
MailedUpdate update_of(std::vector<CollectedMail>& mails) {
  sort(mails);
  MailedUpdate update;
  update.before = facts_of(mails, [](const CollectedMail& mail) { return mail.is_remembered; });
  std::set<std::int64_t> read;
  for (const CollectedMail& mail : mails) {
    if (!mail.is_remembered) read.insert(mail.id);
  }
  update.after = facts_of(mails, [&](const CollectedMail& mail) {
    return !mail.is_remembered || read.count(mail.id) == 0;
  });
  return update;
}

RememberedMail to_remember(const CollectedMail& mail) {
  return {mail.number, mail.id, to_text(mail.fact), mail.origin};
}

bool has_new(const std::vector<CollectedMail>& mails) {
  return std::any_of(mails.begin(), mails.end(),
                     [](const CollectedMail& mail) { return !mail.is_remembered; });
}

}  // namespace

void MailCollector::add(CollectedMail mail) {
  if (!known_.emplace(mail.number, mail.id, mail.is_remembered).second) return;
  auto& mails = mail.number.empty() ? of_parcels_ : by_number_[mail.number];
  mails.push_back(std::move(mail));
}

void MailCollector::add(const RememberedMail& mail) {
  CollectedMail collected;
  collected.number = mail.number;
  collected.id = mail.mail;
  collected.fact = mail_fact_from_text(mail.facts);
  collected.origin = mail.origin;
  collected.is_remembered = true;
  add(std::move(collected));
}

std::vector<std::string> MailCollector::orders() const {
  std::vector<std::string> numbers;
  for (const auto& [number, mails] : by_number_) numbers.push_back(number);
  return numbers;
}

std::set<std::string> MailCollector::parcels_without_order() const {
  const OrdersByParcel orders(by_number_);
  std::set<std::string> parcels;
  for (const CollectedMail& mail : of_parcels_) {
    if (mail.is_remembered) continue;
    for (const std::string& tracking : mail.fact.tracking) {
      if (!orders.has(tracking)) parcels.insert(tracking);
    }
  }
  return parcels;
}

void MailCollector::name_order(const std::string& tracking, const std::string& number) {
  for (const CollectedMail& mail : of_parcels_) {
    if (!has_parcel(mail, tracking)) continue;
    CollectedMail named = mail;
    named.number = number;
    named.is_remembered = false;
    add(std::move(named));
  }
}

/// Assigns mails that name only a parcel to the order whose other mails name that parcel.
void MailCollector::add_orders_of_parcels() {
  OrdersByParcel orders(by_number_);
  for (const CollectedMail& mail : of_parcels_) {
    for (const std::string& number : orders.of(mail.fact)) {
      const bool is_known = known_.count({number, mail.id, true}) > 0;
      if (is_known || !known_.emplace(number, mail.id, false).second) continue;
      CollectedMail& named = by_number_[number].emplace_back(mail);
      named.number = number;
      named.is_remembered = false;
      orders.add(mail.fact, number);
    }
  }
}

std::vector<RememberedMail> MailCollector::finish(const RowSink& sink) {
  add_orders_of_parcels();
  std::vector<std::pair<Instant, std::string>> order;
  for (auto& [number, mails] : by_number_) {
    if (!has_new(mails)) continue;
    sort(mails);
    order.emplace_back(mails.front().fact.at.value_or(last_instant), number);
  }
  std::sort(order.begin(), order.end());
  for (const auto& [at, number] : order) {
    std::vector<CollectedMail>& mails = by_number_[number];
    ImportedOrder imported;
    imported.facts.number = OrderNumber::read(number);
    imported.facts.mails = update_of(mails);
    for (CollectedMail& mail : mails) {
      if (mail.is_remembered) continue;
      imported.mails.push_back(to_remember(mail));
      imported.rows.push_back(std::move(mail.row));
      std::move(mail.skipped.begin(), mail.skipped.end(), std::back_inserter(imported.skipped));
    }
    for (std::size_t i = 1; i < imported.rows.size(); ++i) imported.rows[i].is_further = true;
    sink.order(std::move(imported));
  }
  std::vector<RememberedMail> of_parcels;
  for (const CollectedMail& mail : of_parcels_) {
    if (!mail.is_remembered) of_parcels.push_back(to_remember(mail));
  }
  by_number_.clear();
  of_parcels_.clear();
  known_.clear();
  return of_parcels;
}

}  // namespace aliprotect
