#pragma once

#include <string>

#include "import/text/page_date.h"

namespace aliprotect {

/// Reads the date that a forwarded mail prints of the original mail. In addition to the forms of
/// `read_page_date`, it may end with the name of a European zone, such as CEST. Throws RowError.
Instant read_mail_date(const std::string& text, const PageClock& clock);

}  // namespace aliprotect
