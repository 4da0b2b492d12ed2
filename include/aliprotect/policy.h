#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/time.h"

namespace aliprotect {

struct Order;

/// A rule set: the named day counts of one marketplace in one era (domain 5).
struct Policy {
  std::string name;
  std::string era;
  std::string source;

  Days dispute_opens{};                  ///< after shipment
  Days short_promise{};                  ///< promised within this: a dispute can be opened at once
  Days dispute_grace{};                  ///< after closes, a dispute can still be opened
  std::optional<Days> escalation_opens;  ///< after the dispute; none: there is no button
  Days auto_escalates{};                 ///< after the dispute
  std::optional<Days> reason_change;     ///< after delivery; none: any time while open
  std::optional<Days> seller_answers;    ///< none: no limit
  Days reminder_from{};                  ///< the marketplace's own mail, before closes
  Days reminder_until{};
  Days extension_from{};  ///< an extension is advised, before closes
  Days extension_until{};
  Days longest_protection{};  ///< a warning only

  bool operator==(const Policy&) const = default;
};

inline constexpr std::string_view default_policy = "aliexpress-2016";

/// The rule sets that orders can live under, by name.
class Policies {
 public:
  explicit Policies(std::vector<Policy> policies);

  /// Null where no rule set has that name.
  const Policy* find(std::string_view name) const;
  /// Throws UserError that names the known ones.
  const Policy& at(std::string_view name) const;
  /// The one that a recorded order is under. Throws StoreError that names the order, as no command
  /// records an order without its rule set.
  const Policy& of(const Order& order) const;
  const std::vector<Policy>& all() const { return policies_; }

 private:
  std::vector<Policy> policies_;  ///< ordered by name
};

}  // namespace aliprotect
