// Order numbers, and rejected text.
#include "aliprotect/order.h"
#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;

TEST_CASE("order numbers: accepted text") {
  struct Row {
    const char* name;
    std::string text;
    std::string digits;
    bool usual;
  };
  const Row rows[] = {
      {"16 digits", "3051000000421234", "3051000000421234", true},
      {"14 digits", "30510000421234", "30510000421234", true},
      {"15 digits", "305100000421234", "305100000421234", true},
      {"13 digits are unusual", "3051000421234", "3051000421234", false},
      {"17 digits are unusual", "30510000000421234", "30510000000421234", false},
      {"10 digits are the fewest", "1234567890", "1234567890", false},
      {"32 digits are the most", std::string(32, '7'), std::string(32, '7'), false},
      {"a line's end amid the number", "3051000000 421234", "3051000000421234", true},
      {"groups of an unusual number", "3051 0000 0042 1234 5", "30510000004212345", false},
      {"spaces are dropped", " 3051 0000\u00A00042 1234\n", "3051000000421234", true},
      {"leading zeros are kept", "0000000000421234", "0000000000421234", true},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const OrderNumber number = OrderNumber::read(row.text);
    CHECK(number.text() == row.digits);
    CHECK(number.has_usual_length() == row.usual);
  }
}

TEST_CASE("order numbers: rejected text, with the reason") {
  struct Row {
    const char* name;
    std::string text;
    const char* reason;
  };
  const Row rows[] = {
      {"empty", "", "it is empty"},
      {"blanks", " \t", "it is empty"},
      {"an id", "7", "expected 14 to 16 digits"},
      {"9 digits", "123456789", "expected 14 to 16 digits"},
      {"9 digits with spaces", "123 456 789", "expected 14 to 16 digits"},
      {"33 digits", std::string(33, '7'), "expected 14 to 16 digits"},
      {"letters", "30510000X0421234", "expected only digits"},
      {"a sign", "-3051000000421234", "expected only digits"},
      {"a hash", "#3051000000421234", "expected only digits"},
      {"a decimal", "3051000000421234.0", "expected only digits"},
      {"digits of another script", "٣٠٥١٠٠٠٠٠٠٤٢١٢٣٤", "expected only digits"},
      {"a line break inside", "30510000\n00421234", "expected only digits"},
      {"two numbers", "3051000000421234 3051000000431234", "several numbers"},
      {"two in two lines", "3051000000421234\n3051000000431234", "several numbers"},
      {"two and a no-break space", "3051000000421234\u00A03051000000431234", "several numbers"},
      {"two with a comma", "3051000000421234, 3051000000431234", "several numbers"},
      {"two of ten digits", "3051000000 3051000001", "several numbers"},
      {"three", "30510000421234 30510000431234 30510000441234", "several numbers"},
      {"two in groups", "3051 0000 0042 1234 3051 0000 0043 1234", "several numbers"},
      {"a spreadsheet's rounding", "3.05861E+15", "a spreadsheet rounded it"},
      {"with a comma", "3,05861E+15", "a spreadsheet rounded it"},
      {"in small letters, without a plus", "3.05861e15", "a spreadsheet rounded it"},
      {"without decimals", "3E+15", "a spreadsheet rounded it"},
      {"written out again", "3058610000000000", "a spreadsheet rounded it"},
      {"with separators", "3,051,000,000,011,230", "a spreadsheet rounded it"},
      {"with full stops", "3.051.000.000.011.230", "a spreadsheet rounded it"},
      {"a single full stop", "30510000.00011230", "expected only digits"},
      {"incomplete scientific notation", "3.E+15", "expected only digits"},
      {"no exponent", "3.05861E+", "expected only digits"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string sentence = refusal_of([&] { OrderNumber::read(row.text); });
    CAPTURE(sentence);
    CHECK(says(sentence, "is not a valid order number: "));
    CHECK(says(sentence, row.reason));
    CHECK(sentence.find('\n') == std::string::npos);
  }
}
