// All forms of MONEY, and rejected text; see aliprotect(1).
#include "aliprotect/money.h"

#include <limits>

#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

std::optional<Currency> currency(const char* code) {
  if (code == nullptr) return std::nullopt;
  return Currency::from_code(code);
}

}  // namespace

TEST_CASE("MONEY: accepted text") {
  struct Row {
    const char* name;
    const char* text;
    const char* fallback;
    const char* money;
  };
  const Row rows[] = {
      {"point", "12.34", "USD", "12.34 USD"},
      {"comma", "12,34", "EUR", "12.34 EUR"},
      {"whole", "12", "USD", "12.00 USD"},
      {"tenths", "12.3", "USD", "12.30 USD"},
      {"nothing", "0", "USD", "0.00 USD"},
      {"cents", "0.05", "USD", "0.05 USD"},
      {"code after", "12.34 EUR", nullptr, "12.34 EUR"},
      {"code before", "EUR 12.34", nullptr, "12.34 EUR"},
      {"code without blank, in small letters", "12.34eur", nullptr, "12.34 EUR"},
      {"what is written wins over the fallback", "12.34 EUR", "USD", "12.34 EUR"},
      {"as AliExpress prints it", "US $12.34", nullptr, "12.34 USD"},
      {"US$", "us$ 12.34", nullptr, "12.34 USD"},
      {"euro before", "€12.34", nullptr, "12.34 EUR"},
      {"euro after, no-break blank", "12,34\u00A0€", nullptr, "12.34 EUR"},
      {"pound", "£1,234.56", nullptr, "1234.56 GBP"},
      {"zloty", "12,34zł", nullptr, "12.34 PLN"},
      {"real", "R$ 1.234,56", nullptr, "1234.56 BRL"},
      {"ruble", "1 234,56 ₽", nullptr, "1234.56 RUB"},
      {"ruble in letters", "1234,56 руб.", nullptr, "1234.56 RUB"},
      {"yen", "JP¥ 1,234", nullptr, "1234 JPY"},
      {"Canada", "C $12.34", nullptr, "12.34 CAD"},
      {"Canada, the other way", "CA$12.34", nullptr, "12.34 CAD"},
      {"Australia", "AU $12.34", nullptr, "12.34 AUD"},
      {"won", "₩12,345", nullptr, "12345 KRW"},
      {"franc", "CHF 12.34", nullptr, "12.34 CHF"},
      {"franc, grouped by apostrophes", "CHF 1'234.50", nullptr, "1234.50 CHF"},
      {"franc, typographic apostrophe", "CHF 1’234.50", nullptr, "1234.50 CHF"},
      {"Australia, shorter", "A$12.34", nullptr, "12.34 AUD"},
      {"Canada, the sign first", "12,34 $CA", nullptr, "12.34 CAD"},
      {"New Zealand", "NZ $12.34", nullptr, "12.34 NZD"},
      {"Singapore", "SG $12.34", nullptr, "12.34 SGD"},
      {"Mexico", "MX$12.34", nullptr, "12.34 MXN"},
      {"a code before its mark", "MXN$12.34", nullptr, "12.34 MXN"},
      {"a code, a blank and its mark", "USD $12.34", nullptr, "12.34 USD"},
      {"Colombia by code and mark", "COP$ 1.234,50", nullptr, "1234.50 COP"},
      {"Chile by code and mark", "CLP$12.345", nullptr, "12345 CLP"},
      {"shekel", "₪12.34", nullptr, "12.34 ILS"},
      {"lira", "12.34₺", nullptr, "12.34 TRY"},
      {"ruble in letters, before", "руб. 12", nullptr, "12.00 RUB"},
      {"zloty before", "zł 12", nullptr, "12.00 PLN"},
      {"Czech crown", "12 Kč", nullptr, "12.00 CZK"},
      {"forint", "1 234 Ft", nullptr, "1234.00 HUF"},
      {"lev", "12,34 лв.", nullptr, "12.34 BGN"},
      {"hryvnia in letters", "12,34 грн", nullptr, "12.34 UAH"},
      {"rand", "R 12.34", nullptr, "12.34 ZAR"},
      {"sol", "S/ 12.34", nullptr, "12.34 PEN"},
      {"full-width yen sign", "￥1,234", "JPY", "1234 JPY"},
      {"a plain dollar sign is the fallback's", "$12.34", "CAD", "12.34 CAD"},
      {"a plain dollar sign with its code", "$12.34 USD", nullptr, "12.34 USD"},
      {"the same currency twice", "US $12.34 USD", nullptr, "12.34 USD"},
      {"a plain yen sign is the fallback's", "¥1234", "JPY", "1234 JPY"},
      {"crowns are the fallback's", "12,34 kr", "SEK", "12.34 SEK"},
      {"grouped, point", "1,234.56", "USD", "1234.56 USD"},
      {"grouped, comma", "1.234,56", "EUR", "1234.56 EUR"},
      {"grouped by blanks", "1 234,56", "EUR", "1234.56 EUR"},
      {"grouped by narrow blanks", "1\u202F234,56", "EUR", "1234.56 EUR"},
      {"grouped twice", "1,234,567", "USD", "1234567.00 USD"},
      {"grouped twice with decimals", "1.234.567,8", "EUR", "1234567.80 EUR"},
      {"blanks group without decimals", "1 234", "EUR", "1234.00 EUR"},
      {"yen has no decimals: a group", "1,234", "JPY", "1234 JPY"},
      {"dinar has three", "1.234", "KWD", "1.234 KWD"},
      {"dinar, fewer", "1.2", "KWD", "1.200 KWD"},
      {"dinar, grouped", "1,234.567", "KWD", "1234.567 KWD"},
      {"leading zeros", "0012.34", "USD", "12.34 USD"},
      {"blanks around", "  12.34\t", "USD", "12.34 USD"},
      {"the largest", "9999999999999.99", "USD", "9999999999999.99 USD"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(to_text(read_money(row.text, currency(row.fallback))) == row.money);
  }
}

TEST_CASE("MONEY: rejected text, with the reason") {
  struct Row {
    const char* name;
    const char* text;
    const char* fallback;
    const char* reason;
  };
  const Row rows[] = {
      {"empty", "", "USD", "it is empty"},
      {"blanks", " \u00A0 ", "USD", "it is empty"},
      {"no digits", "free", "USD", "it has no digits"},
      {"a mark alone", "US $", nullptr, "it has no digits"},
      {"no currency", "12.34", nullptr, "--currency"},
      {"negative", "-12.34", "USD", "it is negative"},
      {"negative after the mark", "US $-12.34", nullptr, "it is negative"},
      {"negative before the mark", "-US $12.34", nullptr, "it is negative"},
      {"typographic minus", "−12.34", "USD", "it is negative"},
      {"minus behind", "12.34-", "USD", "it is negative"},
      {"brackets", "(12.34)", "USD", "unknown currency"},
      {"unknown currency", "12.34 XYZ", "USD", "unknown currency \"XYZ\"; use an ISO code"},
      {"a name of a currency", "12.34 dollars", "USD", "unknown currency \"dollars\""},
      {"letters apart", "12.34 E U R", nullptr, "unknown currency"},
      {"two currencies", "EUR 12.34 USD", nullptr, "it has two different currencies"},
      {"two currencies by a mark", "€12.34 USD", nullptr, "it has two different currencies"},
      {"a code before another's mark", "EUR$12.34", nullptr, "unknown currency"},
      {"a code before its code", "EUR EUR 12.34", nullptr, "unknown currency"},
      {"a mark before its code", "$USD 12.34", nullptr, "unknown currency"},
      {"spaced letters before a symbol", "U S D$ 12.34", nullptr, "unknown currency"},
      {"two currencies on one side", "12.34 EUR USD", nullptr, "unknown currency"},
      {"a plain dollar sign", "$12.34", nullptr, "could be USD, AUD, CAD, NZD or another"},
      {"a plain dollar sign with another fallback", "$12.34", "EUR", "as in \"12.34 USD\""},
      {"a plain yen sign", "¥1234", "USD", "could be JPY or CNY"},
      {"crowns", "12,34 kr", nullptr, "could be SEK, NOK, DKK or ISK"},
      {"three digits: a group or decimals?", "1.234", "USD", "write 1234.00 or 1.23"},
      {"three digits after a comma", "12,345", "EUR", "write 12345.00 or 12.34"},
      {"too precise", "12.3456", "USD", "USD has at most 2 decimals"},
      {"too precise, less than one", "0.123", "USD", "USD has at most 2 decimals"},
      {"too precise, too long for a group", "1234.567", "USD", "USD has at most 2 decimals"},
      {"too precise after a group", "1 234,567", "EUR", "EUR has at most 2 decimals"},
      {"yen with decimals", "12.34", "JPY", "JPY has no decimals"},
      {"dinar with four", "1.2345", "KWD", "KWD has at most 3 decimals"},
      {"a group of two", "12,34,567", "USD", "not in groups of three"},
      {"blanks between other digits", "12 34", "USD", "not in groups of three"},
      {"first group too long", "1234,567.89", "USD", "not in groups of three"},
      {"a group that begins with zero", "0,123,456", "USD", "not in groups of three"},
      {"two kinds of groups", "1,234 567.00", "USD", "not in groups of three"},
      {"two decimal points", "1.23.45", "USD", "not in groups of three"},
      {"two blanks in a row", "1  234", "USD", "write it as 12.34"},
      {"point at the end", "12.", "USD", "unknown currency"},
      {"point at the beginning", ".50", "USD", "unknown currency"},
      {"letters inside", "12a34", "USD", "write it as 12.34"},
      {"a sum", "12+34", "USD", "write it as 12.34"},
      {"a float", "1e5", "USD", "write it as 12.34"},
      {"sixteen digits", "99999999999999.99", "USD", "it is too large"},
      {"beyond all measure", "99999999999999999999999999", "USD", "it is too large"},
      {"digits of another script", "١٢", "USD", "it has no digits"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string sentence = refusal_of([&] { read_money(row.text, currency(row.fallback)); });
    CAPTURE(sentence);
    CHECK(says(sentence, "invalid amount \""));
    CHECK(says(sentence, row.reason));
    CHECK(sentence.find('\n') == std::string::npos);
  }
}

TEST_CASE("currencies of ISO 4217") {
  CHECK(Currency::from_code("usd")->code() == "USD");
  CHECK(Currency::from_code("EUR")->minor_digits() == 2);
  CHECK(Currency::from_code("JPY")->minor_digits() == 0);
  CHECK(Currency::from_code("KWD")->minor_digits() == 3);
  CHECK(Currency::from_code("AED").has_value());
  CHECK(Currency::from_code("ZWL").has_value());
  CHECK(Currency::from_code("EUR") == Currency::from_code("eur"));
  for (const char* code : {"", "US", "USDX", "XYZ", "AAA", "ZZZ", "US$", "€", " USD", "U D"}) {
    INFO(code);
    CHECK_FALSE(Currency::from_code(code).has_value());
  }
}

TEST_CASE("an amount without a currency is formatted and parsed") {
  struct Row {
    const char* name;
    std::int64_t minor;
    const char* code;
    const char* text;
  };
  const Row rows[] = {
      {"cents", 1234, "USD", "12.34"},
      {"less than one", 5, "USD", "0.05"},
      {"nothing", 0, "USD", "0.00"},
      {"no decimals", 1200, "JPY", "1200"},
      {"three decimals", 5, "KWD", "0.005"},
      {"a loss", -1000, "USD", "-10.00"},
      {"a small loss", -5, "USD", "-0.05"},
      {"the most", std::numeric_limits<std::int64_t>::max(), "USD", "92233720368547758.07"},
      {"the least", std::numeric_limits<std::int64_t>::min(), "USD", "-92233720368547758.08"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Money money{row.minor, *currency(row.code)};
    CHECK(amount_text(money) == row.text);
    CHECK(from_amount(row.text, money.currency) == money);
  }
  for (const char* text : {"",         "-",      ".",      "12",       "12.3",
                           "12.345",   "12,34",  "012.34", "1.2.34",   ".34",
                           "12.",      "+12.34", "-0.00",  "- 1.00",   " 12.34",
                           "12.34 ",   "12.3a",  "1e2.00", "1,200.00", "92233720368547758.08",
                           "12.34 USD"}) {
    INFO(text);
    CHECK_FALSE(from_amount(text, *currency("USD")).has_value());
  }
  for (const char* text : {"12.00", "012", "", "12."}) {
    INFO(text);
    CHECK_FALSE(from_amount(text, *currency("JPY")).has_value());
  }
}

TEST_CASE("totals are separate for each currency") {
  Totals totals;
  add_to(totals, {1234, *currency("USD")});
  add_to(totals, {66, *currency("USD")});
  add_to(totals, {-100, *currency("USD")});
  add_to(totals, {500, *currency("JPY")});
  CHECK(totals == Totals{{*currency("USD"), 1200}, {*currency("JPY"), 500}});

  const std::int64_t most = std::numeric_limits<std::int64_t>::max();
  Totals full{{*currency("USD"), most - 1}};
  add_to(full, {1, *currency("USD")});
  CHECK_THROWS_AS(add_to(full, {1, *currency("USD")}), UserError);
  CHECK(full.at(*currency("USD")) == most);
}
