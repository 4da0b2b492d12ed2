#include "render/history.h"

#include <algorithm>
#include <map>

#include "core/least.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

class HistoryBuilder {
 public:
  void add_fact(std::optional<Instant> at, const std::string& what, Bound bound = Bound::begin) {
    if (at) events_.push_back({*at, bound, what});
  }
  /// Ignores limits after the recorded end of the order.
  void add_limit(std::optional<Instant> at, Bound bound, const std::string& what) {
    if (at && (!end_ || *at <= *end_)) events_.push_back({*at, bound, what});
  }
  void set_end(std::optional<Instant> at) { keep_least(end_, at); }
  /// Returns the events, oldest first, with those of the same instant joined.
  std::vector<HistoryEvent> build() && {
    std::stable_sort(events_.begin(), events_.end(),
                     [](const HistoryEvent& a, const HistoryEvent& b) { return a.at < b.at; });
    std::vector<HistoryEvent> joined;
    for (HistoryEvent& event : events_) {
      if (joined.empty() || joined.back().at != event.at || joined.back().bound != event.bound) {
        joined.push_back(std::move(event));
      } else {
        joined.back().what += "; " + event.what;
      }
    }
    return joined;
  }

 private:
  std::optional<Instant> end_;
  std::vector<HistoryEvent> events_;
};

std::string counted(const std::string& what, std::optional<Days> days) {
  return days ? what + ", " + std::to_string(days->count()) + " d" : what;
}

std::string source_of_closes(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  std::string text;
  switch (*clocks.closes_source) {
    case ClosesSource::typed:
      text = "as entered";
      break;
    case ClosesSource::protection_days:
      text = "shipment + " + std::to_string(of.order.protection_days->count()) + " d";
      break;
    case ClosesSource::deadline:
      text = "same as the deadline";
      break;
  }
  if (clocks.granted > Days{0})
    text += " + " + std::to_string(clocks.granted.count()) + " d granted";
  return text;
}

void add_parcels(HistoryBuilder& builder, const Order& order) {
  const bool several = order.parcels.size() > 1;
  for (const Parcel& parcel : order.parcels) {
    const std::string which =
        several
            ? "parcel " + (parcel.tracking ? printable(*parcel.tracking) : "without number") + " "
            : "";
    builder.add_fact(parcel.shipped_at, which + "shipped");
    builder.add_fact(parcel.claimed_delivered_at, which + "delivered according to the carrier");
    builder.add_fact(parcel.delivered_at, which + "delivered");
  }
}

void add_extensions(HistoryBuilder& builder, const Order& order) {
  for (const Extension& extension : order.extensions) {
    builder.add_fact(extension.requested_at, counted("extension requested", extension.days));
    const std::string decision = "extension " + std::string(to_string(extension.status));
    builder.add_fact(extension.decided_at, counted(decision, extension.days));
  }
}

void add_dispute(HistoryBuilder& builder, const AssessedOrder& of, const Dispute& dispute) {
  builder.add_fact(dispute.opened_at, "dispute opened, " + format_word(to_string(dispute.reason)));
  builder.add_fact(dispute.amended_at, "dispute amended");
  if (dispute.answered_at) {
    builder.add_fact(dispute.answered_at, "seller " +
                                              std::string(to_string(dispute.seller_answer)) +
                                              (dispute.offer ? " " + to_text(*dispute.offer) : ""));
  }
  std::map<Instant, std::size_t> added;
  for (const Evidence& evidence : dispute.evidence) ++added[evidence.added_at];
  for (const auto& [at, files] : added)
    builder.add_fact(at, "evidence added, " + format_count(files, "file"));
  builder.add_fact(dispute.escalated_at, "dispute escalated");
  const bool by_itself = escalation_of(dispute, of.policy, of.now) == Escalation::automatic;
  if (by_itself)
    builder.add_fact(dispute.opened_at + of.policy.auto_escalates,
                     "dispute escalated automatically");
  builder.add_fact(dispute.closed_at, "dispute " + format_outcome(dispute));
  builder.add_fact(dispute.returned_at, "goods sent back");
  if (!dispute.returned_at) {
    const bool current = &dispute == current_dispute(of.order);
    const bool by_default = !dispute.return_by && current;
    builder.add_fact(
        by_default ? of.protection.clocks.return_by : dispute.return_by,
        by_default ? "return by (default of the rule set, third-party source)" : "return by",
        Bound::end);
  }
  if (dispute.is_open()) builder.add_limit(dispute.evidence_due, Bound::end, "evidence due");
}

