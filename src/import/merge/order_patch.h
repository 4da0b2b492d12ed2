#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/protection.h"
#include "import/merge/mailed_facts.h"

namespace aliprotect {

// The facts that a file states about one order. An absent value changes nothing when the patch is
// applied.

struct StatedParcel {
  std::optional<std::string> tracking;
  std::optional<std::string> carrier;
  std::optional<bool> untracked;
  std::optional<Instant> shipped_at;
  std::optional<Instant> delivered_at;
  std::optional<Instant> claimed_delivered_at;
};

struct StatedExtension {
  Instant requested_at;
  std::optional<Days> days;
  std::optional<Channel> channel;
  std::optional<ExtensionStatus> status;
  std::optional<Instant> decided_at;
  std::optional<Instant> closes_at;
};

struct StatedEvidence {
  std::string file;
  std::optional<std::string> sha256;
  std::optional<std::int64_t> size;
  std::optional<std::string> note;
  Instant added_at;
};

struct StatedDispute {
  Reason reason = Reason::not_received;
  std::optional<Want> want;
  std::optional<Money> amount;
  Instant opened_at;
  std::optional<Instant> amended_at;
  std::optional<SellerAnswer> seller_answer;
  std::optional<Instant> answered_at;
  std::optional<Money> offer;
  std::optional<Instant> escalated_at;
  std::optional<Instant> evidence_due;
  std::vector<StatedEvidence> evidence;
  std::optional<Outcome> outcome;
  std::optional<Money> refund;
  std::optional<Instant> closed_at;
  std::optional<Instant> return_by;
  std::optional<Instant> returned_at;
};

/// Facts that a page shows without a date. They count from `at`, and only if no such fact is
/// recorded yet.
struct UndatedStatus {
  Instant at;
  bool end_is_undated = false;  ///< then the order ended at `at` or before
  bool shipped = false;
  bool delivered = false;  ///< according to the carrier, unless `received`
  bool received = false;
  bool confirmed = false;
  bool cancelled = false;
  bool refunded = false;
  bool closed_by_itself = false;
  std::vector<std::string> notes;
};

/// A stated end of protection, including granted extensions. If its source is unknown, it counts as
/// typed unless it equals the computed one.
struct StatedCloses {
  std::optional<Instant> at;
  std::optional<ClosesSource> source;

  /// Whether the file says that it was computed from other facts.
  bool is_computed() const { return source && *source != ClosesSource::typed; }
};

/// Facts of a file that an import does not record, because they are computed from other facts or
/// because recorded facts take precedence.
enum class IgnoredFact {
  days,
  deadline,
  computed_closes,
  extended_closes,
  shipped_at,
  delivered_at,
  status,
  escalation,
  recorded_end,
  id
};

/// The facts of one order. `deadline` is used only if `days` set none.
struct OrderPatch : PlainFacts {
  std::optional<OrderId> id;
  OrderNumber number;
  std::vector<std::string> tags;
  std::optional<std::string> rules;
  StatedCloses closes;
  std::optional<Instant> shipped_at;    ///< when the only parcel was shipped, if `parcels` is empty
  std::optional<Instant> delivered_at;  ///< when it was delivered, if `parcels` is empty
  std::vector<StatedParcel> parcels;
  std::vector<StatedExtension> extensions;
  std::vector<StatedDispute> disputes;
  std::vector<Note> notes;
  std::optional<UndatedStatus> undated_status;
  std::optional<MailedUpdate> mails;
  std::vector<IgnoredFact> ignored;  ///< besides those that follow from the patch
};

/// Applies the patch: stated values replace recorded ones, absent ones change nothing. Elements of
/// lists are matched (parcels by tracking number, disputes by opening time), or added. No order
/// ends without a date later than `longest_protection` after it was placed.
void apply_patch(const OrderPatch& facts, Order& order,
                 std::optional<Days> longest_protection = std::nullopt);

}  // namespace aliprotect
