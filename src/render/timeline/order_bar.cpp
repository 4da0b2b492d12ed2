#include "render/timeline/order_bar.h"

#include <algorithm>

#include "core/least.h"

namespace aliprotect {
namespace {

/// Returns the earliest recorded end, where the bar ends.
/// Receipt confirmed by the buyer does not end it while a dispute is possible.
std::optional<Instant> recorded_end(const AssessedOrder& of) {
  const Order& order = of.order;
  std::optional<Instant> end;
  const bool reopened = is_reopened(order, of.protection.clocks) || of.protection.at_risk;
  if (!reopened) keep_least(end, order.confirmed_at);
  keep_least(end, order.cancelled_at);
  const Dispute* dispute = current_dispute(order);
  if (dispute && dispute->outcome) keep_least(end, dispute->closed_at);
  return end;
}

class Drawing {
 public:
  explicit Drawing(const AssessedOrder& of) : end_(recorded_end(of)) {
    if (end_) mark(BarMark::finished, end_);
  }

  /// Ignores spans without any date.
  void span(BarPart part, std::optional<Instant> from, std::optional<Instant> until) {
    if (end_ && (!until || *until > *end_)) until = end_;
    if (!from && !until) return;
    if (from && until && *from >= *until) return;
    bar_.spans.push_back({part, from, until});
  }
  void mark(BarMark mark, std::optional<Instant> at) {
    if (at && (!end_ || *at <= *end_)) bar_.marks.push_back({mark, *at});
  }
  /// Adds a mark even after the end of the order.
  void after_end(std::optional<Instant> until) {
    if (end_ || until) bar_.spans.push_back({BarPart::waiting, end_, until});
    if (until) bar_.marks.push_back({BarMark::due, *until});
  }
  OrderBar sorted() && {
    std::stable_sort(bar_.spans.begin(), bar_.spans.end(),
                     [](const BarSpan& a, const BarSpan& b) { return a.part < b.part; });
    std::stable_sort(bar_.marks.begin(), bar_.marks.end(),
                     [](const DatedMark& a, const DatedMark& b) { return a.mark < b.mark; });
    return std::move(bar_);
  }

 private:
  std::optional<Instant> end_;
  OrderBar bar_;
};

void add_protection(Drawing& drawing, const Order& order, const Clocks& clocks) {
  const auto begin = clocks.shipped ? clocks.shipped : order.ordered_at;
  if (order.parcels.empty()) {
    drawing.span(BarPart::waiting, begin, clocks.closes ? clocks.closes : order.ship_by);
    drawing.mark(BarMark::due, order.ship_by);
  } else {
    drawing.span(BarPart::shipped, begin, clocks.last_chance);
  }
  if (clocks.dispute) drawing.span(BarPart::window, clocks.dispute->from, clocks.dispute->until);
  if (clocks.closes && clocks.granted > Days{0}) {
    const Instant before = *clocks.closes - clocks.granted;
    drawing.span(BarPart::extended, std::max(before, begin.value_or(before)), clocks.closes);
  }
  if (clocks.completion) {
    drawing.span(BarPart::grace, clocks.completion->at, clocks.last_chance);
  }
}

/// An open dispute ends at its automatic escalation; the end of an escalated one is unknown.
void add_dispute(Drawing& drawing, const AssessedOrder& of, const Dispute& dispute) {
  const bool escalates = dispute.is_open() && of.protection.status == Status::in_dispute;
  const auto until = escalates ? of.protection.clocks.auto_escalates : dispute.closed_at;
  drawing.span(BarPart::dispute, dispute.opened_at, until);
  if (!dispute.is_open()) return;
  if (escalates) drawing.mark(BarMark::due, until);
  drawing.mark(BarMark::due, dispute.evidence_due);
}

}  // namespace

OrderBar bar_of(const AssessedOrder& of) {
  const Order& order = of.order;
  const Clocks& clocks = of.protection.clocks;
  Drawing drawing(of);
  add_protection(drawing, order, clocks);
  for (const Dispute& dispute : order.disputes) add_dispute(drawing, of, dispute);
  drawing.mark(BarMark::delivered, clocks.delivered);
  if (!clocks.delivered) drawing.mark(BarMark::due, order.pickup_by);
  const bool held = open_dispute(order) != nullptr;  // then the order does not close
  if (held || clocks.deadline != clocks.last_chance) {
    drawing.mark(BarMark::deadline, clocks.deadline);
  }
  if (!held) drawing.mark(BarMark::closes, clocks.last_chance);
  if (of.protection.status == Status::resolved && return_outstanding(order)) {
    drawing.after_end(clocks.return_by);
  }
  return std::move(drawing).sorted();
}

}  // namespace aliprotect
