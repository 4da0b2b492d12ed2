#pragma once

#include <string>
#include <vector>

#include "reader/facts.h"
#include "reader/html_text.h"

namespace aliprotect {

/// A mail, decoded.
struct Mail {
  std::string from;                 ///< the address
  std::vector<std::string> people;  ///< words of the names and addresses of all recipients
  std::string subject;              ///< decoded
  std::string message_id;           ///< without <>
  std::string date;                 ///< RFC 3339, UTC; empty if there is none
  VisibleText body;                 ///< empty until it is needed
};

/// Who sent a mail.
enum class Sender {
  orders,  ///< AliExpress, about orders
  offers,  ///< AliExpress, advertising
  other,
};

/// Recognizes AliExpress's addresses, also behind Apple's relay.
Sender sender_of(std::string_view address);

/// Whether a mail of another sender may be one of AliExpress that a person forwarded.
bool may_be_forwarded(const Mail& mail);

/// The facts of a mail of AliExpress or of one that was forwarded, and the phrases that are not
/// known.
struct MailReading {
  std::vector<OrderFacts> facts;
  bool is_from_aliexpress = true;  ///< false for a forward of somebody else's mail
  std::string unknown_subject;     ///< without numbers and names
};

MailReading read_mail(const Mail& mail);

}  // namespace aliprotect
