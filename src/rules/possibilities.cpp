#include "rules/possibilities.h"

#include <algorithm>

#include "rules/refusals.h"

namespace aliprotect {
namespace {

/// What was wanted by an instant can be done after it all the same.
Window now_rather_by(const AssessedOrder& of, std::optional<Instant> by) {
  return {of.now, by && of.now < *by ? by : std::nullopt};
}

/// What can be done from now on, where nothing says since when.
Window from_now(const AssessedOrder& of, std::optional<Instant> until) {
  return {std::min(of.now, until.value_or(of.now)), until};
}

std::optional<Window> opening_dispute(const AssessedOrder& of) {
  const std::optional<Window>& window = of.protection.clocks.dispute;
  if (!window || against_opening_dispute(of.order, of.protection.clocks, window->from)) return {};
  return window;
}

std::optional<Window> requesting_extension(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  if (!clocks.closes || clocks.delivered) return {};
  if (against_extension_request(of.order, clocks, of.now)) return {};
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
  return clocks.delivered ? clocks.reason_change : from_now(of, {});  // freely before delivery
}

std::optional<Window> escalating(const AssessedOrder& of) {
  if (of.protection.status != Status::in_dispute) return {};
  return of.protection.clocks.escalation;
}

std::optional<Window> cancelling_dispute(const AssessedOrder& of) {
  if (against_cancelling_dispute(of.order, of.protection.clocks, of.now)) return {};
  return from_now(of, {});
}

std::optional<Window> sending_back(const AssessedOrder& of) {
  if (!return_outstanding(of.order)) return {};
  return now_rather_by(of, current_dispute(of.order)->return_by);
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
  Move move;
  std::optional<Window> (*window)(const AssessedOrder& of);
};

constexpr Rule rules[] = {
    {Move::send_back, sending_back},
    {Move::open_dispute, opening_dispute},
    {Move::request_extension, requesting_extension},
    {Move::escalate, escalating},
    {Move::add_evidence, adding_evidence},
    {Move::change_reason, changing_reason},
    {Move::cancel_dispute, cancelling_dispute},
    {Move::confirm, confirming},
    {Move::cancel_order, cancelling_order},
};

}  // namespace

std::vector<Possibility> possibilities(const AssessedOrder& of) {
  std::vector<Possibility> found;
  const bool finished = is_finished(of.protection.status);
  for (const Rule& rule : rules) {
    if (finished && rule.move != Move::send_back) continue;
    if (const auto window = rule.window(of)) found.push_back({rule.move, *window});
  }
  return found;
}

}  // namespace aliprotect
