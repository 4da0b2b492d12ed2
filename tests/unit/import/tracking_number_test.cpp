// Tracking numbers in files.
#include "import/text/tracking_number.h"

#include "import/merge/row.h"
#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("tracking numbers: a number rounded by a spreadsheet is refused") {
  for (const char* damaged : {"4.2E+12", "4,2E+12", "4.20000e+12", "4E+12", "4.2E12", "2E+12"}) {
    INFO(damaged);
    CHECK_THROWS_AS(read_tracking_number(damaged), RowError);
  }
  CHECK_THROWS_WITH(read_tracking_number("4.2E+12"),
                    "\"4.2E+12\" is not a valid tracking number: a spreadsheet rounded it and the "
                    "last digits are lost; format the column as text, or copy the number from the "
                    "order page");
  for (const char* whole : {"LP001", "42E12345678", "4200000000123", "RR 123 456 789 XX",
                            "420537049200190333885202055737", "JY26CAA0D000551012"}) {
    INFO(whole);
    CHECK(read_tracking_number(whole).number == whole);
    CHECK(read_tracking_number(whole).carrier.empty());
  }
}

TEST_CASE("tracking numbers: with a carrier, in a URL, several in a cell") {
  const TrackingNumber with_carrier = read_tracking_number("LP008 (Example Post)");
  CHECK(with_carrier.number == "LP008");
  CHECK(with_carrier.carrier == "Example Post");
  for (const char* url :
       {"https://t.example.test/en#nums=LP008", "https://example.test/track/LP008",
        "https://example.test/?mailNoList=LP008&lang=en",
        "https://example.test/t?x=1&tracking=LP008"}) {
    INFO(url);
    CHECK(read_tracking_number(url).number == "LP008");
  }
  const auto count = [](const char* cell) {
    std::size_t numbers = 0;
    for_each_tracking_number(cell, [&](std::string_view) { ++numbers; });
    return numbers;
  };
  CHECK(count("LP001, LP002;LP003|LP004\nLP005") == 5);
  CHECK(count("LP00123456789012 LP00123456789013") == 2);
  CHECK(count("RR 123 456 789 XX") == 1);
  CHECK(count(" ") == 0);
}

TEST_CASE("tracking numbers: other texts are refused") {
  for (const char* text : {"Awaiting shipment", "Delivered 20 September", "2026-10-03", "US $5.00",
                           "unknown", "1.2", "4E+", "https://example.test/", "LP001 (Post"}) {
    INFO(text);
    CHECK_THROWS_WITH(read_tracking_number(text),
                      "\"" + std::string(text) + "\" is not a tracking number");
  }
}

TEST_CASE("tracking numbers: numbers of the same parcel") {
  CHECK(same_tracking("LPX001", "lpx001"));
  CHECK(same_tracking(std::nullopt, std::nullopt));
  CHECK_FALSE(same_tracking("LPX001", "LPX002"));
  CHECK_FALSE(same_tracking("LPX001", "LPX0010"));
  CHECK_FALSE(same_tracking("LPX001", std::nullopt));
  CHECK_FALSE(same_tracking(std::nullopt, ""));
}
