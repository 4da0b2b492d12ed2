#include "import/order_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "aliprotect/error.h"
#include "aliprotect/protection.h"
#include "import/json_fields.h"
#include "rules/extensions.h"

namespace aliprotect {
namespace {

using nlohmann::json;

/// An id has 9 digits at most; longer ones read as order numbers (cli 1).
constexpr std::int64_t highest_id = 999'999'999;

/// The keys of the order object: facts, then what is derived from them.
constexpr std::string_view known_keys[] = {
    "id",           "number",     "title",           "seller",       "client",        "tags",
    "price",        "sale_price", "rules",           "ordered_at",   "ship_by",       "shipped_at",
    "days",         "deadline",   "protection_days", "closes_at",    "closes_source", "pickup_by",
    "delivered_at", "inspection", "confirmed_at",    "cancelled_at", "parcels",       "extensions",
    "disputes",     "notes",      "status",          "windows",      "deadlines",     "next_step",
    "at_risk",      "due"};

void note_unknown_keys(const json& object, std::set<std::string>& unknown) {
  for (const auto& [key, value] : object.items()) {
    if (std::find(std::begin(known_keys), std::end(known_keys), key) == std::end(known_keys)) {
      unknown.insert(key);
    }
  }
}

void lay_over(const json& object, Parcel& parcel) {
  lay_field(object, "tracking", parcel.tracking);
  lay_field(object, "carrier", parcel.carrier);
  lay_field(object, "untracked", parcel.untracked);
  lay_field(object, "shipped_at", parcel.shipped_at);
  lay_field(object, "delivered_at", parcel.delivered_at);
}

void lay_over(const json& object, Extension& extension) {
  lay_field(object, "requested_at", extension.requested_at);
  lay_field(object, "days", extension.days);
  lay_field(object, "channel", extension.channel);
  lay_field(object, "status", extension.status);
  lay_field(object, "decided_at", extension.decided_at);
  lay_field(object, "closes_at", extension.closes_at);
}

void lay_over(const json& object, Evidence& evidence) {
  lay_field(object, "file", evidence.file);
  lay_field(object, "sha256", evidence.sha256);
  lay_field(object, "size", evidence.size);
  lay_field(object, "note", evidence.note);
  lay_field(object, "added_at", evidence.added_at);
}

/// Finds the elements of a file's list among those recorded: each recorded one at most once, and
/// what is not among them is added at the end.
template <typename Element>
class Matching {
 public:
  explicit Matching(std::vector<Element>& elements)
      : elements_(elements), free_(elements.size(), true) {}

  template <typename Same>
  Element* find(const Same& same) {
    for (std::size_t i = 0; i < free_.size(); ++i) {
      if (!free_[i] || !same(elements_[i])) continue;
      free_[i] = false;
      return &elements_[i];
    }
    return nullptr;
  }

  template <typename Same>
  Element& find_or_add(const Same& same) {
    Element* found = find(same);
    return found ? *found : elements_.emplace_back();
  }

