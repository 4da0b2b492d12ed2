#pragma once

#include <string>
#include <vector>

#include "aliprotect/protection.h"
#include "export/order_json.h"
#include "rules/order_sum.h"

namespace aliprotect {

/// Formats a word of JSON for people: `in_transit` becomes `in transit`.
std::string format_word(std::string_view word);

/// `closes`, `escalates automatically`.
std::string format_deadline_kind(DeadlineKind kind);

/// Whether a carrier reports the delivery of a parcel that is still on its way: `carrier says
/// delivered`.
std::vector<std::string> carrier_notes(const AssessedOrder& of);

/// What the word of the status does not say: `carrier says delivered`,
/// `completed, dispute until Sat 2026-11-21`.
std::vector<std::string> status_notes(const AssessedOrder& of, const Zone& zone);

/// The status with its notes: `in transit, carrier says delivered`, `delivered, completed, dispute
/// until Sat 2026-11-21`.
std::string format_status(const AssessedOrder& of, const Zone& zone);

/// `closes Wed 2026-11-25 08:30, in 2 d 4 h`. A date alone means the last second of its day.
std::string format_deadline(const Deadline& deadline, Instant now, const Zone& zone);

/// `Wed 2026-11-25 00:00`: always with the time of day.
std::string to_text_with_time(Instant at, const Zone& zone);

/// `in 2 d 4 h · Wed 25 Nov 08:30`.
std::string format_when(Instant at, Bound bound, Instant now, const Zone& zone);

/// `open a dispute`.
std::string format_action(Action action);
/// `open a dispute by Wed 2026-11-25`, or with `from` or `until`. A time until which to wait is
/// left out once it has passed.
std::string format_next_step(const NextStep& step, Instant now, const Zone& zone);

/// `open`, `cancelled`, `refunded, 12.34 USD`.
std::string format_outcome(const Dispute& dispute);

/// `1 order`, `3 orders`.
std::string format_count(std::size_t count, const std::string& noun);

/// `12.34 USD, 5.00 EUR`.
std::string format_totals(const Totals& totals);
/// `12.34 USD and 1 order without a price`; `none` without orders.
std::string format_order_sum(const OrderSum& sum);

/// Whether an open dispute keeps the order from closing automatically.
bool is_held_by_dispute(const AssessedOrder& of);

/// Whether the goods are on their way, but no deadline is known.
bool is_undated(const AssessedOrder& of);

/// Names an order in messages: `1 (3051000000421234, USB hub)`.
std::string name_of(const Order& order);

}  // namespace aliprotect
