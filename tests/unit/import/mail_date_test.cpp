#include "import/text/mail_date.h"

#include "import/merge/row.h"
#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("mail date: the name of a European zone counts") {
  struct Row {
    const char* text;
    const char* at;
  };
  const Zone utc = Zone::utc();
  for (const Row& row : {Row{"21 Jul 2026 07:44:46 CEST", "2026-07-21T05:44:46Z"},
                         {"21.12.2026, 07:44 MEZ", "2026-12-21T06:44:00Z"},
                         {"21 Jul 2026 07:44 WEST", "2026-07-21T06:44:00Z"},
                         {"21 Jul 2026 07:44 BST", "2026-07-21T06:44:00Z"},
                         {"21 Jul 2026 07:44", "2026-07-21T07:44:00Z"}}) {
    CAPTURE(row.text);
    CHECK(read_mail_date(row.text, {utc}) == from_rfc3339(row.at));
  }
  CHECK_THROWS_AS(read_mail_date("21 Jul 2026 07:44 XYZT", {utc}), RowError);
}
