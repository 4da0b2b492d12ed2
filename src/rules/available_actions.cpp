#include "rules/available_actions.h"

#include <algorithm>

#include "rules/refusals.h"

namespace aliprotect {
namespace {

/// An action that is still possible after its due time `by`.
Window now_rather_by(const AssessedOrder& of, std::optional<Instant> by) {
  return {of.now, by && of.now < *by ? by : std::nullopt};
}

/// An action that is possible now, with no known beginning.
Window from_now(const AssessedOrder& of, std::optional<Instant> until) {
  return {std::min(of.now, until.value_or(of.now)), until};
}

std::optional<Window> opening_dispute(const AssessedOrder& of) {
  const std::optional<Window>& window = of.protection.clocks.dispute;
  if (!window || check_dispute_opening(of.order, of.protection.clocks, window->from)) return {};
  return window;
}

std::optional<Window> requesting_extension(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  if (!clocks.closes || clocks.delivered || of.order.confirmed_at) return {};
  if (check_extension_request(of.order, clocks, of.now)) return {};
  return from_now(of, clocks.closes);
}

std::optional<Window> adding_evidence(const AssessedOrder& of) {
  const Dispute* dispute = open_dispute(of.order);
  if (!dispute) return {};
  return now_rather_by(of, dispute->evidence_due);
}

std::optional<Window> changing_reason(const AssessedOrder& of) {
  const Dispute* dispute = open_dispute(of.order);
  if (!dispute || dispute->reason != Reason::not_received) return {};
  const Clocks& clocks = of.protection.clocks;
  return clocks.delivered ? clocks.reason_change
                          : from_now(of, {});  // before delivery it can be changed at any time
}

std::optional<Window> escalating(const AssessedOrder& of) {
  if (of.protection.status != Status::in_dispute) return {};
  return of.protection.clocks.escalation;
}

std::optional<Window> cancelling_dispute(const AssessedOrder& of) {
  if (check_dispute_cancellation(of.order, of.protection.clocks, of.now)) return {};
  return from_now(of, {});
}

std::optional<Window> sending_back(const AssessedOrder& of) {
  if (!return_outstanding(of.order)) return {};
  return now_rather_by(of, of.protection.clocks.return_by);
}

std::optional<Window> confirming(const AssessedOrder& of) {
  if (of.protection.status != Status::delivered) return {};
  return from_now(of, of.protection.clocks.last_chance);
}

std::optional<Window> cancelling_order(const AssessedOrder& of) {
  if (of.protection.status != Status::awaiting_shipment) return {};
  return from_now(of, {});
}

struct Rule {
  BuyerAction action;
  std::optional<Window> (*window)(const AssessedOrder& of);
};

constexpr Rule rules[] = {
    {BuyerAction::send_back, sending_back},
    {BuyerAction::open_dispute, opening_dispute},
    {BuyerAction::request_extension, requesting_extension},
    {BuyerAction::escalate, escalating},
    {BuyerAction::add_evidence, adding_evidence},
    {BuyerAction::change_reason, changing_reason},
    {BuyerAction::cancel_dispute, cancelling_dispute},
    {BuyerAction::confirm, confirming},
    {BuyerAction::cancel_order, cancelling_order},
};

}  // namespace

std::vector<AvailableAction> available_actions(const AssessedOrder& of) {
  std::vector<AvailableAction> found;
  const bool finished = is_finished(of.protection.status) && !of.protection.at_risk;
  for (const Rule& rule : rules) {
    if (finished && rule.action != BuyerAction::send_back) continue;
    if (const auto window = rule.window(of)) found.push_back({rule.action, *window});
  }
  return found;
}

}  // namespace aliprotect
