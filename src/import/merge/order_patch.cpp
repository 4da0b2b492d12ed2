#include "import/merge/order_patch.h"

#include <algorithm>

#include "aliprotect/protection.h"
#include "core/distinct.h"
#include "core/order_fields.h"
#include "import/merge/row.h"
#include "import/text/tracking_number.h"
#include "rules/extensions.h"

namespace aliprotect {
namespace {

template <typename Value, typename Fact>
void lay(const std::optional<Value>& stated, Fact& fact) {
  if (stated) fact = *stated;
}

/// Matches the elements of a file's list with recorded ones, each at most once. Those without a
/// match are added at the end.
template <typename Element>
class Matching {
 public:
  explicit Matching(std::vector<Element>& elements)
      : elements_(elements), free_(elements.size(), true) {}

  template <typename Same>
  Element* find(const Same& same) {
    for (std::size_t i = first_free_; i < free_.size(); ++i) {
      if (!free_[i] || !same(elements_[i])) continue;
      free_[i] = false;
      while (first_free_ < free_.size() && !free_[first_free_]) ++first_free_;
      return &elements_[i];
    }
    return nullptr;
  }

  template <typename Same>
  Element& find_or_add(const Same& same) {
    Element* found = find(same);
    return found ? *found : elements_.emplace_back();
  }

