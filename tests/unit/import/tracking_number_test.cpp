// Tracking numbers as files have them.
#include "import/text/tracking_number.h"

#include "import/merge/row.h"
#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("tracking numbers: what a spreadsheet has rounded is refused") {
  for (const char* damaged : {"4.2E+12", "4,2E+12", "4.20000e+12", "4E+12", "4.2E12", "2E+12"}) {
    INFO(damaged);
    CHECK_THROWS_AS(read_tracking_number(damaged), RowError);
  }
  CHECK_THROWS_WITH(read_tracking_number("4.2E+12"),
                    "\"4.2E+12\" is not a valid tracking number: a spreadsheet rounded it and the "
                    "last digits are lost; format the column as text, or copy the number from the "
                    "order page");
  for (const char* whole :
       {"LP001", "42E12345678", "4200000000123", "1.2", "RR 123 456 789 XX", "4E+", "E+12"}) {
    INFO(whole);
    CHECK(read_tracking_number(whole) == whole);
  }
}

TEST_CASE("tracking numbers: which are those of one parcel") {
  CHECK(same_tracking("LPX001", "lpx001"));
  CHECK(same_tracking(std::nullopt, std::nullopt));
  CHECK_FALSE(same_tracking("LPX001", "LPX002"));
  CHECK_FALSE(same_tracking("LPX001", "LPX0010"));
  CHECK_FALSE(same_tracking("LPX001", std::nullopt));
  CHECK_FALSE(same_tracking(std::nullopt, ""));
}
