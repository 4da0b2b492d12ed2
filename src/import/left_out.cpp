#include "import/left_out.h"

#include <utility>

namespace aliprotect {

void LeftOut::add(LeftOut&& other) {
  price = price || other.price;
  item_price = item_price || other.item_price;
  sale_price = sale_price || other.sale_price;
  delivery = delivery || other.delivery;
  if (currency.empty()) currency = std::move(other.currency);
}

void leave_out(std::optional<Instant>& delivered_at, LeftOut& left_out) {
  delivered_at.reset();
  left_out.delivery = true;
}

void leave_out_ahead(std::optional<Instant>& delivered_at, Instant now, LeftOut& left_out) {
  if (delivered_at && *delivered_at > now) leave_out(delivered_at, left_out);
}

void leave_out_ahead(StatedFacts& facts, Instant now, LeftOut& left_out) {
  if (facts.parcels.empty()) leave_out_ahead(facts.delivered_at, now, left_out);
}

void remark_on(const LeftOut& left_out, bool knows_total, Remarks& remarks) {
  remarks.deliveries_left_out += left_out.delivery ? 1 : 0;
  const bool lacks_price = left_out.price || (left_out.item_price && !knows_total);
  if (!lacks_price && !left_out.sale_price) return;
  if (left_out.currency.empty()) {
    ++remarks.prices_without_currency;
  } else {
    ++remarks.prices_of_unknown_currency;
    remarks.unknown_currencies.insert(left_out.currency);
  }
}

}  // namespace aliprotect
