#include "import/json/order_json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>

#include "aliprotect/error.h"
#include "core/order_fields.h"
#include "import/json/json_fields.h"

namespace aliprotect {
namespace {

using nlohmann::json;

using Keys = std::span<const std::string_view>;

/// What follows from the facts of the order object.
constexpr std::string_view derived_keys[] = {"status",  "windows", "deadlines", "next_step",
                                             "at_risk", "due",     "lead"};

/// The keys of the order object: facts, then what is derived from them.
constexpr auto known_keys = [] {
  std::array<std::string_view, order_keys.size() + std::size(derived_keys)> keys;
  const auto next = std::copy(order_keys.begin(), order_keys.end(), keys.begin());
  std::copy(std::begin(derived_keys), std::end(derived_keys), next);
  return keys;
}();

bool is_among(std::string_view key, Keys keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The elements of the list `key`, each read by `read`.
template <typename Element>
std::vector<Element> read_list(const json& object, std::string_view key,
                               Element (*read)(const json& object, NameList& unknown_keys),
                               NameList& unknown_keys) {
  std::vector<Element> elements;
  for (const json* element : objects_of(object, key))
    elements.push_back(read(*element, unknown_keys));
  return elements;
}

/// `list` is where the object is: `parcels.`, or empty.
void add_unknown_keys(const json& object, const std::string& list, Keys known,
                      NameList& unknown_keys) {
  for (const auto& [key, value] : object.items()) {
    if (!is_among(key, known)) unknown_keys.add(list + key);
  }
}

StatedParcel read_parcel(const json& object, NameList& unknown_keys) {
  constexpr std::string_view known[] = {"tracking", "carrier", "untracked", "shipped_at",
                                        "delivered_at"};
  add_unknown_keys(object, "parcels.", known, unknown_keys);
  StatedParcel parcel;
  lay_field(object, "tracking", parcel.tracking);
  lay_field(object, "carrier", parcel.carrier);
  lay_field(object, "untracked", parcel.untracked);
  lay_field(object, "shipped_at", parcel.shipped_at);
  lay_field(object, "delivered_at", parcel.delivered_at);
  return parcel;
}

StatedExtension read_extension(const json& object, NameList& unknown_keys) {
  constexpr std::string_view known[] = {"requested_at", "days",       "channel",
                                        "status",       "decided_at", "closes_at"};
  add_unknown_keys(object, "extensions.", known, unknown_keys);
  StatedExtension extension;
  extension.requested_at = required_field<Instant>(object, "requested_at");
  lay_field(object, "days", extension.days);
  lay_field(object, "channel", extension.channel);
  lay_field(object, "status", extension.status);
  lay_field(object, "decided_at", extension.decided_at);
  lay_field(object, "closes_at", extension.closes_at);
  return extension;
}

StatedEvidence read_evidence(const json& object, NameList& unknown_keys) {
  constexpr std::string_view known[] = {"file", "sha256", "size", "note", "added_at"};
  add_unknown_keys(object, "evidence.", known, unknown_keys);
  StatedEvidence evidence;
  evidence.file = required_field<std::string>(object, "file");
  lay_field(object, "sha256", evidence.sha256);
  lay_field(object, "size", evidence.size);
  lay_field(object, "note", evidence.note);
  evidence.added_at = required_field<Instant>(object, "added_at");
  return evidence;
}

StatedDispute read_dispute(const json& object, NameList& unknown_keys) {
  constexpr std::string_view known[] = {
      "reason",       "want",      "amount",       "opened_at",  "seller_answer", "answered_at",
      "offer",        "outcome",   "escalated_at", "refund",     "escalation",    "closed_at",
      "evidence_due", "return_by", "evidence",     "returned_at"};
  add_unknown_keys(object, "disputes.", known, unknown_keys);
  StatedDispute dispute;
  dispute.reason = required_field<Reason>(object, "reason");
  lay_field(object, "want", dispute.want);
  lay_field(object, "amount", dispute.amount);
  dispute.opened_at = required_field<Instant>(object, "opened_at");
  lay_field(object, "seller_answer", dispute.seller_answer);
  lay_field(object, "answered_at", dispute.answered_at);
  lay_field(object, "offer", dispute.offer);
  lay_field(object, "escalated_at", dispute.escalated_at);
  lay_field(object, "evidence_due", dispute.evidence_due);
  dispute.evidence = read_list(object, "evidence", read_evidence, unknown_keys);
  lay_field(object, "outcome", dispute.outcome);
  lay_field(object, "refund", dispute.refund);
  lay_field(object, "closed_at", dispute.closed_at);
  lay_field(object, "return_by", dispute.return_by);
  lay_field(object, "returned_at", dispute.returned_at);
  return dispute;
}

Note read_note(const json& object, NameList& unknown_keys) {
  constexpr std::string_view known[] = {"at", "text"};
  add_unknown_keys(object, "notes.", known, unknown_keys);
  return {required_field<Instant>(object, "at"), required_field<std::string>(object, "text")};
}

std::vector<std::string> read_tags(const json& object) {
  std::vector<std::string> tags;
  const json* list = present(object, "tags");
  if (!list) return tags;
  if (!list->is_array()) throw unreadable("tags", "a list of texts");
  for (const json& element : *list) {
    std::string tag;
    read_field(element, "tags", tag);
    if (!is_blank(tag)) tags.push_back(std::move(tag));
  }
  return tags;
}

OrderNumber read_number(const json& object) {
  try {
    return OrderNumber::read(required_field<std::string>(object, "number"));
  } catch (const UserError& error) {
    throw RowError(error.what());
  }
}

std::optional<OrderId> read_id(const json& object) {
  if (!present(object, "id")) return std::nullopt;
  const auto id = required_field<std::int64_t>(object, "id");
  if (id < 1 || id > highest_order_id) throw unreadable("id", "a number from 1 to 999999999");
  return OrderId{id};
}

/// Whether a dispute says that it was escalated by hand, and not when.
bool is_escalated_in_words(const json* dispute) {
  const json* word = present(*dispute, "escalation");
  return word && *word == to_string(Escalation::manual) && !present(*dispute, "escalated_at");
}

/// Whether a status stands for the facts that it follows from.
bool is_status_alone(const json& object) {
  const bool has_ends = object.contains("confirmed_at") && object.contains("cancelled_at");
  return present(object, "status") && !has_ends;
}

}  // namespace

bool is_order_key(std::string_view key) { return is_among(key, known_keys); }

void read_order_lists(const json& object, OrderPatch& facts, NameList& unknown_keys) {
  facts.tags = read_tags(object);
  facts.parcels = read_list(object, "parcels", read_parcel, unknown_keys);
  facts.extensions = read_list(object, "extensions", read_extension, unknown_keys);
  facts.disputes = read_list(object, "disputes", read_dispute, unknown_keys);
  facts.notes = read_list(object, "notes", read_note, unknown_keys);
  const auto disputes = objects_of(object, "disputes");
  if (std::any_of(disputes.begin(), disputes.end(), is_escalated_in_words))
    facts.ignored.push_back(IgnoredFact::escalation);
}

OrderPatch read_order_json(const json& object, NameList& unknown_keys) {
  if (!object.is_object()) throw RowError("it is no JSON object");
  add_unknown_keys(object, "", known_keys, unknown_keys);
  OrderPatch facts;
  for_each_plain_fact(
      [&](const auto& fact) { lay_field(object, fact.key.name(), facts.*fact.member); });
  lay_field(object, "rules", facts.rules);
  lay_field(object, "shipped_at", facts.shipped_at);
  lay_field(object, "delivered_at", facts.delivered_at);
  lay_field(object, "closes_at", facts.closes.at);
  lay_field(object, "closes_source", facts.closes.source);
  read_order_lists(object, facts, unknown_keys);
  if (is_status_alone(object)) facts.ignored.push_back(IgnoredFact::status);
  facts.number = read_number(object);
  facts.id = read_id(object);
  return facts;
}

}  // namespace aliprotect
