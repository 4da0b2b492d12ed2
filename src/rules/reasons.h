#pragma once

#include <string>

#include "rules/situation.h"

/// The sentence behind each row of domain 7. No instants in them: those stand in `from` and `by`.
namespace aliprotect::why {

inline constexpr auto evidence_due =
    "The case team has set a date for evidence and none is recorded: without any, a claim is "
    "cancelled.";
inline constexpr auto evidence_late =
    "The date for evidence has passed and none is recorded: the claim is at risk.";
inline constexpr auto send_back =
    "The refund depends on the goods going back: confirm the return address with the seller first.";
inline constexpr auto settle_with_seller =
    "The goods came after the refund for not receiving them: settle it with the seller.";
inline constexpr auto bad_goods =
    "The goods are bad: open a dispute as not described while protection runs.";
inline constexpr auto inspect =
    "The goods have come: inspect them while a dispute can still be opened.";
inline constexpr auto confirm =
    "The goods are good: confirm the receipt, or the order completes by itself.";
inline constexpr auto collect =
    "The parcel waits for collection: not collected, the order finishes without a refund.";
inline constexpr auto check_cancellation =
    "The seller did not ship in time: expect an automatic cancellation with a full refund.";
inline constexpr auto contact_seller =
    "The seller's time to ship is about to end: ask when it will be sent.";
inline constexpr auto wait_for_shipment = "The seller has still to ship the order.";
inline constexpr auto untrackable =
    "No parcel on its way can be tracked, so nothing shows that it was sent.";
inline constexpr auto request_extension =
    "Protection ends soon and the goods have not come: ask for an extension now, later the seller "
    "can "
    "cancel it at the last minute.";
inline constexpr auto extension_pending =
    "The extension is not decided: open a dispute when this date comes without an answer.";
inline constexpr auto check_tracking = "Protection ends within days: see where the parcel is.";
inline constexpr auto money_lost =
    "Protection ended and the order completed by itself before the goods came: nothing can be "
    "done.";
inline constexpr auto nothing_left = "The order is finished.";

std::string inspect_and_close(const Situation& at);
std::string escalate(const Situation& at);
std::string no_evidence(const Situation& at);
std::string wait_for_seller(const Situation& at);
std::string wait_for_ruling(const Situation& at);
std::string last_call(const Situation& at);
std::string late(const Situation& at);
std::string wait_for_delivery(const Situation& at);

}  // namespace aliprotect::why