 private:
  std::vector<Element>& elements_;
  std::vector<bool> free_;
};

void lay_evidence(const json& dispute_object, Dispute& dispute) {
  Matching matching(dispute.evidence);
  for (const json& object : objects_of(dispute_object, "evidence")) {
    const auto file = required_field<std::string>(object, "file");
    const auto added_at = required_field<Instant>(object, "added_at");
    lay_over(object, matching.find_or_add([&](const Evidence& recorded) {
      return recorded.file == file && recorded.added_at == added_at;
    }));
  }
}

void lay_over(const json& object, Dispute& dispute) {
  lay_field(object, "reason", dispute.reason);
  lay_field(object, "want", dispute.want);
  lay_field(object, "amount", dispute.amount);
  lay_field(object, "opened_at", dispute.opened_at);
  lay_field(object, "seller_answer", dispute.seller_answer);
  lay_field(object, "answered_at", dispute.answered_at);
  lay_field(object, "offer", dispute.offer);
  lay_field(object, "escalated_at", dispute.escalated_at);
  lay_field(object, "evidence_due", dispute.evidence_due);
  lay_evidence(object, dispute);
  lay_field(object, "outcome", dispute.outcome);
  lay_field(object, "refund", dispute.refund);
  lay_field(object, "closed_at", dispute.closed_at);
  lay_field(object, "return_by", dispute.return_by);
  lay_field(object, "returned_at", dispute.returned_at);
}

/// A parcel is known again by its tracking number, and one without by its place among the others.
void lay_parcels(const json& order_object, Order& order) {
  Matching matching(order.parcels);
  for (const json& object : objects_of(order_object, "parcels")) {
    std::optional<std::string> tracking;
    lay_field(object, "tracking", tracking);
    Parcel* parcel = matching.find(
        [&](const Parcel& recorded) { return tracking && tracking == recorded.tracking; });
    const auto unnumbered = [&](const Parcel& recorded) { return !tracking || !recorded.tracking; };
    lay_over(object, parcel ? *parcel : matching.find_or_add(unnumbered));
  }
}

/// Scripts may state a shipment without a list of parcels.
void lay_lone_parcel(const json& object, Order& order) {
  if (!objects_of(object, "parcels").empty() || order.parcels.size() > 1) return;
  const bool stated = present(object, "shipped_at") || present(object, "delivered_at");
  if (!stated) return;
  if (order.parcels.empty()) order.parcels.emplace_back();
  lay_field(object, "shipped_at", order.parcels.front().shipped_at);
  lay_field(object, "delivered_at", order.parcels.front().delivered_at);
}

void lay_extensions(const json& order_object, Order& order) {
  Matching matching(order.extensions);
  for (const json& object : objects_of(order_object, "extensions")) {
    const auto requested_at = required_field<Instant>(object, "requested_at");
    lay_over(object, matching.find_or_add([&](const Extension& recorded) {
      return recorded.requested_at == requested_at;
    }));
  }
}

void lay_disputes(const json& order_object, Order& order) {
  Matching matching(order.disputes);
  for (const json& object : objects_of(order_object, "disputes")) {
    const auto opened_at = required_field<Instant>(object, "opened_at");
    required_field<Reason>(object, "reason");
    lay_over(object, matching.find_or_add(
                         [&](const Dispute& recorded) { return recorded.opened_at == opened_at; }));
  }
}

void lay_notes(const json& order_object, Order& order) {
  Matching matching(order.notes);
  for (const json& object : objects_of(order_object, "notes")) {
    const Note note{required_field<Instant>(object, "at"),
                    required_field<std::string>(object, "text")};
    matching.find_or_add([&](const Note& recorded) { return recorded == note; }) = note;
  }
}

void lay_tags(const json& object, Order& order) {
  const json* tags = present(object, "tags");
  if (!tags) return;
  if (!tags->is_array()) throw unreadable("tags", "a list of texts");
  for (const json& element : *tags) {
    std::string tag;
    read_field(element, "tags", tag);
    if (is_blank(tag)) continue;
    if (std::find(order.tags.begin(), order.tags.end(), tag) == order.tags.end()) {
      order.tags.push_back(std::move(tag));
    }
  }
}

/// `deadline` is derived where `days` is given; the one that the file states takes the other's
/// place.
void lay_deadline(const json& object, Order& order) {
  if (present(object, "days")) {
    lay_field(object, "days", order.days);
    order.deadline.reset();
  } else if (present(object, "deadline")) {
    lay_field(object, "deadline", order.deadline);
    order.days.reset();
  }
}

/// A typed `closes_at` is the effective one: the days granted come off before they are added again.
/// One that is what is recorded changes nothing.
void lay_closes(const json& object, Order& order) {
  std::string source;
  lay_field(object, "closes_source", source);
  if (source == "protection_days" && present(object, "protection_days")) order.closes.reset();
  if (source != "typed" || !present(object, "closes_at")) return;
  const auto closes = required_field<Instant>(object, "closes_at");
  const Clocks recorded = clocks_of(order, Policy{});  // closes is the same under every rule set
  if (recorded.closes == closes && recorded.closes_source == ClosesSource::typed) return;
  order.closes = closes - granted_days(order);
}

void lay_over(const json& object, Order& order) {
  lay_field(object, "title", order.title);
  lay_field(object, "seller", order.seller);
  lay_field(object, "client", order.client);
  lay_tags(object, order);
  lay_field(object, "price", order.price);
  lay_field(object, "sale_price", order.sale_price);
  lay_field(object, "rules", order.rules);
  lay_field(object, "ordered_at", order.ordered_at);
  lay_field(object, "ship_by", order.ship_by);
  lay_deadline(object, order);
  lay_field(object, "protection_days", order.protection_days);
  lay_field(object, "pickup_by", order.pickup_by);
  lay_field(object, "inspection", order.inspection);
  lay_field(object, "confirmed_at", order.confirmed_at);
  lay_field(object, "cancelled_at", order.cancelled_at);
  lay_parcels(object, order);
  lay_lone_parcel(object, order);
  lay_extensions(object, order);
  lay_disputes(object, order);
  lay_notes(object, order);
  lay_closes(object, order);
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
  if (id < 1 || id > highest_id) throw unreadable("id", "a number from 1 to 999999999");
  return OrderId{id};
}

}  // namespace

ImportedRow read_order_json(json object, std::size_t line, std::set<std::string>& unknown_keys) {
  if (!object.is_object()) throw RowError("it is no JSON object");
  note_unknown_keys(object, unknown_keys);
  Order blank;
  lay_over(object, blank);  // whatever cannot be read is found before anything is recorded
  OrderNumber number = read_number(object);
  const std::optional<OrderId> id = read_id(object);
  return {line, std::move(number), id,
          [object = std::move(object)](Order& order) { lay_over(object, order); }};
}

}  // namespace aliprotect
