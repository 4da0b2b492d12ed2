#pragma once

#include <string>

#include "aliprotect/protection.h"
#include "export/order_json.h"
#include "rules/order_sum.h"

namespace aliprotect {

/// A word of JSON as people read it: `in_transit` is `in transit`.
std::string spoken(std::string_view word);

/// Whether a deadline's date alone means the first or the last second of its day.
Bound bound_of(DeadlineKind kind);

/// `closes`, `escalates by itself`: what comes at a deadline.
std::string in_words(DeadlineKind kind);

/// `closes Wed 2026-11-25 08:30, in 2 d 4 h`.
std::string in_words(const Deadline& deadline, Instant now, const Zone& zone);

/// `Wed 2026-11-25 00:00`: the time of day, too, where it is a bound of its day.
std::string to_the_minute(Instant at, const Zone& zone);

/// `in 2 d 4 h · Wed 25 Nov 08:30`: how far and when.
std::string when_in_words(Instant at, Bound bound, Instant now, const Zone& zone);

/// `open a dispute`: what to do.
std::string in_words(Action action);
/// `open a dispute by Wed 2026-11-25`: what to do, and from or by when; a wait ends `until` then.
std::string in_words(const NextStep& step, Instant now, const Zone& zone);

/// `open`, `cancelled`, `refunded, 12.34 USD`: how a dispute stands.
std::string outcome_in_words(const Dispute& dispute);

/// `1 order`, `3 orders`.
std::string in_words(std::size_t count, const std::string& noun);

/// `12.34 USD, 5.00 EUR`.
std::string in_words(const Totals& totals);
/// `12.34 USD and 1 order without a price`; `nothing` where there is no order.
std::string in_words(const OrderSum& sum);

/// Whether an open dispute keeps the order from closing by itself.
bool is_held_by_dispute(const AssessedOrder& of);

/// `1 (3051000000421234, USB hub)`: how messages name an order.
std::string name_of(const Order& order);

}  // namespace aliprotect
