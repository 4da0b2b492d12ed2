// What the carriers and the site report: completion, the end of the dispute window, urgency.
#include <utility>

#include "property/examples.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

Seconds some_delay() { return Seconds{one_in(4) ? from_to(0, 2) : from_to(0, 40) * 86'400}; }

/// Returns the last chance to open a dispute; an unknown one counts as later than any instant.
Instant window_end(const Example& e) {
  return clocks_of(e.order, e.policy).last_chance.value_or(Instant::max());
}

bool delay(std::optional<Instant>& fact) {
  if (fact) *fact += some_delay();
  return fact.has_value();
}

bool prolong(std::optional<Days>& days) {
  if (days) *days += Days{from_to(0, 40)};
  return days.has_value();
}

/// Something of which the end of the dispute window is the later, the later it is.
struct Input {
  const char* name;
  bool (*move_later)(Example& e);  ///< returns whether the example has it
};

bool is_confirmation_counted(const Example& e) {
  return e.policy.dispute_after_completion > Days{0};
}

template <typename Move>
bool any_parcel(Example& e, Move move) {
  if (e.order.parcels.empty()) return false;
  const int last = static_cast<int>(e.order.parcels.size()) - 1;
  return move(e.order.parcels[static_cast<std::size_t>(from_to(0, last))]);
}

bool prolong_grant(Example& e) {
  for (Extension& extension : e.order.extensions) {
    if (extension.status == ExtensionStatus::granted) return prolong(extension.days);
  }
  return false;
}

// clang-format off: one input per line
const Input inputs[] = {
    {"completed_at", [](Example& e) { return delay(e.order.completed_at); }},
    {"confirmed_at",
     [](Example& e) { return is_confirmation_counted(e) && delay(e.order.confirmed_at); }},
    {"claim",
     [](Example& e) {
       return any_parcel(e, [](Parcel& of) { return delay(of.claimed_delivered_at); });
     }},
    {"delivery",
     [](Example& e) { return any_parcel(e, [](Parcel& of) { return delay(of.delivered_at); }); }},
    {"shipment",
     [](Example& e) { return any_parcel(e, [](Parcel& of) { return delay(of.shipped_at); }); }},
    {"closes", [](Example& e) { return delay(e.order.closes); }},
    {"deadline", [](Example& e) { return delay(e.order.deadline); }},
    {"days", [](Example& e) { return prolong(e.order.days); }},
    {"protection days", [](Example& e) { return prolong(e.order.protection_days); }},
    {"granted days", prolong_grant},
    {"N",
     [](Example& e) {
       e.policy.dispute_after_completion += Days{from_to(0, 30)};
       return e.policy.dispute_after_completion > Days{0} && !e.order.confirmed_at;
     }},
    {"N, with a confirmation",
     [](Example& e) {
       if (!is_confirmation_counted(e)) return false;
       e.policy.dispute_after_completion += Days{from_to(0, 30)};
       return true;
     }},
    {"K", [](Example& e) { return prolong(e.policy.completes_after_delivery); }},
};

/// Something that can only end the dispute window earlier, once it is known.
const Input ends[] = {
    {"completed_at",
     [](Example& e) { return !std::exchange(e.order.completed_at, some_instant()); }},
    {"confirmed_at",
     [](Example& e) {
       return !std::exchange(e.order.confirmed_at, some_instant()) && is_confirmation_counted(e);
     }},
    {"claim",
     [](Example& e) {
       return any_parcel(
           e, [](Parcel& of) { return !std::exchange(of.claimed_delivered_at, some_instant()); });
     }},
    {"delivery",
     [](Example& e) {
       return any_parcel(
           e, [](Parcel& of) { return !std::exchange(of.delivered_at, some_instant()); });
     }},
    {"K",
     [](Example& e) {
       return !std::exchange(e.policy.completes_after_delivery, Days{from_to(0, 9)});
     }},
};
// clang-format on

/// A fact that answers no question: a report of a carrier or of the site, or a promised coupon.
struct Report {
  const char* name;
  bool (*add)(Order& order, Instant at);  ///< returns whether it is new
};

const Report reports[] = {
    {"claim",
     [](Order& order, Instant at) {
       bool is_new = false;
       for (Parcel& parcel : order.parcels) {
         is_new = is_new || !parcel.claimed_delivered_at;
         if (!parcel.claimed_delivered_at) parcel.claimed_delivered_at = at;
       }
       return is_new;
     }},
    {"completion notice",
     [](Order& order, Instant at) { return !std::exchange(order.completion_notice_at, at); }},
    {"completed_at",
     [](Order& order, Instant at) { return !std::exchange(order.completed_at, at); }},
    {"late credit",
     [](Order& order, Instant) { return !std::exchange(order.late_credit, "2 USD"); }},
};

/// Whether the report is the completion until which the goods had to be inspected. Then the time
/// until the end of the dispute window remains.
bool completes_delivered_goods(const Protection& before, const Protection& after, Instant now) {
  return before.clocks.delivered && !is_completed(before.clocks, now) &&
         is_completed(after.clocks, now);
}

/// A report of a delivery answers whether the goods arrived: to look for them comes first. It is
/// critical, too, before the dispute window ends.
bool asks_in_time_for_delivery(const Protection& after, Instant now) {
  return after.next_step.action == Action::check_delivery &&
         (!after.clocks.last_chance || now < *after.clocks.last_chance - Days{2});
}

}  // namespace

TEST_CASE("the end of the dispute window is monotone in each of its inputs") {
  for (const Input& input : inputs) {
    INFO(input.name);
    for_every_example([&](const Example& before) {
      Example after = before;
      if (input.move_later(after)) RC_ASSERT(window_end(after) >= window_end(before));
    });
  }
}

TEST_CASE("no completion that becomes known ends the dispute window later") {
  for (const Input& end : ends) {
    INFO(end.name);
    for_every_example([&](const Example& before) {
      Example after = before;
      if (end.move_later(after)) RC_ASSERT(window_end(after) <= window_end(before));
    });
  }
}

TEST_CASE("a report never hides a critical step unless it answers it or ends the time for it") {
  for (const Report& report : reports) {
    INFO(report.name);
    at_every_edge([&](const Example& e, const Protection& before, Instant now) {
      if (before.next_step.urgency != Urgency::critical) return;
      Order order = e.order;
      if (!report.add(order, now - some_delay() + Seconds{one_in(3) ? 86'400 : 0})) return;
      const Protection after = assess(order, e.policy, now);
      if (after.status == Status::auto_closed && before.status != Status::auto_closed) return;
      if (after.status == Status::confirmed && !after.at_risk) return;
      if (completes_delivered_goods(before, after, now)) return;
      if (asks_in_time_for_delivery(after, now)) return;
      RC_ASSERT(after.next_step.urgency == Urgency::critical);
      if (after.next_step.action == Action::check_delivery) return;
      const auto by = before.next_step.by;
      if (by && *by > now) RC_ASSERT((after.next_step.by && *after.next_step.by <= *by));
    });
  }
}