 private:
  std::vector<Element>& elements_;
  std::vector<bool> free_;
  std::size_t first_free_ = 0;  ///< all before it are matched
};

void apply_patch(const StatedParcel& stated, Parcel& parcel) {
  if (!same_tracking(stated.tracking, parcel.tracking)) lay(stated.tracking, parcel.tracking);
  lay(stated.carrier, parcel.carrier);
  lay(stated.untracked, parcel.untracked);
  lay(stated.shipped_at, parcel.shipped_at);
  lay(stated.delivered_at, parcel.delivered_at);
  lay(stated.claimed_delivered_at, parcel.claimed_delivered_at);
}

void apply_patch(const StatedExtension& stated, Extension& extension) {
  extension.requested_at = stated.requested_at;
  lay(stated.days, extension.days);
  lay(stated.channel, extension.channel);
  lay(stated.status, extension.status);
  lay(stated.decided_at, extension.decided_at);
  lay(stated.closes_at, extension.closes_at);
}

void apply_patch(const StatedEvidence& stated, Evidence& evidence) {
  evidence.file = stated.file;
  lay(stated.sha256, evidence.sha256);
  lay(stated.size, evidence.size);
  lay(stated.note, evidence.note);
  evidence.added_at = stated.added_at;
}

void apply_patch(const StatedDispute& stated, Dispute& dispute) {
  dispute.reason = stated.reason;
  lay(stated.want, dispute.want);
  lay(stated.amount, dispute.amount);
  dispute.opened_at = stated.opened_at;
  lay(stated.amended_at, dispute.amended_at);
  lay(stated.seller_answer, dispute.seller_answer);
  lay(stated.answered_at, dispute.answered_at);
  lay(stated.offer, dispute.offer);
  lay(stated.escalated_at, dispute.escalated_at);
  lay(stated.evidence_due, dispute.evidence_due);
  Matching matching(dispute.evidence);
  for (const StatedEvidence& evidence : stated.evidence) {
    apply_patch(evidence, matching.find_or_add([&](const Evidence& recorded) {
      return recorded.file == evidence.file && recorded.added_at == evidence.added_at;
    }));
  }
  lay(stated.outcome, dispute.outcome);
  lay(stated.refund, dispute.refund);
  lay(stated.closed_at, dispute.closed_at);
  lay(stated.return_by, dispute.return_by);
  lay(stated.returned_at, dispute.returned_at);
}

/// Parcels are matched by tracking number, and those without one by their position.
void apply_parcels(const OrderPatch& facts, Order& order) {
  Matching matching(order.parcels);
  for (const StatedParcel& stated : facts.parcels) {
    Parcel* parcel = matching.find([&](const Parcel& recorded) {
      return stated.tracking && same_tracking(stated.tracking, recorded.tracking);
    });
    const auto unnumbered = [&](const Parcel& recorded) {
      return !stated.tracking || !recorded.tracking;
    };
    apply_patch(stated, parcel ? *parcel : matching.find_or_add(unnumbered));
  }
}

/// Applies a shipment that a file states without a list of parcels.
void apply_only_parcel(const OrderPatch& facts, Order& order) {
  if (!facts.parcels.empty() || order.parcels.size() > 1) return;
  if (!facts.shipped_at && !facts.delivered_at) return;
  if (order.parcels.empty()) order.parcels.emplace_back();
  lay(facts.shipped_at, order.parcels.front().shipped_at);
  lay(facts.delivered_at, order.parcels.front().delivered_at);
}

void apply_extensions(const OrderPatch& facts, Order& order) {
  Matching matching(order.extensions);
  for (const StatedExtension& stated : facts.extensions) {
    apply_patch(stated, matching.find_or_add([&](const Extension& recorded) {
      return recorded.requested_at == stated.requested_at;
    }));
  }
}

void apply_disputes(const OrderPatch& facts, Order& order) {
  Matching matching(order.disputes);
  for (const StatedDispute& stated : facts.disputes) {
    apply_patch(stated, matching.find_or_add([&](const Dispute& recorded) {
      return recorded.opened_at == stated.opened_at;
    }));
  }
}

void apply_notes(const OrderPatch& facts, Order& order) {
  Matching matching(order.notes);
  for (const Note& note : facts.notes) {
    matching.find_or_add([&](const Note& recorded) { return recorded == note; }) = note;
  }
}

/// Returns the clocks that do not depend on the rule set: shipped, deadline and closes.
Clocks plain_clocks_of(const Order& order) { return clocks_of(order, Policy{}); }

/// Days count from a shipment. Without one they set no deadline, and the stated or recorded
/// deadline stays. A deadline that equals the one computed from the days changes nothing.
void apply_deadline(const OrderPatch& facts, Order& order) {
  const bool is_counted = facts.days && plain_clocks_of(order).shipped;
  if (is_counted || (facts.days && !facts.deadline && !order.deadline)) {
    order.days = facts.days;
    order.deadline.reset();
  } else if (facts.deadline && facts.deadline != plain_clocks_of(order).deadline) {
    order.deadline = facts.deadline;
    order.days.reset();
  }
}

/// Sets the end of protection to `at`, with the granted days included. A granted date no longer
/// counts.
void end_protection(Instant at, Order& order) {
  order.closes = at - granted_days(order);
  if (plain_clocks_of(order).closes == at) return;
  for (Extension& extension : order.extensions) extension.closes_at.reset();
}

/// Whether the seller granted a date after `at`, which means that the file is older than the grant.
bool is_granted_beyond(Instant at, const Order& order) {
  return std::any_of(
      order.extensions.begin(), order.extensions.end(),
      [&](const Extension& extension) { return extension.closes_at && *extension.closes_at > at; });
}

/// A typed `closes_at` includes extensions. One that equals the recorded end changes nothing.
void apply_closes(const OrderPatch& facts, Order& order) {
  const StatedCloses& stated = facts.closes;
  if (stated.source == ClosesSource::protection_days && facts.protection_days) order.closes.reset();
  if (!stated.at || stated.is_computed()) return;
  const Clocks recorded = plain_clocks_of(order);
  const bool is_kept = recorded.closes_source == ClosesSource::typed || !stated.source;
  if (is_kept && recorded.closes == stated.at) return;
  if (!is_granted_beyond(*stated.at, order)) end_protection(*stated.at, order);
}

bool is_delivered(const Order& order) {
  return !order.parcels.empty() &&
         std::all_of(order.parcels.begin(), order.parcels.end(),
                     [](const Parcel& parcel) { return parcel.delivered_at.has_value(); });
}

/// A refund on a page is recorded as a won dispute; the page does not say when it was opened or
/// why.
void record_refund(Instant at, Order& order) {
  const Dispute* open = open_dispute(order);
  Dispute& dispute = open ? order.disputes[static_cast<std::size_t>(open - order.disputes.data())]
                          : order.disputes.emplace_back();
  if (!open) {
    dispute.reason = is_delivered(order) ? Reason::not_as_described : Reason::not_received;
    dispute.opened_at = at;
  }
  dispute.outcome = Outcome::refunded;
  dispute.closed_at = at;
  dispute.refund = order.price;
}

/// Returns the last time at which something is recorded that precedes any end.
Instant last_event_before_end(const Order& order) {
  Instant last = order.ordered_at.value_or(first_instant);
  for (const Parcel& parcel : order.parcels) {
    for (const auto& at : {parcel.shipped_at, parcel.delivered_at})
      last = std::max(last, at.value_or(last));
  }
  for (const Dispute& dispute : order.disputes) last = std::max(last, dispute.opened_at);
  return last;
}

/// Returns when the order ended. An end without a date is not later than the longest protection:
/// otherwise an order of years ago would seem to have just ended.
Instant end_of(const UndatedStatus& status, const Order& order, std::optional<Days> longest) {
  if (!status.end_is_undated) return status.at;
  Instant end = std::min(status.at, plain_clocks_of(order).closes.value_or(status.at));
  if (order.ordered_at && longest) end = std::min(end, *order.ordered_at + *longest);
  return std::max(end, last_event_before_end(order));
}

/// Records that the site completed the order, at `at` or at the end of protection if that was
/// earlier. A recorded time stays.
void complete(Instant at, Order& order) {
  if (order.completed_at) return;
  order.completed_at = std::min(at, plain_clocks_of(order).closes.value_or(at));
}

void add_undated_notes(const UndatedStatus& undated_status, Order& order) {
  for (const std::string& text : undated_status.notes) {
    const bool known = std::any_of(order.notes.begin(), order.notes.end(),
                                   [&](const Note& note) { return note.text == text; });
    if (!known) order.notes.push_back({undated_status.at, text});
  }
}

void apply_undated_status(const UndatedStatus& undated_status, std::optional<Days> longest,
                          Order& order) {
  add_undated_notes(undated_status, order);
  if ((undated_status.shipped || undated_status.delivered) && order.parcels.empty())
    order.parcels.emplace_back();
  if (undated_status.delivered) {
    for (Parcel& parcel : order.parcels) {
      const bool known = parcel.delivered_at || parcel.claimed_delivered_at;
      if (undated_status.received ? parcel.delivered_at.has_value() : known) continue;
      auto& fact = undated_status.received ? parcel.delivered_at : parcel.claimed_delivered_at;
      fact = undated_status.at;
    }
  }
  if (has_recorded_end(order)) return;
  const Instant end = end_of(undated_status, order, longest);
  if (undated_status.refunded) {
    record_refund(end, order);
  } else if (undated_status.confirmed) {
    order.confirmed_at = end;
  } else if (undated_status.cancelled) {
    order.cancelled_at = end;
  } else if (undated_status.closed_by_itself) {
    complete(end, order);
  }
}

}  // namespace

void apply_patch(const OrderPatch& facts, Order& order, std::optional<Days> longest_protection) {
  for_each_plain_fact([&]<typename Fact>(const Fact& fact) {
    if constexpr (!is_exclusive<Fact>) lay(facts.*fact.member, order.*fact.member);
  });
  lay(facts.protection_days, order.protection_days);
  lay(facts.rules, order.rules);
  add_distinct(order.tags, facts.tags);
  apply_parcels(facts, order);
  apply_only_parcel(facts, order);
  apply_deadline(facts, order);
  apply_extensions(facts, order);
  apply_disputes(facts, order);
  apply_notes(facts, order);
  apply_closes(facts, order);
  if (facts.undated_status) apply_undated_status(*facts.undated_status, longest_protection, order);
  if (facts.mails) apply_mailed_facts(*facts.mails, order);
}

}  // namespace aliprotect
