// Order numbers and other cells as spreadsheets store them.
#include "import/text/page_number.h"

#include "import/merge/row.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

std::string read(const char* cell) {
  try {
    return read_printed_number(cell).text();
  } catch (const RowError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("order numbers in tables: accepted text") {
  struct Row {
    const char* name;
    const char* cell;
  };
  const Row rows[] = {
      {"digits", "3051000000011234"},
      {"blanks", "3051 0000 0001 1234"},
      {"narrow no-break blanks", "3051\u202F0000\u202F0001\u202F1234"},
      {"full-width digits", "３０５１０００００００１１２３４"},
      {"a sign before it", "#3051000000011234"},
      {"a word before it", "No. 3051000000011234"},
      {"a numero sign", "№3051000000011234"},
      {"a mark of UTF-8",
       "\xEF\xBB\xBF"
       "3051000000011234"},
      {"a fraction of nothing", "3051000000011234.0"},
      {"an address", "https://example.test/order?orderId=3051000000011234&x=1"},
      {"an address, in other letters", "example.test/?a=1&orderid=3051000000011234"},
      {"a label", "Order ID: 3051000000011234"},
      {"the page's newer label", "Ref. Number: 3051000000011234"},
      {"a German label", "Bestell-Nr.: 3051000000011234"},
      {"a French label", "N° de commande : 3051000000011234"},
      {"a Russian label", "Номер заказа: 3051000000011234"},
      {"a tracking page", "https://example.test/logistics?tradeOrderId=3051000000011234&x=1"},
      {"a list of one", "https://example.test/?o_ids=3051000000011234"},
      {"the same number twice", "https://example.test/?o_ids=3051000000011234%2C3051000000011234"},
      {"a formula of an address",
       "=HYPERLINK(\"https://example.test/?orderId=3051000000011234\",\"x\")"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(read(row.cell) == "3051000000011234");
  }
}

TEST_CASE("order numbers in tables: rejected text") {
  struct Row {
    const char* name;
    const char* cell;
    const char* reason;
  };
  const Row rows[] = {
      {"nothing", "", "it is empty"},
      {"a sign alone", "#", "it is empty"},
      {"rounded", "3.05861E+15", "a spreadsheet rounded it"},
      {"rounded and written out", "3058610000000000", "a spreadsheet rounded it"},
      {"rounded and grouped", "3.051.000.000.011.230", "a spreadsheet rounded it"},
      {"another fraction", "3051000000011234.5", "expected only digits"},
      {"a fraction behind more digits than it can keep", "9051000000011234.0",
       "expected only digits"},
      {"letters", "30510000000112AB", "expected only digits"},
      {"two numbers in a URL", "https://example.test/?o_ids=3051000000011234%2C3051000000021234",
       "names several orders; give one at a time"},
      {"another label", "Tracking number: 3051000000011234", "expected only digits"},
      {"another shop's label", "eBay order number: 3051000000011234", "expected only digits"},
      {"another parameter", "https://example.test/?parentId=3051000000011234",
       "not a URL with an order number"},
      {"Amazon's", "407-0000000-0014744",
       "is an order number of Amazon; only orders of AliExpress can be recorded"},
      {"Temu's", "PO-098-00000000000001", "is an order number of Temu"},
      {"eBay's", "12-00000-00015", "is an order number of eBay"},
      {"an id", "12", "expected 14 to 16 digits"},
      {"an address without one", "https://example.test/?order=1", "not a URL with an order number"},
      {"an address with none", "https://example.test/?orderId=", "not a URL with an order number"},
      {"an address with a word", "https://example.test/?orderId=abc&x=1",
       "not a URL with an order number"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CAPTURE(read(row.cell));
    CHECK(read(row.cell).find(row.reason) != std::string::npos);
  }
}
