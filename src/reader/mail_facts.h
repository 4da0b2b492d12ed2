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

/// The kinds of senders.
enum class Sender {
  orders,  ///< AliExpress, about orders
  offers,  ///< AliExpress, advertising
  other,
};

/// Recognizes AliExpress's addresses, also behind Apple's relay.
Sender sender_of(std::string_view address);

/// Whether a mail from another sender may be a forwarded mail of AliExpress.
bool may_be_forwarded(const Mail& mail);

/// Returns the facts of an original or forwarded mail of AliExpress, and unknown phrases.
struct MailReading {
  std::vector<OrderFacts> facts;
  bool is_from_aliexpress = true;  ///< false for a forward of somebody else's mail
  std::string unknown_subject;     ///< without numbers and names
};

MailReading read_mail(const Mail& mail);

}  // namespace aliprotect
