#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "aliprotect/protection.h"

/// Orders, rule sets and instants for tests:
/// `order().ordered("2026-10-01").shipped("2026-10-03").days(45)`.
namespace aliprotect::testing {

/// `2026-10-03` is the first second of that day in UTC; `2026-10-03T08:30:00Z` and `…-08:00` are
/// exact. Throws std::logic_error for other text.
Instant at(std::string_view text);
/// `count` days after day 0, which is 2026-10-01 in UTC.
Instant day(int count);
/// The first or the last second of a date in an IANA zone.
Instant first_second(std::string_view date, std::string_view zone);
Instant last_second(std::string_view date, std::string_view zone);

constexpr Days operator""_d(unsigned long long count) { return Days{static_cast<int>(count)}; }
constexpr std::nullopt_t none = std::nullopt;

/// As in JSON; `none` without an instant.
std::string text(std::optional<Instant> instant);
/// `2026-10-03T00:00:00Z .. none`; `none` without a window.
std::string text(const std::optional<Window>& window);
/// `deadline 2026-11-17T00:00:00Z, closes 2026-11-17T00:00:00Z`; empty without deadlines.
std::string text(const std::vector<Deadline>& deadlines);

/// The built-in rule sets, as in aliprotect-rules(7), "RULE SETS".
Policy policy_2016();
Policy policy_2017();
Policy policy_2023();
Policy policy_2024();

/// The time of a fact: an instant, or text for `at`.
struct When {
  When(const char* text) : instant(at(text)) {}
  When(Instant given) : instant(given) {}
  Instant instant;
};

/// Sets the facts of an order, one per call. Facts of a parcel, an extension or a dispute apply to
/// the last one added.
class OrderBuilder {
 public:
  OrderBuilder();
  operator Order() const { return order_; }
  const Order& build() const { return order_; }

  OrderBuilder& ordered(When when);
  OrderBuilder& ship_by(When when);
  OrderBuilder& days(int count);
  OrderBuilder& deadline(When when);
  OrderBuilder& protection_days(int count);
  OrderBuilder& closes(When when);
  OrderBuilder& pickup_by(When when);
  OrderBuilder& inspected(Inspection what);
  OrderBuilder& confirmed(When when);
  OrderBuilder& cancelled(When when);

  /// Adds a parcel with its own tracking number.
  OrderBuilder& shipped(When when);
  /// Adds a parcel with an unknown shipping date.
  OrderBuilder& shipped_some_time();
  OrderBuilder& no_tracking();
  OrderBuilder& untracked();
  /// The carrier reports delivery of the last parcel.
  OrderBuilder& claimed(When when);
  OrderBuilder& noticed(When when);
  OrderBuilder& completed(When when);
  OrderBuilder& late_credit(const char* text);
  /// Marks the last parcel, or all parcels, as delivered.
  OrderBuilder& delivered(When when);
  OrderBuilder& all_delivered(When when);

  /// Adds a pending request.
  OrderBuilder& requested(When when, int days);
  OrderBuilder& granted(When decided);
  /// Grants it with a closing date; its days are the difference, rounded up.
  OrderBuilder& granted_until(When closes, int days, When decided);
  OrderBuilder& declined(When decided);

  /// Adds a dispute: not received, full refund, no answer of the seller, no evidence.
  OrderBuilder& dispute(When opened, Reason reason = Reason::not_received);
  OrderBuilder& amended(When when);
  OrderBuilder& want(Want what);
  OrderBuilder& seller(SellerAnswer answer);
  OrderBuilder& answered(SellerAnswer answer, When when);
  OrderBuilder& evidence(When added);
  OrderBuilder& evidence_due(When when);
  OrderBuilder& escalated(When when);
  OrderBuilder& resolved(Outcome outcome, When closed);
  OrderBuilder& dispute_cancelled(When closed);
  OrderBuilder& return_by(When when);
  OrderBuilder& returned(When when);

 private:
  Order order_;
};

inline OrderBuilder order() { return {}; }

}  // namespace aliprotect::testing
