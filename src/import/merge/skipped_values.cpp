#include "import/merge/skipped_values.h"

#include <utility>

#include "core/text/quote.h"

namespace aliprotect {
namespace {

constexpr std::string_view deliver_it = "record a delivery with `deliver ORDER --at WHEN`";

}  // namespace

void skip(SkippedValues& skipped, std::string field, std::string_view value, std::string reason,
          std::string_view advice) {
  skipped.push_back({std::move(field), excerpt(value), std::move(reason), advice});
}

void skip_delivery(std::optional<Instant>& delivered_at, std::string_view value,
                   const std::string& reason, SkippedValues& skipped) {
  delivered_at.reset();
  skip(skipped, "delivered_at", value, in_quotes(value) + " " + reason, deliver_it);
}

void skip_future_delivery(std::optional<Instant>& delivered_at, std::string_view value, Instant now,
                          SkippedValues& skipped) {
  if (delivered_at && *delivered_at > now)
    skip_delivery(delivered_at, value, "is in the future", skipped);
}

void skip_future_delivery(OrderPatch& facts, Instant now, SkippedValues& skipped) {
  if (!facts.parcels.empty() || !facts.delivered_at) return;
  skip_future_delivery(facts.delivered_at, to_rfc3339(*facts.delivered_at), now, skipped);
}

}  // namespace aliprotect
