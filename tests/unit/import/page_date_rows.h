#pragma once

#include <string>
#include <string_view>

#include "import/merge/row.h"
#include "import/text/page_date.h"
#include "support/catch.h"

namespace aliprotect::testing {

struct PageDateRow {
  const char* name;
  const char* text;
  const char* instant;
};

struct RefusedPageDate {
  const char* name;
  const char* text;
  const char* reason;
};

inline std::string read_date(std::string_view text, Bound bound, const Zone& zone,
                             DateOrder order = DateOrder::unknown) {
  return to_rfc3339(read_page_date(text, bound, {zone, order}));
}

/// The instant as a beginning, in UTC.
inline std::string read_in_utc(std::string_view text, DateOrder order = DateOrder::unknown) {
  return read_date(text, Bound::begin, Zone::utc(), order);
}

template <std::size_t size>
void check_read(const PageDateRow (&rows)[size], DateOrder order = DateOrder::unknown) {
  for (const PageDateRow& row : rows) {
    INFO(row.name << ": " << row.text);
    std::string read;
    try {
      read = read_in_utc(row.text, order);
    } catch (const RowError& error) {
      read = error.what();
    }
    CHECK(read == row.instant);
  }
}

template <std::size_t size>
void check_refused(const RefusedPageDate (&rows)[size], DateOrder order = DateOrder::unknown) {
  for (const RefusedPageDate& row : rows) {
    INFO(row.name << ": " << row.text);
    std::string sentence = "it was read";
    try {
      sentence += " as " + read_in_utc(row.text, order);
    } catch (const RowError& error) {
      sentence = error.what();
    }
    CAPTURE(sentence);
    CHECK(sentence.starts_with("cannot read \""));
    CHECK(sentence.find(row.reason) != std::string::npos);
    CHECK(sentence.find('\n') == std::string::npos);
  }
}

}  // namespace aliprotect::testing
