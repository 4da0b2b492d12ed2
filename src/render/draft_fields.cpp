#include "render/draft_fields.h"

#include <filesystem>

#include "core/text/blank.h"
#include "render/draft_facts.h"
#include "render/phrases.h"
#include "rules/day_count.h"

namespace aliprotect {
namespace {

using Facts = DraftFacts;

struct DisputeFacts {
  const Facts& about;
  const Dispute& dispute;

  bool wants(Want want) const { return dispute.want == want; }
  bool answered(SellerAnswer answer) const { return dispute.seller_answer == answer; }
  bool ended(Outcome outcome) const { return dispute.outcome == outcome; }
};

struct ParcelFacts {
  const Facts& about;
  const Parcel& parcel;
  std::size_t number;  ///< from 1
};

struct ExtensionFacts {
  const Facts& about;
  const Extension& extension;

  bool came_by(Channel channel) const { return extension.channel == channel; }
  bool is(ExtensionStatus status) const { return extension.status == status; }
};

std::string text_of(const std::optional<std::string>& text) { return text.value_or(""); }
std::string text_of(const std::optional<Money>& money) { return money ? to_text(*money) : ""; }

std::string unless_delivered(const Facts& facts, const std::string& text) {
  return facts.clocks.delivered ? std::string() : text;
}

bool is_passed(const Facts& facts, std::optional<Instant> at) { return at && facts.of.now >= *at; }

bool deadline_passed(const Facts& facts) {
  return !facts.clocks.delivered && is_passed(facts, facts.clocks.deadline);
}

std::string open_for(const DisputeFacts& facts) {
  if (!facts.dispute.is_open()) return {};
  return facts.about.days_since(facts.dispute.opened_at);
}

/// The amount of a full refund is the price.
std::string amount_wanted(const DisputeFacts& facts) {
  const bool is_named = facts.dispute.amount || facts.wants(Want::partial);
  return text_of(is_named ? facts.dispute.amount : facts.about.order.price);
}

std::string evidence_count(const DisputeFacts& facts) {
  const std::size_t count = facts.dispute.evidence.size();
  return count == 0 ? std::string() : format_count(count, "file");
}

/// Returns file names without their folders, which are private.
std::string evidence_files(const DisputeFacts& facts) {
  std::string names;
  for (const Evidence& evidence : facts.dispute.evidence) {
    const std::string name = std::filesystem::path(evidence.file).filename().string();
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

bool return_overdue(const DisputeFacts& facts) {
  return is_passed(facts.about, facts.dispute.return_by);
}

std::string days_asked(const ExtensionFacts& facts) {
  const auto days = facts.extension.days;
  return days > Days{0} ? format_days(*days) : std::string();
}

/// A field and the function that returns its value: a text, absent if blank, or a flag.
template <typename Of>
struct Source {
  std::string_view name;
  std::string (*text)(const Of&) = nullptr;
  bool (*holds)(const Of&) = nullptr;
};

template <typename Of>
constexpr Source<Of> text(std::string_view name, std::string (*of)(const Of&)) {
  return {name, of, nullptr};
}

template <typename Of>
constexpr Source<Of> flag(std::string_view name, bool (*holds)(const Of&)) {
  return {name, nullptr, holds};
}

// clang-format off
constexpr Source<Facts> order_fields[] = {
    text<Facts>("number", [](auto& f) { return f.order.number.text(); }),
    text<Facts>("title", [](auto& f) { return text_of(f.order.title); }),
    text<Facts>("seller", [](auto& f) { return text_of(f.order.seller); }),
    text<Facts>("price", [](auto& f) { return text_of(f.order.price); }),
    text<Facts>("ordered", [](auto& f) { return f.date(f.order.ordered_at); }),
    text<Facts>("shipped", [](auto& f) { return f.date(f.clocks.shipped); }),
    text<Facts>("waited", [](auto& f) { return unless_delivered(f, f.days_since(f.clocks.shipped)); }),
    flag<Facts>("several_parcels", [](auto& f) { return f.order.parcels.size() > 1; }),
    text<Facts>("deadline", [](auto& f) { return f.last_date(f.clocks.deadline); }),
    flag<Facts>("deadline_passed", deadline_passed),
    text<Facts>("closes", [](auto& f) { return f.protection_runs() ? f.last_date(f.clocks.closes) : ""; }),
    text<Facts>("days_left", [](auto& f) { return f.days_left(); }),
    text<Facts>("pickup_by", [](auto& f) { return unless_delivered(f, f.last_date(f.order.pickup_by)); }),
    text<Facts>("delivered", [](auto& f) { return f.date(f.clocks.delivered); }),
    flag<Facts>("partly_delivered", [](auto& f) { return f.first_arrival() && !f.clocks.delivered; }),
    flag<Facts>("bad", [](auto& f) { return f.bad(); }),
    text<Facts>("findings", [](auto& f) { return f.findings(); }),
    flag<Facts>("not_received", [](auto& f) { return f.not_received(); }),
    flag<Facts>("not_as_described", [](auto& f) { return f.not_as_described(); }),
};

constexpr Source<DisputeFacts> dispute_fields[] = {
    text<DisputeFacts>("opened", [](auto& f) { return f.about.date(f.dispute.opened_at); }),
    text<DisputeFacts>("open_for", open_for),
    flag<DisputeFacts>("want_full", [](auto& f) { return f.wants(Want::full); }),
    flag<DisputeFacts>("want_return", [](auto& f) { return f.wants(Want::return_goods); }),
    flag<DisputeFacts>("want_partial", [](auto& f) { return f.wants(Want::partial); }),
    text<DisputeFacts>("wanted", amount_wanted),
    flag<DisputeFacts>("seller_silent", [](auto& f) { return f.answered(SellerAnswer::none); }),
    flag<DisputeFacts>("seller_refused", [](auto& f) { return f.answered(SellerAnswer::refused); }),
    flag<DisputeFacts>("seller_offered", [](auto& f) { return f.answered(SellerAnswer::offered); }),
    flag<DisputeFacts>("seller_accepted", [](auto& f) { return f.answered(SellerAnswer::accepted); }),
    text<DisputeFacts>("answered", [](auto& f) { return f.about.date(f.dispute.answered_at); }),
    text<DisputeFacts>("offer", [](auto& f) { return text_of(f.dispute.offer); }),
    text<DisputeFacts>("evidence_count", evidence_count),
    text<DisputeFacts>("evidence_files", evidence_files),
    flag<DisputeFacts>("outcome_refunded", [](auto& f) { return f.ended(Outcome::refunded); }),
    flag<DisputeFacts>("outcome_partial", [](auto& f) { return f.ended(Outcome::partial); }),
    text<DisputeFacts>("refund", [](auto& f) { return text_of(f.dispute.refund); }),
    text<DisputeFacts>("resolved", [](auto& f) { return f.about.date(f.dispute.closed_at); }),
    text<DisputeFacts>("return_by", [](auto& f) { return f.about.last_date(f.dispute.return_by); }),
    flag<DisputeFacts>("return_overdue", return_overdue),
};

constexpr Source<ParcelFacts> parcel_fields[] = {
    text<ParcelFacts>("parcel", [](auto& f) { return std::to_string(f.number); }),
    text<ParcelFacts>("tracking", [](auto& f) { return text_of(f.parcel.tracking); }),
    text<ParcelFacts>("carrier", [](auto& f) { return text_of(f.parcel.carrier); }),
    flag<ParcelFacts>("untracked", [](auto& f) { return f.parcel.untracked && !f.parcel.delivered_at; }),
    text<ParcelFacts>("claimed", [](auto& f) {
      return f.parcel.delivered_at ? std::string() : f.about.date(f.parcel.claimed_delivered_at);
    }),
    text<ParcelFacts>("arrived", [](auto& f) { return f.about.date(f.parcel.delivered_at); }),
};

constexpr Source<ExtensionFacts> extension_fields[] = {
    text<ExtensionFacts>("requested", [](auto& f) { return f.about.date(f.extension.requested_at); }),
    flag<ExtensionFacts>("by_button", [](auto& f) { return f.came_by(Channel::button); }),
    flag<ExtensionFacts>("by_message", [](auto& f) { return f.came_by(Channel::message); }),
    text<ExtensionFacts>("days_asked", days_asked),
    flag<ExtensionFacts>("pending", [](auto& f) { return f.is(ExtensionStatus::pending); }),
    flag<ExtensionFacts>("declined", [](auto& f) { return f.is(ExtensionStatus::declined); }),
    flag<ExtensionFacts>("granted", [](auto& f) { return f.is(ExtensionStatus::granted); }),
    text<ExtensionFacts>("decided", [](auto& f) { return f.about.date(f.extension.decided_at); }),
};
// clang-format on

template <typename Sources>
void name_fields(std::vector<Field>& fields, const Sources& sources, std::string_view list) {
  for (const auto& source : sources) {
    fields.push_back({source.name, source.text ? FieldKind::text : FieldKind::flag, list});
  }
}

template <typename Sources, typename Of>
void fill(FieldValues& values, const Sources& sources, const Of& of) {
  for (const auto& source : sources) {
    const std::string name(source.name);
    if (source.holds && source.holds(of)) values.flags.insert(name);
    std::string text = source.text ? source.text(of) : std::string();
    if (!is_blank(text)) values.texts[name] = std::move(text);
  }
}

}  // namespace

std::vector<Field> draft_fields() {
  std::vector<Field> fields;
  name_fields(fields, order_fields, {});
  name_fields(fields, dispute_fields, {});
  fields.push_back({"parcels", FieldKind::list});
  name_fields(fields, parcel_fields, "parcels");
  fields.push_back({"extensions", FieldKind::list});
  name_fields(fields, extension_fields, "extensions");
  return fields;
}

FieldValues draft_values(const AssessedOrder& of, const Zone& zone) {
  const Facts facts{of, zone};
  FieldValues values;
  fill(values, order_fields, facts);
  if (facts.dispute) fill(values, dispute_fields, DisputeFacts{facts, *facts.dispute});
  for (const Parcel& parcel : of.order.parcels) {
    auto& parcels = values.lists["parcels"];
    const std::size_t number = parcels.size() + 1;
    fill(parcels.emplace_back(), parcel_fields, ParcelFacts{facts, parcel, number});
  }
  for (const Extension& extension : of.order.extensions) {
    auto& item = values.lists["extensions"].emplace_back();
    fill(item, extension_fields, ExtensionFacts{facts, extension});
  }
  return values;
}

bool quotes_notes(const AssessedOrder& of) {
  const Zone any = Zone::utc();
  return !Facts{of, any}.findings().empty();
}

}  // namespace aliprotect
