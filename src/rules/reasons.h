#pragma once

#include <string>

#include "rules/situation.h"

/// The sentence that explains each next step; see aliprotect-rules(7), "NEXT STEP". The sentences
/// contain no instants: `from` and `by` hold those.
namespace aliprotect::why {

inline constexpr auto evidence_due =
    "The case team wants evidence by this date, and none is recorded: a claim without evidence is "
    "cancelled.";
inline constexpr auto evidence_late =
    "The evidence was due and none is recorded: the claim is at risk.";
inline constexpr auto settle_with_seller =
    "The goods arrived after they were refunded as not received: settle it with the seller.";
inline constexpr auto bad_goods =
    "The goods are bad: open a not-as-described dispute before protection ends.";
inline constexpr auto bad_goods_after_completion =
    "The goods are bad: open a not-as-described dispute; the order is completed, but that is still "
    "possible.";
inline constexpr auto inspect =
    "The goods have arrived: inspect them while you can still open a dispute.";
inline constexpr auto confirm =
    "The goods are good: confirm receipt, or the order completes automatically.";
inline constexpr auto collect =
    "The parcel is ready for pickup: if you do not collect it, the order ends without a refund.";
inline constexpr auto check_cancellation =
    "The seller did not ship in time: expect an automatic cancellation with a full refund.";
inline constexpr auto contact_seller =
    "The seller must ship soon: ask when the order will be sent.";
inline constexpr auto wait_for_shipment = "The seller has not shipped the order yet.";
inline constexpr auto not_shipped =
    "Nothing has been shipped for days: ask the seller when the order will be sent.";
inline constexpr auto no_number =
    "No parcel on its way has a tracking number: ask the seller for it.";
inline constexpr auto no_number_as_proof =
    "No tracking number is recorded: record it if you have one; without it, nothing proves that "
    "the parcel was sent.";
inline constexpr auto untrackable =
    "No parcel on its way can be tracked, so nothing proves that it was sent.";
inline constexpr auto request_extension =
    "Not delivered, and protection ends soon: request an extension now; later the seller can "
    "cancel "
    "it at the last minute.";
inline constexpr auto extension_pending =
    "The extension request is pending: open a dispute if there is no answer by this date.";
inline constexpr auto check_tracking = "Protection ends in a few days: check where the parcel is.";
inline constexpr auto money_lost =
    "Protection ended before delivery and the order completed automatically: nothing can be done.";
inline constexpr auto lost_unless_arrived =
    "The order completed automatically after its delivery was reported: if the goods arrived, "
    "record it; otherwise nothing can be done.";
inline constexpr auto nothing_left = "The order is finished.";

std::string check_refund(const Situation& at);
std::string send_back(const Situation& at);
std::string inspect_after_completion(const Situation& at);
std::string check_delivery(const Situation& at);
std::string ask_bank(const Situation& at);
/// Adds to a sentence that the carrier reports delivery of another parcel.
std::string with_claim(std::string sentence);
std::string inspect_and_close(const Situation& at);
std::string escalate(const Situation& at);
std::string no_evidence(const Situation& at);
std::string wait_for_seller(const Situation& at);
std::string wait_for_ruling(const Situation& at);
std::string last_call(const Situation& at);
std::string late(const Situation& at);
std::string wait_for_delivery(const Situation& at);

}  // namespace aliprotect::why
