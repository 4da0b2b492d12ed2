#pragma once

#include <string>
#include <string_view>

#include "import/merge/mail_collector.h"

namespace aliprotect {

/// What a mail states as JSON, to be remembered by the store.
std::string to_text(const MailFact& fact);

/// Reads it again. What cannot be read is left out.
MailFact mail_fact_from_text(std::string_view text);

}  // namespace aliprotect
