#include "render/draft_facts.h"

#include <algorithm>

#include "core/time/iso_text.h"
#include "render/phrases.h"
#include "rules/day_count.h"

namespace aliprotect {

const Dispute* DraftFacts::dispute_to_mention(const Order& order) {
  const Dispute* current = current_dispute(order);
  return current && (current->is_open() || current->outcome) ? current : nullptr;
}

std::string DraftFacts::date(std::optional<Instant> at) const {
  if (!at) return {};
  return to_iso_text(std::chrono::year_month_day{
      std::chrono::floor<Days>(zone.to_local(clamp_to_four_digit_years(*at)))});
}

std::string DraftFacts::last_date(std::optional<Instant> end) const {
  if (!end) return {};
  return date(*end - Seconds{1});
}

std::string DraftFacts::days_since(std::optional<Instant> at) const {
  if (!at || of.now < *at + Days{1}) return {};
  return format_days(std::chrono::floor<Days>(of.now - *at));
}

bool DraftFacts::protection_runs() const {
  return clocks.closes && of.now < *clocks.closes && !is_held_by_dispute(of) &&
         !is_finished(of.protection.status);
}

std::string DraftFacts::days_left() const {
  if (!protection_runs()) return {};
  const Days left = std::chrono::floor<Days>(*clocks.closes - of.now);
  return left < Days{1} ? "less than a day" : format_days(left);
}

std::optional<Instant> DraftFacts::first_arrival() const {
  std::optional<Instant> first;
  for (const Parcel& parcel : order.parcels) {
    const auto arrived = parcel.delivered_at;
    if (arrived) first = std::min(first.value_or(*arrived), *arrived);
  }
  return first;
}

bool DraftFacts::bad() const { return order.inspection == Inspection::bad && first_arrival(); }

std::string DraftFacts::findings() const {
  if (!bad()) return {};
  std::string text;
  for (const Note& note : order.notes) {
    const bool before = note.at < *first_arrival();
    const bool after = dispute && note.at > dispute->opened_at;
    const std::string found = note.text.substr(0, note.text.find_last_not_of(" .\n") + 1);
    if (!before && !after && !found.empty()) text += (text.empty() ? "" : "; ") + found;
  }
  return text;
}

bool DraftFacts::not_received() const {
  if (clocks.delivered || order.parcels.empty()) return false;
  return !dispute || dispute->reason == Reason::not_received;
}

bool DraftFacts::not_as_described() const {
  return dispute ? dispute->reason == Reason::not_as_described : bad();
}

}  // namespace aliprotect
