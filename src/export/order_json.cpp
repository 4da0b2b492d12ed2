#include "export/order_json.h"

#include "export/money_json.h"
#include "export/order_fields.h"

namespace aliprotect {
namespace {

void put(JsonWriter& json, const std::string& text) { json.value(text); }
void put(JsonWriter& json, bool truth) { json.value(truth); }
void put(JsonWriter& json, std::int64_t number) { json.value(number); }
void put(JsonWriter& json, Instant at) { json.value(at); }
void put(JsonWriter& json, Days days) { json.value(std::int64_t{days.count()}); }

void put(JsonWriter& json, const Money& money) { write_money_json(json, money); }

void put(JsonWriter& json, const Window& window);
void put(JsonWriter& json, const Completion& completion);
void put(JsonWriter& json, const Parcel& parcel);
void put(JsonWriter& json, const Extension& extension);
void put(JsonWriter& json, const Evidence& evidence);
void put(JsonWriter& json, const Note& note);

template <typename Enum>
requires std::is_enum_v<Enum>
void put(JsonWriter& json, Enum word) { json.word(to_string(word)); }

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
void field(JsonWriter& json, const JsonKey& key, const Value& value) {
  put(json.key(key), value);
}

void put(JsonWriter& json, const Window& window) {
  json.begin_object();
  field(json, "from"_key, window.from);
  field(json, "until"_key, window.until);
  json.end_object();
}

void put(JsonWriter& json, const Parcel& parcel) {
  json.begin_object();
  field(json, "tracking"_key, parcel.tracking);
  field(json, "carrier"_key, parcel.carrier);
  field(json, "untracked"_key, parcel.untracked);
  field(json, "shipped_at"_key, parcel.shipped_at);
  field(json, "delivered_at"_key, parcel.delivered_at);
  field(json, "claimed_delivered_at"_key, parcel.claimed_delivered_at);
  json.end_object();
}

void put(JsonWriter& json, const Extension& extension) {
  json.begin_object();
  field(json, "requested_at"_key, extension.requested_at);
  field(json, "days"_key, extension.days);
  field(json, "channel"_key, extension.channel);
  field(json, "status"_key, extension.status);
  field(json, "decided_at"_key, extension.decided_at);
  field(json, "closes_at"_key, extension.closes_at);
  json.end_object();
}

void put(JsonWriter& json, const Evidence& evidence) {
  json.begin_object();
  field(json, "file"_key, evidence.file);
  field(json, "sha256"_key, evidence.sha256);
  field(json, "size"_key, evidence.size);
  field(json, "note"_key, evidence.note);
  field(json, "added_at"_key, evidence.added_at);
  json.end_object();
}

void put(JsonWriter& json, const Note& note) {
  json.begin_object();
  field(json, "at"_key, note.at);
  field(json, "text"_key, note.text);
  json.end_object();
}

void put_dispute(JsonWriter& json, const Dispute& dispute, const AssessedOrder& assessed) {
  json.begin_object();
  field(json, "reason"_key, dispute.reason);
  field(json, "want"_key, dispute.want);
  field(json, "amount"_key, dispute.amount);
  field(json, "opened_at"_key, dispute.opened_at);
  field(json, "amended_at"_key, dispute.amended_at);
  field(json, "seller_answer"_key, dispute.seller_answer);
  field(json, "answered_at"_key, dispute.answered_at);
  field(json, "offer"_key, dispute.offer);
  field(json, "escalated_at"_key, dispute.escalated_at);
  field(json, "escalation"_key, escalation_of(dispute, assessed.policy, assessed.now));
  field(json, "evidence_due"_key, dispute.evidence_due);
  field(json, "evidence"_key, dispute.evidence);
  field(json, "outcome"_key, dispute.outcome);
  field(json, "refund"_key, dispute.refund);
  field(json, "closed_at"_key, dispute.closed_at);
  field(json, "return_by"_key, dispute.return_by);
  field(json, "returned_at"_key, dispute.returned_at);
  json.end_object();
}

void put_deadline(JsonWriter& json, const Deadline& deadline, Instant now) {
  json.begin_object();
  field(json, "kind"_key, deadline.kind);
  field(json, "at"_key, deadline.at);
  field(json, "days_left"_key, days_left(deadline.at, now));
  json.end_object();
}

void put(JsonWriter& json, const NextStep& step) {
  json.begin_object();
  field(json, "action"_key, step.action);
  field(json, "from"_key, step.from);
  field(json, "by"_key, step.by);
  field(json, "urgency"_key, step.urgency);
  field(json, "why"_key, step.why);
  json.end_object();
}

/// Writes the windows.
void put(JsonWriter& json, const Clocks& clocks) {
  json.begin_object();
  field(json, "dispute"_key, clocks.dispute);
  field(json, "extension"_key, clocks.extension);
  field(json, "escalation"_key, clocks.escalation);
  field(json, "reason_change"_key, clocks.reason_change);
  field(json, "seller_answer"_key, clocks.seller_answer);
  json.end_object();
}

void put(JsonWriter& json, const Completion& completion) {
  json.begin_object();
  field(json, "at"_key, completion.at);
  field(json, "source"_key, completion.source);
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

std::optional<std::string> lead_of(const Reminder& reminder) {
  if (reminder.claim) return to_duration(Seconds{0});  // unlike a loss, which has no lead time
  if (!reminder.lead) return std::nullopt;
  return to_duration(*reminder.lead);
}

/// Writes fields of one order.
struct FieldWriter {
  JsonWriter& json;
  const AssessedOrder& of;

  void write(const std::vector<Dispute>&) { put_disputes(json, of); }
  void write(const std::vector<Deadline>&) { put_deadlines(json, of); }
  void write(OrderId id) { put(json, id.value); }
  void write(const OrderNumber& number) { json.word(number.text()); }
  void write(const auto& value) { put(json, value); }
};

/// Writes the order object: first the facts, then everything derived.
void for_each_key(const AssessedOrder& of, auto&& field) {
  const Protection& protection = of.protection;
  for_each_order_field([&](const auto& fact) { field(fact.key, value_of(of, fact)); });
  field("status"_key, protection.status);
  field("windows"_key, protection.clocks);
  field("completion"_key, protection.clocks.completion);
  field("deadlines"_key, protection.deadlines);
  field("next_step"_key, protection.next_step);
  field("at_risk"_key, protection.at_risk);
}

}  // namespace

void write_order_json(std::string& out, const AssessedOrder& assessed) {
  JsonWriter json(out);
  json.begin_object();
  for_each_key(assessed, [&](const JsonKey& key, const auto& value) {
    json.key(key);
    FieldWriter{json, assessed}.write(value);
  });
  if (assessed.due) put_deadline(json.key("due"_key), *assessed.due, assessed.now);
  if (assessed.reminder) field(json, "lead"_key, lead_of(*assessed.reminder));
  json.end_object();
}

void write_field_json(std::string& out, const AssessedOrder& assessed, std::string_view wanted) {
  JsonWriter json(out);
  for_each_key(assessed, [&](const JsonKey& key, const auto& value) {
    if (key.name() == wanted) FieldWriter{json, assessed}.write(value);
  });
}

std::string field_json(const AssessedOrder& assessed, std::string_view key) {
  std::string text;
  write_field_json(text, assessed, key);
  return text;
}

}  // namespace aliprotect
