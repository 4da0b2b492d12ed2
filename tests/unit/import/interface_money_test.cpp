// Amounts in responses of AliExpress's interfaces.
#include "import/json/interface_money.h"

#include <nlohmann/json.hpp>

#include "import/merge/row.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

std::string price_in(const char* order) {
  const auto object = nlohmann::json::parse(order);
  try {
    const InterfaceMoney money = price_of_order(JsonMembers(object));
    return money.amount + " " + money.currency;
  } catch (const RowError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("interface money: forms of amounts") {
  struct Row {
    const char* name;
    const char* order;
    const char* price;
  };
  const Row rows[] = {
      {"a text", R"({"order_amount":{"amount":"170.54","currency_code":"USD"}})", "170.54 USD"},
      {"a number", R"({"order_amount":{"amount":170.5,"currency_code":"USD"}})", "170.5 USD"},
      {"a number of none", R"({"order_amount":{"amount":170,"currency_code":"JPY"}})", "170 JPY"},
      {"the other spelling", R"({"orderAmount":{"amount":"1.00","currencyCode":"EUR"}})",
       "1.00 EUR"},
      {"another name of the amount",
       R"({"order_amount":{"amount_str":"1.00","currency_code":"EUR"}})", "1.00 EUR"},
      {"cents", R"({"order_amount":{"cent":17054,"cent_factor":100,"currency_code":"USD"}})",
       "170.54 USD"},
      {"less than one", R"({"order_amount":{"cent":5,"cent_factor":100,"currency_code":"USD"}})",
       "0.05 USD"},
      {"cents without a factor", R"({"order_amount":{"cent":17054,"currency_code":"USD"}})",
       "170.54 USD"},
      {"a currency without cents",
       R"({"order_amount":{"cent":170,"cent_factor":1,"currency_code":"JPY"}})", "170 JPY"},
      {"thousandths", R"({"order_amount":{"cent":1005,"cent_factor":1000,"currency_code":"KWD"}})",
       "1.005 KWD"},
      {"amount and cents", R"({"order_amount":{"amount":"0.01","cent":1,"currency_code":"EUR"}})",
       "0.01 EUR"},
      {"a currency that is an object",
       R"({"order_amount":{"amount":"1.00","currency":{"currency_code":"EUR"}}})", "1.00 EUR"},
      {"a currency that is a word", R"({"order_amount":{"amount":"1.00","currency":"EUR"}})",
       "1.00 EUR"},
      {"a list of one", R"({"order_amount":[{"amount":"1.00","currency_code":"EUR"}]})",
       "1.00 EUR"},
      {"a bare amount and its currency",
       R"({"init_oder_amount":"1.00","init_oder_amount_cur":"EUR"})", "1.00 EUR"},
      {"a bare amount of the settlement",
       R"({"pay_amount_by_settlement_cur":"176.24","settlement_currency":"USD"})", "176.24 USD"},
      {"a bare amount alone", R"({"pay_amount":"1.00"})", "1.00 "},
      {"nothing", R"({})", " "},
      {"an amount that is empty", R"({"order_amount":{}})", " "},
      {"a factor that is none", R"({"order_amount":{"cent":5,"cent_factor":60}})",
       "\"60\" is not a number of cents: expected 1, 10, 100 or 1000"},
      {"a factor of 0", R"({"order_amount":{"cent":5,"cent_factor":0}})",
       "\"0\" is not a number of cents: expected 1, 10, 100 or 1000"},
      {"half a cent", R"({"order_amount":{"cent":0.5,"cent_factor":100}})",
       "\"0.5\" is not an amount in cents"},
      {"less than none", R"({"order_amount":{"cent":-5,"cent_factor":100}})",
       "\"-5\" is not an amount in cents"},
      {"an amount that is a list", R"({"order_amount":{"amount":[1],"cent":1}})",
       "`amount` is not a number or a text without NUL characters"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(price_in(row.order) == row.price);
  }
}

TEST_CASE("interface money: which amount is the price") {
  CHECK(price_in(R"({"init_oder_amount":"1","pay_amount":"2","order_amount":"3"})") == "3 ");
  CHECK(price_in(R"({"init_oder_amount":"1","pay_amount":"2"})") == "2 ");
  CHECK(price_in(R"({"order_amount":"3","new_order_amount":"4"})") == "4 ");
  CHECK(price_in(R"({"order_amount":{},"init_oder_amount":"1"})") == "1 ");
  CHECK(price_in(R"({"logistics_amount":"1","escrow_fee":"2","loan_amount":"3"})") == " ");
}
