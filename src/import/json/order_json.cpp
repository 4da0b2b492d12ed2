#include "import/json/order_json.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

#include "aliprotect/error.h"
#include "core/order_fields.h"
#include "core/text/quote.h"
#include "import/json/json_fields.h"
#include "import/text/page_number.h"
#include "import/text/page_price.h"

namespace aliprotect {
namespace {

using nlohmann::json;

using Keys = std::span<const std::string_view>;

/// The keys of the order object that are derived from facts.
constexpr std::string_view derived_keys[] = {"status",    "windows", "completion", "deadlines",
                                             "next_step", "at_risk", "due",        "lead"};

/// The keys of the order object: facts, then derived values.
constexpr auto known_keys = [] {
  std::array<std::string_view, order_keys.size() + std::size(derived_keys)> keys;
  const auto next = std::copy(order_keys.begin(), order_keys.end(), keys.begin());
  std::copy(std::begin(derived_keys), std::end(derived_keys), next);
  return keys;
}();

bool is_among(std::string_view key, Keys keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// Returns the value as written in the file.
std::string written(const json& value) {
  return value.is_string() ? value.get<std::string>()
                           : value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Reads the members of one object: the order, or an element of one of its lists.
class MemberReader {
 public:
  /// `list` is the path of the object: `parcels.`, or empty for the order.
  MemberReader(const json& object, std::string list, Keys known, const OwnReading& reading)
      : object_(object), list_(std::move(list)), reading_(reading) {
    for (const auto& [key, value] : object.items()) {
      if (!is_among(key, known)) reading.unknown_keys.add(list_ + key);
    }
  }

  /// Reads a member if it is present; skips a value that cannot be read.
  template <typename Value>
  void read(std::string_view key, std::optional<Value>& into, Bound bound = Bound::begin) const {
    const json* value = present(object_, key);
    if (!value) return;
    try {
      into = value_of<Value>(*value, key, bound);
    } catch (const RowError& error) {
      skip(reading_.skipped, list_ + std::string(key), written(*value), error.what());
    }
  }

  /// Throws RowError if the member is missing or cannot be read.
  template <typename Value>
  Value required(std::string_view key) const {
    const json* value = present(object_, key);
    if (!value) throw RowError(std::string("`").append(key) + "` is missing");
    return value_of<Value>(*value, key, Bound::begin);
  }

  /// Reads the elements of a list; skips those that cannot be read.
  template <typename Element>
  std::vector<Element> list(const std::string& key,
                            Element (*read_one)(const json& object,
                                                const OwnReading& reading)) const {
    std::vector<Element> elements;
    const json* list = present(object_, key);
    if (list && !list->is_array()) {
      skip(reading_.skipped, list_ + key, written(*list), unreadable(key, "a list").what());
      return elements;
    }
    for (const json& element : list ? *list : json::array()) {
      try {
        elements.push_back(read_one(element, reading_));
      } catch (const RowError& error) {
        skip(reading_.skipped, list_ + key, written(element), error.what());
      }
    }
    return elements;
  }

 private:
  Money price_of(const std::string& text) const {
    if (const auto price = read_page_price(text, reading_.currency)) return *price;
    throw RowError(in_quotes(text) + " is not a price");
  }

  template <typename Value>
  Value value_of(const json& value, std::string_view key, Bound bound) const {
    if constexpr (std::is_same_v<Value, Instant>) {
      if (value.is_string()) return reading_.read_time(value.get_ref<const std::string&>(), bound);
    }
    if constexpr (std::is_same_v<Value, Money>) {
      if (value.is_string()) return price_of(value.get_ref<const std::string&>());
    }
    Value into{};
    read_field(value, key, into);
    return into;
  }

  const json& object_;
  std::string list_;
  const OwnReading& reading_;
};

void refuse_other_than_object(const json& value) {
  if (!value.is_object()) throw RowError("it is not a JSON object");
}

StatedParcel read_parcel(const json& object, const OwnReading& reading) {
  refuse_other_than_object(object);
  constexpr std::string_view known[] = {"tracking",   "carrier",      "untracked",
                                        "shipped_at", "delivered_at", "claimed_delivered_at"};
  const MemberReader members(object, "parcels.", known, reading);
  StatedParcel parcel;
  members.read("tracking", parcel.tracking);
  members.read("carrier", parcel.carrier);
  members.read("untracked", parcel.untracked);
  members.read("shipped_at", parcel.shipped_at);
  members.read("delivered_at", parcel.delivered_at);
  members.read("claimed_delivered_at", parcel.claimed_delivered_at);
  return parcel;
}

StatedExtension read_extension(const json& object, const OwnReading& reading) {
  refuse_other_than_object(object);
  constexpr std::string_view known[] = {"requested_at", "days",       "channel",
                                        "status",       "decided_at", "closes_at"};
  const MemberReader members(object, "extensions.", known, reading);
  StatedExtension extension;
  extension.requested_at = members.required<Instant>("requested_at");
  members.read("days", extension.days);
  members.read("channel", extension.channel);
  members.read("status", extension.status);
  members.read("decided_at", extension.decided_at);
  members.read("closes_at", extension.closes_at, Bound::end);
  return extension;
}

StatedEvidence read_evidence(const json& object, const OwnReading& reading) {
  refuse_other_than_object(object);
  constexpr std::string_view known[] = {"file", "sha256", "size", "note", "added_at"};
  const MemberReader members(object, "evidence.", known, reading);
  StatedEvidence evidence;
  evidence.file = members.required<std::string>("file");
  members.read("sha256", evidence.sha256);
  members.read("size", evidence.size);
  members.read("note", evidence.note);
  evidence.added_at = members.required<Instant>("added_at");
  return evidence;
}

StatedDispute read_dispute(const json& object, const OwnReading& reading) {
  refuse_other_than_object(object);
  constexpr std::string_view known[] = {
      "reason",       "want",      "amount",       "opened_at",   "seller_answer", "answered_at",
      "offer",        "outcome",   "escalated_at", "refund",      "escalation",    "closed_at",
      "evidence_due", "return_by", "evidence",     "returned_at", "amended_at"};
  const MemberReader members(object, "disputes.", known, reading);
  StatedDispute dispute;
  dispute.reason = members.required<Reason>("reason");
  members.read("want", dispute.want);
  members.read("amount", dispute.amount);
  dispute.opened_at = members.required<Instant>("opened_at");
  members.read("amended_at", dispute.amended_at);
  members.read("seller_answer", dispute.seller_answer);
  members.read("answered_at", dispute.answered_at);
  members.read("offer", dispute.offer);
  members.read("escalated_at", dispute.escalated_at);
  members.read("evidence_due", dispute.evidence_due, Bound::end);
  dispute.evidence = members.list("evidence", read_evidence);
  members.read("outcome", dispute.outcome);
  members.read("refund", dispute.refund);
  members.read("closed_at", dispute.closed_at);
  members.read("return_by", dispute.return_by, Bound::end);
  members.read("returned_at", dispute.returned_at);
  return dispute;
}

Note read_note(const json& object, const OwnReading& reading) {
  refuse_other_than_object(object);
  constexpr std::string_view known[] = {"at", "text"};
  const MemberReader members(object, "notes.", known, reading);
  return {members.required<Instant>("at"), members.required<std::string>("text")};
}

std::string read_tag(const json& value, const OwnReading&) {
  std::string tag;
  read_field(value, "tags", tag);
  return tag;
}

/// Accepts a JSON number too, which keeps all digits of an order number.
OrderNumber read_number(const json& object) {
  const json* value = present(object, "number");
  if (!value) throw RowError("`number` is missing");
  if (value->is_number_integer()) return read_printed_number(value->dump());
  std::string text;
  read_field(*value, "number", text);
  return read_printed_number(text);
}

std::optional<OrderId> read_id(const MemberReader& members, const OwnReading& reading) {
  std::optional<std::int64_t> id;
  members.read("id", id);
  if (!id) return std::nullopt;
  if (*id >= 1 && *id <= highest_order_id) return OrderId{*id};
  skip(reading.skipped, "id", std::to_string(*id),
       unreadable("id", "a number from 1 to 999999999").what());
  return std::nullopt;
}

/// Skips an end whose source cannot be read, because it is unclear whether it was computed.
StatedCloses read_closes(const json& object, const MemberReader& members) {
  StatedCloses closes;
  members.read("closes_at", closes.at, Bound::end);
  members.read("closes_source", closes.source);
  if (!closes.source && present(object, "closes_source")) closes.at.reset();
  return closes;
}

/// Whether a dispute says that it was escalated by hand, but not when.
bool is_escalated_in_words(const json& dispute) {
  if (!dispute.is_object()) return false;
  const json* word = present(dispute, "escalation");
  return word && *word == to_string(Escalation::manual) && !present(dispute, "escalated_at");
}

/// Whether the object has a status without the facts that it is derived from.
bool is_status_alone(const json& object) {
  const bool has_ends = object.contains("confirmed_at") && object.contains("cancelled_at");
  return present(object, "status") && !has_ends;
}

}  // namespace

bool is_order_key(std::string_view key) { return is_among(key, known_keys); }

void read_order_lists(const json& object, OrderPatch& facts, const OwnReading& reading) {
  const MemberReader members(object, "", known_keys, reading);
  facts.tags = members.list("tags", read_tag);
  std::erase_if(facts.tags, [](const std::string& tag) { return is_blank(tag); });
  facts.parcels = members.list("parcels", read_parcel);
  facts.extensions = members.list("extensions", read_extension);
  facts.disputes = members.list("disputes", read_dispute);
  facts.notes = members.list("notes", read_note);
  const json* disputes = present(object, "disputes");
  if (disputes && std::any_of(disputes->begin(), disputes->end(), is_escalated_in_words))
    facts.ignored.push_back(IgnoredFact::escalation);
}

OrderPatch read_order_json(const json& object, const OwnReading& reading) {
  refuse_other_than_object(object);
  OrderPatch facts;
  facts.number = read_number(object);
  const MemberReader members(object, "", known_keys, reading);
  for_each_plain_fact([&]<typename Value>(const PlainFact<Value>& fact) {
    members.read(fact.key.name(), facts.*fact.member, fact.bound);
  });
  members.read("rules", facts.rules);
  members.read("shipped_at", facts.shipped_at);
  members.read("delivered_at", facts.delivered_at);
  facts.closes = read_closes(object, members);
  read_order_lists(object, facts, reading);
  if (is_status_alone(object)) facts.ignored.push_back(IgnoredFact::status);
  facts.id = read_id(members, reading);
  return facts;
}

}  // namespace aliprotect
