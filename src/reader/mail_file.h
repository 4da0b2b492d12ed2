#pragma once

#include "reader/facts.h"

namespace aliprotect {

/// Prepares the mail library, and loads the converters of the usual character sets: later, no file
/// can be opened.
void prepare_mail();

/// Reads a mail, or all mails of an mbox, from the current position of `descriptor`.
void read_mail_file(int descriptor, bool is_mbox, FactWriter& writer, Counts& counts);

/// Reads a saved page: MHTML.
void read_mhtml_file(int descriptor, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
