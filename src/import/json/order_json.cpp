#include "import/json/order_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "aliprotect/error.h"
#include "import/json/json_fields.h"

namespace aliprotect {
namespace {

using nlohmann::json;

/// The keys of the order object: facts, then what is derived from them.
constexpr std::string_view known_keys[] = {
    "id",           "number",        "title",      "seller",       "client",
    "tags",         "price",         "sale_price", "rules",        "ordered_at",
    "ship_by",      "shipped_at",    "days",       "deadline",     "protection_days",
    "closes_at",    "closes_source", "pickup_by",  "delivered_at", "inspection",
    "confirmed_at", "cancelled_at",  "parcels",    "extensions",   "disputes",
    "notes",        "status",        "windows",    "deadlines",    "next_step",
    "at_risk",      "due",           "lead"};

/// The elements of the list `key`, each read by `read`.
template <typename Element>
std::vector<Element> read_list(const json& object, const char* key,
                               Element (*read)(const json& object)) {
  std::vector<Element> elements;
  for (const json* element : objects_of(object, key)) elements.push_back(read(*element));
  return elements;
}

void note_unknown_keys(const json& object, NameList& unknown) {
  for (const auto& [key, value] : object.items()) {
    if (std::find(std::begin(known_keys), std::end(known_keys), key) == std::end(known_keys)) {
      unknown.add(key);
    }
  }
}

StatedParcel read_parcel(const json& object) {
  StatedParcel parcel;
  lay_field(object, "tracking", parcel.tracking);
  lay_field(object, "carrier", parcel.carrier);
  lay_field(object, "untracked", parcel.untracked);
  lay_field(object, "shipped_at", parcel.shipped_at);
  lay_field(object, "delivered_at", parcel.delivered_at);
  return parcel;
}

StatedExtension read_extension(const json& object) {
  StatedExtension extension;
  extension.requested_at = required_field<Instant>(object, "requested_at");
  lay_field(object, "days", extension.days);
  lay_field(object, "channel", extension.channel);
  lay_field(object, "status", extension.status);
  lay_field(object, "decided_at", extension.decided_at);
  lay_field(object, "closes_at", extension.closes_at);
  return extension;
}

StatedEvidence read_evidence(const json& object) {
  StatedEvidence evidence;
  evidence.file = required_field<std::string>(object, "file");
  lay_field(object, "sha256", evidence.sha256);
  lay_field(object, "size", evidence.size);
  lay_field(object, "note", evidence.note);
  evidence.added_at = required_field<Instant>(object, "added_at");
  return evidence;
}

StatedDispute read_dispute(const json& object) {
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
  dispute.evidence = read_list(object, "evidence", read_evidence);
  lay_field(object, "outcome", dispute.outcome);
  lay_field(object, "refund", dispute.refund);
  lay_field(object, "closed_at", dispute.closed_at);
  lay_field(object, "return_by", dispute.return_by);
  lay_field(object, "returned_at", dispute.returned_at);
  return dispute;
}

Note read_note(const json& object) {
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

StatedCloses read_closes(const json& object, const OrderPatch& facts) {
  std::string source;
  lay_field(object, "closes_source", source);
  return stated_closes(source, facts.protection_days.has_value(), [&] {
    std::optional<Instant> end;
    lay_field(object, "closes_at", end);
    return end;
  });
}

}  // namespace

bool is_order_key(std::string_view key) {
  return std::find(std::begin(known_keys), std::end(known_keys), key) != std::end(known_keys);
}

void read_order_lists(const json& object, OrderPatch& facts) {
  facts.tags = read_tags(object);
  facts.parcels = read_list(object, "parcels", read_parcel);
  facts.extensions = read_list(object, "extensions", read_extension);
  facts.disputes = read_list(object, "disputes", read_dispute);
  facts.notes = read_list(object, "notes", read_note);
}

OrderPatch read_order_json(const json& object, NameList& unknown_keys) {
  if (!object.is_object()) throw RowError("it is no JSON object");
  note_unknown_keys(object, unknown_keys);
  OrderPatch facts;
  lay_field(object, "title", facts.title);
  lay_field(object, "seller", facts.seller);
  lay_field(object, "client", facts.client);
  lay_field(object, "price", facts.price);
  lay_field(object, "sale_price", facts.sale_price);
  lay_field(object, "rules", facts.rules);
  lay_field(object, "ordered_at", facts.ordered_at);
  lay_field(object, "ship_by", facts.ship_by);
  lay_field(object, "days", facts.days);
  lay_field(object, "deadline", facts.deadline);
  lay_field(object, "protection_days", facts.protection_days);
  lay_field(object, "pickup_by", facts.pickup_by);
  lay_field(object, "inspection", facts.inspection);
  lay_field(object, "confirmed_at", facts.confirmed_at);
  lay_field(object, "cancelled_at", facts.cancelled_at);
  read_order_lists(object, facts);
  if (facts.parcels.empty()) {
    lay_field(object, "shipped_at", facts.shipped_at);
    lay_field(object, "delivered_at", facts.delivered_at);
  }
  facts.closes = read_closes(object, facts);
  facts.number = read_number(object);
  facts.id = read_id(object);
  return facts;
}

}  // namespace aliprotect
