#pragma once

#include "reader/facts.h"
#include "reader/html_text.h"

namespace aliprotect {

/// Writes the facts of a page.
void write_page(const VisibleText& page, FactWriter& writer, Counts& counts);

/// Reads a saved page.
void read_html_file(int descriptor, FactWriter& writer, Counts& counts);

/// Reads text that was copied from a page.
void read_text_file(int descriptor, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
