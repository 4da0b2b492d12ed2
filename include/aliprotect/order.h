#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/money.h"
#include "aliprotect/time.h"

namespace aliprotect {

/// The tracker's own short number of an order: 1, 2, 3 and so on, never reused.
struct OrderId {
  std::int64_t value = 0;
  auto operator<=>(const OrderId&) const = default;
};

/// AliExpress's order number: digits, stored as text.
class OrderNumber {
 public:
  /// Parses a number and removes its spaces. Throws UserError (usage) for anything but digits, for
  /// 9 digits or fewer (those are ids), for more than 32 digits, for several numbers, and for
  /// numbers that a spreadsheet rounded: `3.05861E+15`, `3,051,000,000,011,230`,
  /// `3058610000000000`.
  static OrderNumber read(std::string_view text);

  const std::string& text() const { return digits_; }
  /// Whether it has 14 to 16 digits, as all numbers from AliExpress do; other lengths cause a
  /// warning.
  bool has_usual_length() const { return digits_.size() >= 14 && digits_.size() <= 16; }

  auto operator<=>(const OrderNumber&) const = default;

 private:
  std::string digits_;
};

enum class Inspection { good, bad };
enum class Channel { button, message };
enum class ExtensionStatus { pending, granted, declined };
enum class Reason { not_received, not_as_described };
enum class Want { full, return_goods, partial };
enum class SellerAnswer { none, refused, offered, accepted };
enum class Outcome { refunded, partial, rejected };

/// The word for each value in JSON and on the command line. `from_string` is the inverse.
std::string_view to_string(Inspection value);
std::string_view to_string(Channel value);
std::string_view to_string(ExtensionStatus value);
std::string_view to_string(Reason value);
std::string_view to_string(Want value);
std::string_view to_string(SellerAnswer value);
std::string_view to_string(Outcome value);

template <typename Enum>
std::optional<Enum> from_string(std::string_view word);

/// Returns the words of all values of the enum.
template <typename Enum>
std::vector<std::string> words_of();

/// The longest accepted number of days: ten years. A larger one is probably a mistake.
inline constexpr Days longest_clock{3'650};

/// One shipment of an order. A parcel without `shipped_at` was shipped at an unknown time.
struct Parcel {
  std::optional<std::string> tracking;
  std::optional<std::string> carrier;
  bool untracked = false;  ///< the tracking number cannot be tracked
  std::optional<Instant> shipped_at;
  std::optional<Instant> delivered_at;            ///< the buyer has it
  std::optional<Instant> claimed_delivered_at{};  ///< when the carrier reported delivery

  bool operator==(const Parcel&) const = default;
};

/// A request to move `closes` later.
struct Extension {
  Instant requested_at;
  std::optional<Days> days;
  std::optional<Channel> channel;
  ExtensionStatus status = ExtensionStatus::pending;
  std::optional<Instant> decided_at;
  /// The closing date of the order page, if it was granted with one; `closes` is then exactly this.
  std::optional<Instant> closes_at;

  bool operator==(const Extension&) const = default;
};

/// A file recorded as evidence. The file itself is not copied.
struct Evidence {
  std::string file;
  std::string sha256;
  std::int64_t size = 0;  ///< bytes
  std::optional<std::string> note;
  Instant added_at;

  bool operator==(const Evidence&) const = default;
};

/// A refund request. It is open until it has an outcome or was cancelled.
struct Dispute {
  Reason reason = Reason::not_received;
  Want want = Want::full;
  std::optional<Money> amount;
  Instant opened_at;
  std::optional<Instant> amended_at;  ///< the last change of reason, remedy or amount
  SellerAnswer seller_answer = SellerAnswer::none;
  std::optional<Instant> answered_at;   ///< the last answer
  std::optional<Money> offer;           ///< what the seller offered
  std::optional<Instant> escalated_at;  ///< by the buyer; not set by an automatic escalation
  std::optional<Instant> evidence_due;
  std::vector<Evidence> evidence;
  std::optional<Outcome> outcome;
  std::optional<Money> refund;
  std::optional<Instant> closed_at;
  std::optional<Instant> return_by;
  std::optional<Instant> returned_at;

  bool is_open() const { return !outcome && !closed_at; }
  bool operator==(const Dispute&) const = default;
};

struct Note {
  Instant at;
  std::string text;

  bool operator==(const Note&) const = default;
};

/// The facts of an order that are one value each. Each has a line in src/core/order_fields.h, from
/// which input, output and the store derive how they treat it.
struct PlainFacts {
  std::optional<std::string> title;
  std::optional<std::string> seller;
  std::optional<std::string> client;
  std::optional<Money> price;
  std::optional<Money> sale_price;
  std::optional<Instant> ordered_at;
  std::optional<Instant> ship_by;
  std::optional<Days> days;         ///< guaranteed delivery time, counted from the last shipment
  std::optional<Instant> deadline;  ///< as entered; replaces `days`
  std::optional<Days> protection_days;     ///< protection time, counted from the last shipment
  std::optional<std::string> late_credit;  ///< what the page promises if delivery is late
  std::optional<Instant> pickup_by;
  std::optional<Inspection> inspection;
  std::optional<Instant> completion_notice_at;  ///< the site announced that it will complete it
  std::optional<Instant> completed_at;          ///< by the site, never by the buyer
  std::optional<Instant> confirmed_at;          ///< by the buyer
  std::optional<Instant> cancelled_at;

  bool operator==(const PlainFacts&) const = default;
};

/// The recorded facts of an order. Everything else is derived from them.
struct Order : PlainFacts {
  OrderId id;
  OrderNumber number;
  std::vector<std::string> tags;
  std::string rules;              ///< the name of its rule set
  std::optional<Instant> closes;  ///< as entered, before any extension
  std::vector<Parcel> parcels;
  std::vector<Extension> extensions;
  std::vector<Dispute> disputes;
  std::vector<Note> notes;

  bool operator==(const Order&) const = default;
};

/// The dispute opened last, or null.
const Dispute* current_dispute(const Order& order);
/// The current dispute if it is open, or null.
const Dispute* open_dispute(const Order& order);

}  // namespace aliprotect
