#include "render/draft_fields.h"

#include <algorithm>
#include <filesystem>

#include "core/iso_text.h"
#include "render/phrases.h"
#include "rules/day_count.h"

namespace aliprotect {
namespace {

/// One order as its messages tell it.
struct Facts {
  const AssessedOrder& of;
  const Zone& zone;
  const Order& order = of.order;
  const Clocks& clocks = of.protection.clocks;
  Instant now = of.now;
  const Dispute* dispute = dispute_to_tell(of.order);  ///< open, or with its outcome; or null

  /// A cancelled one is over and done with.
  static const Dispute* dispute_to_tell(const Order& order) {
    const Dispute* current = current_dispute(order);
    return current && (current->is_open() || current->outcome) ? current : nullptr;
  }

  std::string date(std::optional<Instant> at) const {
    if (!at) return {};
    return to_iso_text(date::year_month_day{date::floor<Days>(zone.to_local(*at))});
  }

  /// The arrival of the first parcel that came.
  std::optional<Instant> first_arrival() const {
    std::optional<Instant> first;
    for (const Parcel& parcel : order.parcels) {
      if (parcel.delivered_at)
        first = std::min(first.value_or(*parcel.delivered_at), *parcel.delivered_at);
    }
    return first;
  }
  bool bad() const { return order.inspection == Inspection::bad && first_arrival(); }
  bool wants(Want want) const { return dispute && dispute->want == want; }
  bool answered(SellerAnswer answer) const { return dispute && dispute->seller_answer == answer; }
};

struct ParcelFacts {
  const Facts& about;
  const Parcel& parcel;
  std::size_t number;  ///< from 1
};

struct ExtensionFacts {
  const Facts& about;
  const Extension& extension;
};

std::string text_of(const std::optional<std::string>& text) { return text.value_or(""); }
std::string text_of(const std::optional<Money>& money) { return money ? to_text(*money) : ""; }

/// Whole days since `at`; empty within the first.
std::string days_since(std::optional<Instant> at, Instant now) {
  if (!at || now < *at + Days{1}) return {};
  return in_words(date::floor<Days>(now - *at));
}

bool protection_runs(const Facts& facts) {
  return facts.clocks.closes && facts.now < *facts.clocks.closes && !is_held_by_dispute(facts.of) &&
         !is_finished(facts.of.protection.status);
}

std::string days_left_in_words(const Facts& facts) {
  if (!protection_runs(facts)) return {};
  const Days left = date::floor<Days>(*facts.clocks.closes - facts.now);
  return left < Days{1} ? "less than a day" : in_words(left);
}

/// The notes from the arrival of the goods until the dispute about them, as one sentence without
/// its end.
std::string findings(const Facts& facts) {
  if (!facts.bad()) return {};
  std::string text;
  for (const Note& note : facts.order.notes) {
    const bool before = note.at < *facts.first_arrival();
    const bool after = facts.dispute && note.at > facts.dispute->opened_at;
    const std::string found = note.text.substr(0, note.text.find_last_not_of(" .\n") + 1);
    if (!before && !after && !found.empty()) text += (text.empty() ? "" : "; ") + found;
  }
  return text;
}

std::string wanted_amount(const Facts& facts) {
  if (!facts.dispute) return {};
  if (facts.dispute->amount || facts.wants(Want::partial)) return text_of(facts.dispute->amount);
  return text_of(facts.order.price);
}

std::string evidence_count(const Facts& facts) {
  if (!facts.dispute || facts.dispute->evidence.empty()) return {};
  return in_words(facts.dispute->evidence.size(), "file");
}

/// Names alone: where the files lie is nobody else's business.
std::string evidence_files(const Facts& facts) {
  std::string names;
  if (!facts.dispute) return names;
  for (const Evidence& evidence : facts.dispute->evidence) {
    const std::string name = std::filesystem::path(evidence.file).filename().string();
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

/// What was not recorded as arrived; an open dispute says what it is about.
bool not_received(const Facts& facts) {
  if (facts.clocks.delivered || facts.order.parcels.empty()) return false;
  return !facts.dispute || facts.dispute->reason == Reason::not_received;
}

bool not_as_described(const Facts& facts) {
  return facts.dispute ? facts.dispute->reason == Reason::not_as_described : facts.bad();
}

bool return_overdue(const Facts& facts) {
  return facts.dispute && facts.dispute->return_by && facts.now >= *facts.dispute->return_by;
}

/// A field and where it comes from: a text that is absent where it is empty, or a flag.
template <typename Of>
struct Source {
  std::string_view name;
  std::string (*text)(const Of&) = nullptr;
  bool (*holds)(const Of&) = nullptr;
};

// clang-format off: a field is a row
constexpr Source<Facts> order_fields[] = {
    {.name = "number", .text = [](const Facts& f) { return f.order.number.text(); }},
    {.name = "title", .text = [](const Facts& f) { return text_of(f.order.title); }},
    {.name = "seller", .text = [](const Facts& f) { return text_of(f.order.seller); }},
    {.name = "price", .text = [](const Facts& f) { return text_of(f.order.price); }},
    {.name = "ordered", .text = [](const Facts& f) { return f.date(f.order.ordered_at); }},
    {.name = "shipped", .text = [](const Facts& f) { return f.date(f.clocks.shipped); }},
    {.name = "waited",
     .text =
         [](const Facts& f) {
           return f.clocks.delivered ? std::string() : days_since(f.clocks.shipped, f.now);
         }},
    {.name = "several_parcels", .holds = [](const Facts& f) { return f.order.parcels.size() > 1; }},
    {.name = "deadline", .text = [](const Facts& f) { return f.date(f.clocks.deadline); }},
    {.name = "deadline_passed",
     .holds =
         [](const Facts& f) {
           return !f.clocks.delivered && f.clocks.deadline && f.now >= *f.clocks.deadline;
         }},
    {.name = "closes",
     .text =
         [](const Facts& f) {
           return protection_runs(f) ? f.date(f.clocks.closes) : std::string();
         }},
    {.name = "days_left", .text = days_left_in_words},
    {.name = "pickup_by",
     .text =
         [](const Facts& f) {
           return f.clocks.delivered ? std::string() : f.date(f.order.pickup_by);
         }},
    {.name = "delivered", .text = [](const Facts& f) { return f.date(f.clocks.delivered); }},
    {.name = "partly_delivered",
     .holds = [](const Facts& f) { return f.first_arrival() && !f.clocks.delivered; }},
    {.name = "bad", .holds = [](const Facts& f) { return f.bad(); }},
    {.name = "findings", .text = findings},
    {.name = "not_received", .holds = not_received},
    {.name = "not_as_described", .holds = not_as_described},
    {.name = "opened",
     .text =
         [](const Facts& f) { return f.dispute ? f.date(f.dispute->opened_at) : std::string(); }},
    {.name = "open_for",
     .text =
         [](const Facts& f) {
           return f.dispute && f.dispute->is_open() ? days_since(f.dispute->opened_at, f.now)
                                                    : std::string();
         }},
    {.name = "want_full", .holds = [](const Facts& f) { return f.wants(Want::full); }},
    {.name = "want_return", .holds = [](const Facts& f) { return f.wants(Want::return_goods); }},
    {.name = "want_partial", .holds = [](const Facts& f) { return f.wants(Want::partial); }},
    {.name = "wanted", .text = wanted_amount},
    {.name = "seller_silent",
     .holds = [](const Facts& f) { return f.answered(SellerAnswer::none); }},
    {.name = "seller_refused",
     .holds = [](const Facts& f) { return f.answered(SellerAnswer::refused); }},
    {.name = "seller_offered",
     .holds = [](const Facts& f) { return f.answered(SellerAnswer::offered); }},
    {.name = "seller_accepted",
     .holds = [](const Facts& f) { return f.answered(SellerAnswer::accepted); }},
    {.name = "answered",
     .text =
         [](const Facts& f) { return f.dispute ? f.date(f.dispute->answered_at) : std::string(); }},
    {.name = "offer",
     .text = [](const Facts& f) { return f.dispute ? text_of(f.dispute->offer) : std::string(); }},
    {.name = "evidence_count", .text = evidence_count},
    {.name = "evidence_files", .text = evidence_files},
    {.name = "outcome_refunded",
     .holds = [](const Facts& f) { return f.dispute && f.dispute->outcome == Outcome::refunded; }},
    {.name = "outcome_partial",
     .holds = [](const Facts& f) { return f.dispute && f.dispute->outcome == Outcome::partial; }},
    {.name = "refund",
     .text = [](const Facts& f) { return f.dispute ? text_of(f.dispute->refund) : std::string(); }},
    {.name = "resolved",
     .text =
         [](const Facts& f) { return f.dispute ? f.date(f.dispute->closed_at) : std::string(); }},
    {.name = "return_by",
     .text =
         [](const Facts& f) { return f.dispute ? f.date(f.dispute->return_by) : std::string(); }},
    {.name = "return_overdue", .holds = return_overdue},
};

constexpr Source<ParcelFacts> parcel_fields[] = {
    {.name = "parcel", .text = [](const ParcelFacts& f) { return std::to_string(f.number); }},
    {.name = "tracking", .text = [](const ParcelFacts& f) { return text_of(f.parcel.tracking); }},
    {.name = "carrier", .text = [](const ParcelFacts& f) { return text_of(f.parcel.carrier); }},
    {.name = "untracked",
     .holds = [](const ParcelFacts& f) { return f.parcel.untracked && !f.parcel.delivered_at; }},
    {.name = "arrived",
     .text = [](const ParcelFacts& f) { return f.about.date(f.parcel.delivered_at); }},
};

constexpr Source<ExtensionFacts> extension_fields[] = {
    {.name = "requested",
     .text = [](const ExtensionFacts& f) { return f.about.date(f.extension.requested_at); }},
    {.name = "by_button",
     .holds = [](const ExtensionFacts& f) { return f.extension.channel == Channel::button; }},
    {.name = "by_message",
     .holds = [](const ExtensionFacts& f) { return f.extension.channel == Channel::message; }},
    {.name = "days_asked",
     .text =
         [](const ExtensionFacts& f) {
           return f.extension.days > Days{0} ? in_words(*f.extension.days) : std::string();
         }},
    {.name = "pending",
     .holds =
         [](const ExtensionFacts& f) { return f.extension.status == ExtensionStatus::pending; }},
    {.name = "declined",
     .holds =
         [](const ExtensionFacts& f) { return f.extension.status == ExtensionStatus::declined; }},
    {.name = "granted",
     .holds =
         [](const ExtensionFacts& f) { return f.extension.status == ExtensionStatus::granted; }},
    {.name = "decided",
     .text = [](const ExtensionFacts& f) { return f.about.date(f.extension.decided_at); }},
};
// clang-format on

template <typename Sources>
void name_fields(std::vector<Field>& fields, const Sources& sources, std::string_view list) {
  for (const auto& source : sources) {
    fields.push_back({source.name, source.text ? FieldKind::text : FieldKind::flag, list});
  }
}

bool is_blank(const std::string& text) {
  return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

template <typename Sources, typename Of>
FieldValues values_of(const Sources& sources, const Of& of) {
  FieldValues values;
  for (const auto& source : sources) {
    const std::string name(source.name);
    if (source.holds && source.holds(of)) values.flags.insert(name);
    if (!source.text) continue;
    std::string text = source.text(of);
    if (!is_blank(text)) values.texts[name] = std::move(text);
  }
  return values;
}

}  // namespace

std::vector<Field> draft_fields() {
  std::vector<Field> fields;
  name_fields(fields, order_fields, {});
  fields.push_back({"parcels", FieldKind::list});
  name_fields(fields, parcel_fields, "parcels");
  fields.push_back({"extensions", FieldKind::list});
  name_fields(fields, extension_fields, "extensions");
  return fields;
}

FieldValues draft_values(const AssessedOrder& of, const Zone& zone) {
  const Facts facts{of, zone};
  FieldValues values = values_of(order_fields, facts);
  for (const Parcel& parcel : of.order.parcels) {
    auto& parcels = values.lists["parcels"];
    parcels.push_back(values_of(parcel_fields, ParcelFacts{facts, parcel, parcels.size() + 1}));
  }
  for (const Extension& extension : of.order.extensions) {
    values.lists["extensions"].push_back(
        values_of(extension_fields, ExtensionFacts{facts, extension}));
  }
  return values;
}

bool quotes_notes(const AssessedOrder& of) {
  const Zone any = Zone::utc();
  return !findings(Facts{of, any}).empty();
}

}  // namespace aliprotect