void add_limits_of_dispute(HistoryBuilder& builder, const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  if (of.protection.status != Status::in_dispute) return;
  if (clocks.escalation)
    builder.add_limit(clocks.escalation->from, Bound::begin, "can be escalated");
  builder.add_limit(clocks.auto_escalates, Bound::end, "escalates automatically");
}

/// Mentions a dispute that was open at `closes` and kept the order from closing.
const char* held(const Order& order, Instant closes) {
  const bool was_held =
      std::any_of(order.disputes.begin(), order.disputes.end(), [&](const Dispute& dispute) {
        const bool ended = dispute.closed_at && *dispute.closed_at <= closes;
        return dispute.opened_at <= closes && !ended;
      });
  return was_held ? ", held open by the dispute" : "";
}

/// Returns what the time for disputes is counted from.
std::string format_start(const Completion& completion) {
  switch (completion.source) {
    case CompletionSource::confirmed:
      return "your confirmation";
    case CompletionSource::completed:
      return "completion by the site";
    case CompletionSource::delivery:
      return "the last delivery";
    case CompletionSource::closes:
      return "the end of protection";
  }
  return {};
}

void add_limits(HistoryBuilder& builder, const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  const Order& order = of.order;
  const std::string counted_deadline =
      order.days ? "deadline (shipment + " + std::to_string(order.days->count()) + " d)"
                 : std::string("deadline");
  if (!clocks.shipped) builder.add_limit(order.ship_by, Bound::end, "ship by");
  if (clocks.dispute)
    builder.add_limit(clocks.dispute->from, Bound::begin, "a dispute can be opened");
  if (!clocks.delivered) builder.add_limit(order.pickup_by, Bound::end, "pick up by");
  const bool kept = clocks.delivered && clocks.deadline && *clocks.delivered <= *clocks.deadline;
  if (!kept) builder.add_limit(clocks.deadline, Bound::end, counted_deadline);
  const bool closed = of.protection.status == Status::auto_closed;
  if (is_lost(order, clocks, of.protection.status)) {
    builder.add_fact(clocks.chargeback,
                     "a card issuer or PayPal may still refund until then "
                     "(third-party source)",
                     Bound::end);
  }
  const bool grace = clocks.last_chance != clocks.closes;
  if (clocks.closes) {
    builder.add_limit(clocks.closes, Bound::end,
                      (closed && !grace ? "closed automatically (" : "closes (") +
                          source_of_closes(of) + ")" + held(order, *clocks.closes));
  }
  if (!grace || !clocks.last_chance) return;
  builder.add_limit(clocks.last_chance, Bound::end,
                    closed ? "closed automatically"
                           : "last chance (rule set " + order.rules + ", counted from " +
                                 format_start(*clocks.completion) + ")" +
                                 held(order, *clocks.last_chance));
}

}  // namespace

std::vector<HistoryEvent> history(const AssessedOrder& of) {
  const Order& order = of.order;
  HistoryBuilder builder;
  const bool reopened = is_reopened(order, of.protection.clocks) || of.protection.at_risk;
  if (!reopened) builder.set_end(order.confirmed_at);
  builder.set_end(order.cancelled_at);
  const Dispute* dispute = current_dispute(order);
  const bool resolved = dispute && dispute->outcome;
  if (resolved) builder.set_end(dispute->closed_at);

  builder.add_fact(order.ordered_at, "ordered");
  add_parcels(builder, order);
  add_limits(builder, of);
  add_extensions(builder, order);
  for (const Dispute& each : order.disputes) add_dispute(builder, of, each);
  add_limits_of_dispute(builder, of);
  builder.add_fact(order.completion_notice_at, "the site announced completion");
  builder.add_fact(order.completed_at, "completed by the site");
  builder.add_fact(order.confirmed_at, "receipt confirmed");
  builder.add_fact(order.cancelled_at, "order cancelled");
  return std::move(builder).build();
}

}  // namespace aliprotect
