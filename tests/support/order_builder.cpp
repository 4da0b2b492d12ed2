#include "support/order_builder.h"

#include <stdexcept>

namespace aliprotect::testing {
namespace {

Instant bound_of(std::string_view date, std::string_view zone, Bound bound) {
  return read_when(date, bound, day(0), Zone::named(zone)).at;
}

}  // namespace

Instant at(std::string_view text) {
  const bool date_alone = text.size() == std::string_view("2026-10-03").size();
  const auto read = from_rfc3339(std::string(text) + (date_alone ? "T00:00:00Z" : ""));
  if (!read) throw std::logic_error("a test cannot state the instant " + std::string(text));
  return *read;
}

Instant day(int count) {
  return std::chrono::sys_days{std::chrono::year{2026} / 10 / 1} + Days{count};
}

Instant first_second(std::string_view date, std::string_view zone) {
  return bound_of(date, zone, Bound::begin);
}

Instant last_second(std::string_view date, std::string_view zone) {
  return bound_of(date, zone, Bound::end);
}

std::string text(std::optional<Instant> instant) { return instant ? to_rfc3339(*instant) : "none"; }

std::string text(const std::optional<Window>& window) {
  if (!window) return "none";
  return text(std::optional(window->from)) + " .. " + text(window->until);
}

std::string text(const std::vector<Deadline>& deadlines) {
  std::string all;
  for (const Deadline& deadline : deadlines) {
    if (!all.empty()) all += ", ";
    all += std::string(to_string(deadline.kind)) + " " + to_rfc3339(deadline.at);
  }
  return all;
}

Policy policy_2016() {
  Policy policy;
  policy.name = "aliexpress-2016";
  policy.dispute_opens = 5_d;
  policy.short_promise = 5_d;
  policy.dispute_after_completion = 0_d;
  policy.escalation_opens = 3_d;
  policy.auto_escalates = 15_d;
  policy.reason_change = 5_d;
  policy.seller_answers = none;
  policy.reminder_from = 4_d;
  policy.reminder_until = 3_d;
  policy.extension_from = 3_d;
  policy.extension_until = 2_d;
  policy.longest_protection = 60_d;
  return policy;
}

Policy policy_2017() {
  Policy policy = policy_2016();
  policy.name = "aliexpress-2017";
  policy.dispute_opens = 10_d;
  policy.dispute_after_completion = 15_d;
  policy.escalation_opens = none;
  policy.auto_escalates = 7_d;
  policy.reason_change = none;
  policy.seller_answers = 5_d;
  policy.longest_protection = 90_d;
  policy.completes_after_delivery = 0_d;
  policy.no_tracking = 7_d;
  policy.return_ship = 10_d;
  return policy;
}

Policy policy_2023() {
  Policy policy = policy_2017();
  policy.name = "aliexpress-2023";
  return policy;
}

Policy policy_2024() {
  Policy policy = policy_2017();
  policy.name = "aliexpress-2024";
  policy.not_received_opens = NotReceivedOpens::deadline;
  policy.chargeback = 120_d;
  policy.longest_protection_from = ProtectionStart::ordered;
  return policy;
}

OrderBuilder::OrderBuilder() {
  order_.id = OrderId{1};
  order_.number = OrderNumber::read("3051000000421234");
  order_.rules = default_policy;
}

OrderBuilder& OrderBuilder::ordered(When when) {
  order_.ordered_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::ship_by(When when) {
  order_.ship_by = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::days(int count) {
  order_.days = Days{count};
  return *this;
}

OrderBuilder& OrderBuilder::deadline(When when) {
  order_.deadline = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::protection_days(int count) {
  order_.protection_days = Days{count};
  return *this;
}

OrderBuilder& OrderBuilder::closes(When when) {
  order_.closes = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::pickup_by(When when) {
  order_.pickup_by = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::inspected(Inspection what) {
  order_.inspection = what;
  return *this;
}

OrderBuilder& OrderBuilder::confirmed(When when) {
  order_.confirmed_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::cancelled(When when) {
  order_.cancelled_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::shipped(When when) {
  shipped_some_time();
  order_.parcels.back().shipped_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::shipped_some_time() {
  Parcel parcel;
  parcel.tracking = "LP00" + std::to_string(order_.parcels.size() + 1);
  order_.parcels.push_back(parcel);
  return *this;
}

OrderBuilder& OrderBuilder::no_tracking() {
  order_.parcels.back().tracking.reset();
  return *this;
}

OrderBuilder& OrderBuilder::untracked() {
  order_.parcels.back().untracked = true;
  return *this;
}

OrderBuilder& OrderBuilder::delivered(When when) {
  order_.parcels.back().delivered_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::claimed(When when) {
  order_.parcels.back().claimed_delivered_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::noticed(When when) {
  order_.completion_notice_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::completed(When when) {
  order_.completed_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::late_credit(const char* text) {
  order_.late_credit = text;
  return *this;
}

OrderBuilder& OrderBuilder::amended(When when) {
  order_.disputes.back().amended_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::all_delivered(When when) {
  for (Parcel& parcel : order_.parcels) parcel.delivered_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::requested(When when, int days) {
  Extension extension;
  extension.requested_at = when.instant;
  extension.days = Days{days};
  order_.extensions.push_back(extension);
  return *this;
}

OrderBuilder& OrderBuilder::granted(When decided) {
  order_.extensions.back().status = ExtensionStatus::granted;
  order_.extensions.back().decided_at = decided.instant;
  return *this;
}

OrderBuilder& OrderBuilder::granted_until(When closes, int days, When decided) {
  order_.extensions.back().closes_at = closes.instant;
  order_.extensions.back().days = Days{days};
  return granted(decided);
}

OrderBuilder& OrderBuilder::declined(When decided) {
  order_.extensions.back().status = ExtensionStatus::declined;
  order_.extensions.back().decided_at = decided.instant;
  return *this;
}

OrderBuilder& OrderBuilder::dispute(When opened, Reason reason) {
  Dispute dispute;
  dispute.opened_at = opened.instant;
  dispute.reason = reason;
  order_.disputes.push_back(dispute);
  return *this;
}

OrderBuilder& OrderBuilder::want(Want what) {
  order_.disputes.back().want = what;
  return *this;
}

OrderBuilder& OrderBuilder::answered(SellerAnswer answer, When when) {
  order_.disputes.back().answered_at = when.instant;
  return seller(answer);
}

OrderBuilder& OrderBuilder::seller(SellerAnswer answer) {
  order_.disputes.back().seller_answer = answer;
  return *this;
}

OrderBuilder& OrderBuilder::evidence(When added) {
  Evidence evidence;
  evidence.file = "photo.jpg";
  evidence.added_at = added.instant;
  order_.disputes.back().evidence.push_back(evidence);
  return *this;
}

OrderBuilder& OrderBuilder::evidence_due(When when) {
  order_.disputes.back().evidence_due = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::escalated(When when) {
  order_.disputes.back().escalated_at = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::resolved(Outcome outcome, When closed) {
  order_.disputes.back().outcome = outcome;
  order_.disputes.back().closed_at = closed.instant;
  return *this;
}

OrderBuilder& OrderBuilder::dispute_cancelled(When closed) {
  order_.disputes.back().closed_at = closed.instant;
  return *this;
}

OrderBuilder& OrderBuilder::return_by(When when) {
  order_.disputes.back().return_by = when.instant;
  return *this;
}

OrderBuilder& OrderBuilder::returned(When when) {
  order_.disputes.back().returned_at = when.instant;
  return *this;
}

}  // namespace aliprotect::testing
