#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "aliprotect/protection.h"

/// Orders, rule sets and instants as a test states them:
/// `order().ordered("2026-10-01").shipped("2026-10-03").days(45)`.
namespace aliprotect::testing {

/// `2026-10-03` is that day's first second of UTC; `2026-10-03T08:30:00Z` and `…-08:00` are exact.
/// Throws std::logic_error on anything else.
Instant at(std::string_view text);
/// `count` days after day 0, which is 2026-10-01 in UTC.
Instant day(int count);
/// The first or the last second of a typed date in an IANA zone: a beginning or an end (domain 3).
Instant first_second(std::string_view date, std::string_view zone);
Instant last_second(std::string_view date, std::string_view zone);

constexpr Days operator""_d(unsigned long long count) { return Days{static_cast<int>(count)}; }
constexpr std::nullopt_t none = std::nullopt;

/// As JSON has it; `none` where there is no instant.
std::string text(std::optional<Instant> instant);
/// `2026-10-03T00:00:00Z .. none`; `none` where there is no window.
std::string text(const std::optional<Window>& window);
/// `deadline 2026-11-17T00:00:00Z, closes 2026-11-17T00:00:00Z`; empty where there is none.
std::string text(const std::vector<Deadline>& deadlines);

/// The columns of domain 5, as values.
Policy policy_2016();
Policy policy_2017();
Policy policy_2023();

/// A fact's instant: text as `at` reads it, or an instant.
struct When {
  When(const char* text) : instant(at(text)) {}
  When(Instant given) : instant(given) {}
  Instant instant;
};

/// States the facts of one order, one call a fact. What belongs to a parcel, an extension or a
/// dispute is said of the one stated last.
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

  /// One more parcel, with a tracking number of its own.
  OrderBuilder& shipped(When when);
  /// One more parcel, shipped nobody knows when.
  OrderBuilder& shipped_some_time();
  OrderBuilder& no_tracking();
  OrderBuilder& untracked();
  /// This parcel has come; `all_delivered`: every one has.
  OrderBuilder& delivered(When when);
  OrderBuilder& all_delivered(When when);

  /// One more request, pending.
  OrderBuilder& requested(When when, int days);
  OrderBuilder& granted(When decided);
  /// Granted with the closing date that the order page then shows; its days are the difference
  /// rounded up.
  OrderBuilder& granted_until(When closes, int days, When decided);
  OrderBuilder& declined(When decided);

  /// One more dispute: *not received*, full refund, the seller silent, no evidence.
  OrderBuilder& dispute(When opened, Reason reason = Reason::not_received);
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
