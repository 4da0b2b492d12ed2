#include "export/order_json.h"

#include "export/money_json.h"

namespace aliprotect {
namespace {

void put(JsonWriter& json, const std::string& text) { json.value(text); }
void put(JsonWriter& json, bool truth) { json.value(truth); }
void put(JsonWriter& json, std::int64_t number) { json.value(number); }
void put(JsonWriter& json, Instant at) { json.value(at); }
void put(JsonWriter& json, Days days) { json.value(std::int64_t{days.count()}); }

void put(JsonWriter& json, const Money& money) { write_money_json(json, money); }

void put(JsonWriter& json, const Window& window);
void put(JsonWriter& json, const Parcel& parcel);
void put(JsonWriter& json, const Extension& extension);
void put(JsonWriter& json, const Evidence& evidence);
void put(JsonWriter& json, const Note& note);

template <typename Enum>
requires std::is_enum_v<Enum>
void put(JsonWriter& json, Enum word) { json.value(to_string(word)); }

template <typename Value>
void put(JsonWriter& json, const std::optional<Value>& value) {
  if (value) {
    put(json, *value);
  } else {
    json.null();
  }
}

template <typename Value>
void put(JsonWriter& json, const std::vector<Value>& values) {
  json.begin_array();
  for (const Value& value : values) put(json, value);
  json.end_array();
}

template <typename Value>
void field(JsonWriter& json, std::string_view key, const Value& value) {
  put(json.key(key), value);
}

void put(JsonWriter& json, const Window& window) {
  json.begin_object();
  field(json, "from", window.from);
  field(json, "until", window.until);
  json.end_object();
}

void put(JsonWriter& json, const Parcel& parcel) {
  json.begin_object();
  field(json, "tracking", parcel.tracking);
  field(json, "carrier", parcel.carrier);
  field(json, "untracked", parcel.untracked);
  field(json, "shipped_at", parcel.shipped_at);
  field(json, "delivered_at", parcel.delivered_at);
  json.end_object();
}

void put(JsonWriter& json, const Extension& extension) {
  json.begin_object();
  field(json, "requested_at", extension.requested_at);
  field(json, "days", extension.days);
  field(json, "channel", extension.channel);
  field(json, "status", extension.status);
  field(json, "decided_at", extension.decided_at);
  field(json, "closes_at", extension.closes_at);
  json.end_object();
}

void put(JsonWriter& json, const Evidence& evidence) {
  json.begin_object();
  field(json, "file", evidence.file);
  field(json, "sha256", evidence.sha256);
  field(json, "size", evidence.size);
  field(json, "note", evidence.note);
  field(json, "added_at", evidence.added_at);
  json.end_object();
}

void put(JsonWriter& json, const Note& note) {
  json.begin_object();
  field(json, "at", note.at);
  field(json, "text", note.text);
  json.end_object();
}

void put_dispute(JsonWriter& json, const Dispute& dispute, const AssessedOrder& assessed) {
  json.begin_object();
  field(json, "reason", dispute.reason);
  field(json, "want", dispute.want);
  field(json, "amount", dispute.amount);
  field(json, "opened_at", dispute.opened_at);
  field(json, "seller_answer", dispute.seller_answer);
  field(json, "answered_at", dispute.answered_at);
  field(json, "offer", dispute.offer);
  field(json, "escalated_at", dispute.escalated_at);
  field(json, "escalation", escalation_of(dispute, assessed.policy, assessed.now));
  field(json, "evidence_due", dispute.evidence_due);
  field(json, "evidence", dispute.evidence);
  field(json, "outcome", dispute.outcome);
  field(json, "refund", dispute.refund);
  field(json, "closed_at", dispute.closed_at);
  field(json, "return_by", dispute.return_by);
  field(json, "returned_at", dispute.returned_at);
  json.end_object();
}

void put_deadline(JsonWriter& json, const Deadline& deadline, Instant now) {
  json.begin_object();
  field(json, "kind", deadline.kind);
  field(json, "at", deadline.at);
  field(json, "days_left", days_left(deadline.at, now));
  json.end_object();
}

void put_next_step(JsonWriter& json, const NextStep& step) {
  json.begin_object();
  field(json, "action", step.action);
  field(json, "from", step.from);
  field(json, "by", step.by);
  field(json, "urgency", step.urgency);
  field(json, "why", step.why);
  json.end_object();
}

void put_windows(JsonWriter& json, const Clocks& clocks) {
  json.begin_object();
  field(json, "dispute", clocks.dispute);
  field(json, "extension", clocks.extension);
  field(json, "escalation", clocks.escalation);
  field(json, "reason_change", clocks.reason_change);
  json.end_object();
}

void put_disputes(JsonWriter& json, const AssessedOrder& of) {
  json.begin_array();
  for (const Dispute& dispute : of.order.disputes) put_dispute(json, dispute, of);
  json.end_array();
}

void put_deadlines(JsonWriter& json, const AssessedOrder& of) {
  json.begin_array();
  for (const Deadline& deadline : of.protection.deadlines) put_deadline(json, deadline, of.now);
  json.end_array();
}

using PutField = void (*)(JsonWriter& json, const AssessedOrder& of);
struct Field {
  std::string_view key;
  PutField put;
};

const Clocks& clocks(const AssessedOrder& of) { return of.protection.clocks; }

/// The order object, key by key: first the facts, then what they mean.
constexpr Field fields[] = {
    {"id", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.id.value); }},
    {"number",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.number.text()); }},
    {"title", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.title); }},
    {"seller", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.seller); }},
    {"client", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.client); }},
    {"tags", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.tags); }},
    {"price", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.price); }},
    {"sale_price",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.sale_price); }},
    {"rules", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.rules); }},
    {"ordered_at",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.ordered_at); }},
    {"ship_by", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.ship_by); }},
    {"shipped_at",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, clocks(of).shipped); }},
    {"days", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.days); }},
    {"deadline", [](JsonWriter& json, const AssessedOrder& of) { put(json, clocks(of).deadline); }},
    {"protection_days",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.protection_days); }},
    {"closes_at", [](JsonWriter& json, const AssessedOrder& of) { put(json, clocks(of).closes); }},
    {"closes_source",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, clocks(of).closes_source); }},
    {"pickup_by", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.pickup_by); }},
    {"delivered_at",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, clocks(of).delivered); }},
    {"inspection",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.inspection); }},
    {"confirmed_at",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.confirmed_at); }},
    {"cancelled_at",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.cancelled_at); }},
    {"parcels", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.parcels); }},
    {"extensions",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.extensions); }},
    {"disputes", put_disputes},
    {"notes", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.order.notes); }},
    {"status", [](JsonWriter& json, const AssessedOrder& of) { put(json, of.protection.status); }},
    {"windows", [](JsonWriter& json, const AssessedOrder& of) { put_windows(json, clocks(of)); }},
    {"deadlines", put_deadlines},
    {"next_step", [](JsonWriter& json,
                     const AssessedOrder& of) { put_next_step(json, of.protection.next_step); }},
    {"at_risk",
     [](JsonWriter& json, const AssessedOrder& of) { put(json, of.protection.at_risk); }},
};

}  // namespace

void write_order_json(std::string& out, const AssessedOrder& assessed) {
  JsonWriter json(out);
  json.begin_object();
  for (const Field& each : fields) each.put(json.key(each.key), assessed);
  if (assessed.due) put_deadline(json.key("due"), *assessed.due, assessed.now);
  json.end_object();
}

std::string field_json(const AssessedOrder& assessed, std::string_view key) {
  std::string text;
  JsonWriter json(text);
  for (const Field& each : fields) {
    if (each.key == key) each.put(json, assessed);
  }
  return text;
}

}  // namespace aliprotect
