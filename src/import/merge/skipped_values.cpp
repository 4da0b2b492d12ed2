#include "import/merge/skipped_values.h"

#include <utility>

namespace aliprotect {

void SkippedValues::add(SkippedValues&& other) {
  price = price || other.price;
  item_price = item_price || other.item_price;
  sale_price = sale_price || other.sale_price;
  delivery = delivery || other.delivery;
  if (currency.empty()) currency = std::move(other.currency);
}

void leave_out(std::optional<Instant>& delivered_at, SkippedValues& skipped_values) {
  delivered_at.reset();
  skipped_values.delivery = true;
}

void leave_out_ahead(std::optional<Instant>& delivered_at, Instant now,
                     SkippedValues& skipped_values) {
  if (delivered_at && *delivered_at > now) leave_out(delivered_at, skipped_values);
}

void leave_out_ahead(OrderPatch& facts, Instant now, SkippedValues& skipped_values) {
  if (facts.parcels.empty()) leave_out_ahead(facts.delivered_at, now, skipped_values);
}

void remark_on(const SkippedValues& skipped_values, bool knows_total, Remarks& remarks) {
  remarks.deliveries_left_out += skipped_values.delivery ? 1 : 0;
  const bool lacks_price = skipped_values.price || (skipped_values.item_price && !knows_total);
  if (!lacks_price && !skipped_values.sale_price) return;
  if (skipped_values.currency.empty()) {
    ++remarks.prices_without_currency;
  } else {
    ++remarks.prices_of_unknown_currency;
    remarks.unknown_currencies.add(skipped_values.currency);
  }
}

}  // namespace aliprotect
