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
};

/// A delivery that the carrier reports.
struct MailedDelivery {
  std::vector<std::string> tracking;  ///< none: of all parcels
  Instant at;
};

/// A refund request in a list of refunds, which does not say how it ended.
struct MailedDispute {
  Instant opened_at;
  Want want = Want::full;
};

/// The facts about one order in mails and lists of refunds. They fill what is missing and never
/// replace recorded facts, because a mail may be old. A shipment counts from the earliest mail.
struct MailedFacts {
  std::optional<std::string> title;
  std::optional<Money> price;
  std::optional<Instant> ordered_at;
  std::vector<Instant> shipments;    ///< of one parcel each, earliest first
  std::optional<Instant> under_way;  ///< a parcel was on its way; a shipment if none is known
  std::vector<MailedParcel> parcels;
  std::vector<MailedDelivery> deliveries;
  std::vector<MailedDispute> disputes;
  std::optional<Instant> completion_notice_at;  ///< the site is about to complete the order
  std::optional<Instant> completed_at;          ///< by the site
};

/// Applies the facts. Applying the same ones again changes nothing.
void apply_mailed_facts(const MailedFacts& facts, Order& order);

}  // namespace aliprotect
