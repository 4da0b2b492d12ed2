#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/order.h"

namespace aliprotect {

/// A parcel that mails name, and the time of the first of these mails.
struct MailedParcel {
  std::string tracking;
  Instant at;

  friend bool operator==(const MailedParcel&, const MailedParcel&) = default;
};

/// A delivery that the carrier reports.
struct MailedDelivery {
  std::vector<std::string> tracking;  ///< empty: all parcels
  Instant at;

  friend bool operator==(const MailedDelivery&, const MailedDelivery&) = default;
};

/// A refund request in a list of refunds, which does not say how it ended.
struct MailedDispute {
  Instant opened_at;
  Want want = Want::full;

  friend bool operator==(const MailedDispute&, const MailedDispute&) = default;
};

/// Two mails that are closer are copies of one: forwarded mails print their date without seconds.
inline constexpr Seconds same_mail{60};

/// The facts about one order in mails and lists of refunds.
struct MailedFacts {
  std::optional<std::string> title;
  std::optional<Money> price;
  std::optional<Instant> ordered_at;
  std::vector<Instant> shipments;    ///< one per parcel, earliest first
  std::optional<Instant> under_way;  ///< a parcel was on its way; a shipment if none is known
  std::vector<MailedParcel> parcels;
  std::vector<MailedDelivery> deliveries;
  std::vector<MailedDispute> disputes;
  std::optional<Instant> completion_notice_at;  ///< the site is about to complete the order
  std::optional<Instant> completed_at;          ///< by the site
};

/// All that mails state about an order, and the part of it that was known before.
struct MailedUpdate {
  MailedFacts before;
  MailedFacts after;
};

/// Applies what the new mails add, so that mails give the same record in any order. What is
/// recorded and does not come from the mails known before was stated by the user or another file:
/// it stays, and mails only fill what is missing. Applying the same update again changes nothing.
void apply_mailed_facts(const MailedUpdate& update, Order& order);

}  // namespace aliprotect
