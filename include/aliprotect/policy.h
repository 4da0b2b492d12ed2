#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/time.h"

namespace aliprotect {

struct Order;

/// When a not-received dispute can first be opened for parcels that can be tracked.
enum class NotReceivedOpens { shipment, deadline };
/// The event from which the longest protection is counted.
enum class ProtectionStart { shipment, ordered };

/// A rule set: the day counts of one marketplace in one era. Source: aliprotect-rules(7), "RULE
/// SETS".
struct Policy {
  std::string name;
  std::string era;
  std::string source;

  Days dispute_opens{};  ///< after shipment
  Days short_promise{};  ///< with a guaranteed time this short, a dispute can be opened at once
  Days dispute_after_completion{};  ///< how long after completion a dispute can still be opened
  std::optional<Days> escalation_opens;  ///< after the dispute; none: only automatic escalation
  Days auto_escalates{};                 ///< after the dispute
  std::optional<Days> reason_change;     ///< after delivery; none: while the dispute is open
  std::optional<Days> seller_answers;    ///< none: no limit
  Days reminder_from{};                  ///< before closes: the marketplace's own reminder mail
  Days reminder_until{};
  Days extension_from{};  ///< before closes: when to request an extension
  Days extension_until{};
  Days longest_protection{};  ///< longer protection causes a warning

  // With the default values of these, the rules of 2016 apply.
  std::optional<Days>
      completes_after_delivery;  ///< at the latest; none: delivery completes nothing
  NotReceivedOpens not_received_opens = NotReceivedOpens::shipment;
  std::optional<Days> no_tracking;  ///< after the order date: no shipment or tracking is suspicious
  std::optional<Days>
      return_ship;                 ///< after a refund with return was agreed: the default return-by
  std::optional<Days> chargeback;  ///< after the deadline: how long a card issuer may still refund
  ProtectionStart longest_protection_from = ProtectionStart::shipment;

  bool operator==(const Policy&) const = default;
};

std::string_view to_string(NotReceivedOpens value);
std::string_view to_string(ProtectionStart value);

inline constexpr std::string_view default_policy = "aliexpress-2016";

/// All rule sets, by name.
class Policies {
 public:
  explicit Policies(std::vector<Policy> policies);

  /// Returns null if there is no such rule set.
  const Policy* find(std::string_view name) const;
  /// Throws UserError, which lists the known rule sets, if there is no such rule set.
  const Policy& at(std::string_view name) const;
  /// Returns the rule set of a recorded order. Throws StoreError naming the order if there is none:
  /// no command records such an order, so the store is damaged.
  const Policy& of(const Order& order) const;
  const std::vector<Policy>& all() const { return policies_; }

 private:
  std::vector<Policy> policies_;  ///< ordered by name
};

}  // namespace aliprotect
