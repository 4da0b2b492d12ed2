// Prices as pages and exports print them, and columns that name a currency.
#include "import/text/page_price.h"

#include <string>

#include "support/catch.h"

using namespace aliprotect;

namespace {

std::optional<Currency> currency(const char* code) {
  return code == nullptr ? std::nullopt : Currency::from_code(code);
}

std::string read(const char* text, const char* fallback) {
  const auto price = read_page_price(text, currency(fallback));
  return price ? to_text(*price) : "nothing";
}

}  // namespace

TEST_CASE("page prices: accepted text") {
  struct Row {
    const char* name;
    const char* text;
    const char* fallback;
    const char* price;
  };
  const Row rows[] = {
      {"nothing", "", "USD", "nothing"},
      {"blanks", " \t\u00A0", "USD", "nothing"},
      {"a dash", " - ", "USD", "nothing"},
      {"two dashes", "--", nullptr, "nothing"},
      {"a long dash", "—", "USD", "nothing"},
      {"dollars of the United States", "US $1,234.56", nullptr, "1234.56 USD"},
      {"formatted, whole, cents", "US $25.09|25|09", nullptr, "25.09 USD"},
      {"formatted, whole, no cents", "₩11,110|11110|", nullptr, "11110 KRW"},
      {"nothing but bars", "||", "USD", "nothing"},
      {"a gift", "Free", nullptr, "nothing"},
      {"a gift, in German", " Kostenlos ", "EUR", "nothing"},
      {"euros, comma", "1.234,56 €", nullptr, "1234.56 EUR"},
      {"euros, no-break blank", "1.234,56\u00A0€", nullptr, "1234.56 EUR"},
      {"euros before", "€ 12,34", nullptr, "12.34 EUR"},
      {"code before", "EUR 12.34", nullptr, "12.34 EUR"},
      {"code behind, no blank", "12,34EUR", nullptr, "12.34 EUR"},
      {"zloty", "129,46zł", nullptr, "129.46 PLN"},
      {"real", "R$ 12,00", nullptr, "12.00 BRL"},
      {"real, formatted, whole, cents", "R$126,59|126|59", nullptr, "126.59 BRL"},
      {"rubles, narrow blank", "1\u202F234,56\u00A0₽", nullptr, "1234.56 RUB"},
      {"rubles without decimals", "1 234 ₽", nullptr, "1234.00 RUB"},
      {"rubles, a comma for thousands", "1,234 руб.", nullptr, "1234.00 RUB"},
      {"rubles, a fallback's", "1.234", "RUB", "1234.00 RUB"},
      {"rubles, decimals", "1.23 ₽", nullptr, "1.23 RUB"},
      {"rupiahs", "Rp123.456", nullptr, "123456.00 IDR"},
      {"rupiahs, millions", "Rp1.234.567", nullptr, "1234567.00 IDR"},
      {"Colombian pesos", "COP$ 48.123", nullptr, "48123.00 COP"},
      {"forints", "12,345 Ft", nullptr, "12345.00 HUF"},
      {"dollars of Taiwan", "NT$1,234", nullptr, "1234.00 TWD"},
      {"yen", "JP¥1,234", nullptr, "1234 JPY"},
      {"full width", "￥１，２３４", "JPY", "1234 JPY"},
      {"won", "₩12,345", nullptr, "12345 KRW"},
      {"Chilean pesos", "CLP$12.345", nullptr, "12345 CLP"},
      {"dinars have three decimals", "KWD 1.234", nullptr, "1.234 KWD"},
      {"pounds", "£12.34", nullptr, "12.34 GBP"},
      {"francs", "CHF 1’234.50", nullptr, "1234.50 CHF"},
      {"Australia", "AU $12.34", nullptr, "12.34 AUD"},
      {"lira behind", "12.34₺", nullptr, "12.34 TRY"},
      {"a bare amount", "9.61", "EUR", "9.61 EUR"},
      {"a bare dollar of the file's currency", "$12.34", "CAD", "12.34 CAD"},
      {"a bare dollar, and a code", "$12.34 USD", nullptr, "12.34 USD"},
      {"what is written wins", "US $12.34", "EUR", "12.34 USD"},
      {"free of charge", "US $0.00", nullptr, "0.00 USD"},
      {"no cents", "€ 1.250,-", nullptr, "1250.00 EUR"},
      {"no cents, two dashes", "€ 5,--", nullptr, "5.00 EUR"},
      {"no cents, a long dash", "CHF 12.–", nullptr, "12.00 CHF"},
      {"no cents, an apostrophe", "Fr. 1'250.—", nullptr, "1250.00 CHF"},
      {"no cents, the same point twice", "CHF 1.250.-", nullptr, "1250.00 CHF"},
      {"no cents, the sign behind", "5,- €", nullptr, "5.00 EUR"},
      {"no cents, the fallback's", "5,-", "EUR", "5.00 EUR"},
      {"no cents where there are none", "JP¥1,250.-", nullptr, "1250 JPY"},
      {"no cents where there are a thousand", "KWD 5,-", nullptr, "5.000 KWD"},
      {"francs, a sign", "Fr. 12.50", nullptr, "12.50 CHF"},
      {"a name", "12,34 Euro", nullptr, "12.34 EUR"},
      {"a name of two words", "12.34 US dollars", nullptr, "12.34 USD"},
      {"thousands of dollars, no decimals", "US $1,234", nullptr, "1234.00 USD"},
      {"thousands of euros, no decimals", "1.234 €", nullptr, "1234.00 EUR"},
      {"thousands of the file's dollars", "$1,234", "CAD", "1234.00 CAD"},
  };
  for (const Row& row : rows) {
    INFO(row.name << ": " << row.text);
    CHECK(read(row.text, row.fallback) == row.price);
  }
}

TEST_CASE("page prices: an amount in an unknown currency can be skipped") {
  struct Row {
    const char* name;
    const char* text;
    const char* fallback;
  };
  const Row rows[] = {
      {"no currency at all", "12.34", nullptr},
      {"a bare dollar", "$12.34", nullptr},
      {"a bare dollar beside another fallback", "$12.34", "EUR"},
      {"a bare yen sign", "¥1234", nullptr},
      {"crowns", "12,34 kr", "EUR"},
      {"three digits, too", "1.234", nullptr},
      {"formatted, whole, cents", "$12.34|12|34", nullptr},
  };
  for (const Row& row : rows) {
    INFO(row.name << ": " << row.text);
    CHECK_THROWS_AS(read(row.text, row.fallback), CurrencyUnknown);
  }
}

TEST_CASE("page prices: rejected text, with the reason") {
  struct Row {
    const char* name;
    const char* text;
    const char* fallback;
    const char* reason;
  };
  const Row rows[] = {
      {"no digits", "soon", "USD", "it has no digits"},
      {"a mark alone", "US $", nullptr, "it has no digits"},
      {"bars around a mark", "US $|25|09", nullptr, "it has no digits"},
      {"three dashes", "---", "USD", "it has no digits"},
      {"negative", "-US $1.00", nullptr, "is negative"},
      {"negative behind the mark", "US $-1.00", "USD", "is negative"},
      {"negative without a currency", "-1.00", nullptr, "is negative"},
      {"no currency of ISO 4217", "12.34 XYZ", "USD", "unknown currency \"XYZ\""},
      {"the same without a fallback", "12.34 XYZ", nullptr, "unknown currency \"XYZ\""},
      {"a word before", "Total: US $12.34", "USD", "unknown currency"},
      {"two currencies", "EUR 12.34 USD", nullptr, "it has two different currencies"},
      {"a range", "US $1.00 - 2.00", nullptr, "write it as 12.34"},
      {"a code, and three decimals or thousands", "1.234 EUR", nullptr, "write 1234.00 or 1.23"},
      {"the code before", "USD 1,234", nullptr, "write 1234.00 or 1.23"},
      {"a sign, and zero before the group", "US $0,234", nullptr, "USD has at most 2 decimals"},
      {"a sign, and four decimals", "1.2345 €", nullptr, "EUR has at most 2 decimals"},
      {"a sign, and four digits before the group", "1234.567 €", nullptr,
       "EUR has at most 2 decimals"},
      {"no cents behind cents", "€ 12.50,-", nullptr, "not in groups of three"},
      {"no cents behind cents, the same point", "€ 12,50,-", nullptr, "not in groups of three"},
      {"no cents behind a group and cents", "€ 1.250,50,-", nullptr, "not in groups of three"},
      {"a point and nothing behind it", "5, €", nullptr, "unknown currency"},
      {"a dash without a point", "5- €", nullptr, "it is negative"},
      {"three dashes for cents", "€ 5,---", nullptr, "unknown currency"},
      {"no cents, twice", "€ 5,-,-", nullptr, "unknown currency"},
      {"a negative amount without cents", "€ -5,-", nullptr, "is negative"},
      {"dollars of some country", "12.34 dollars", "USD", "unknown currency"},
      {"another word", "12.34 Eurocent", nullptr, "unknown currency"},
      {"the fallback's thousands", "1,234", "USD", "write 1234.00 or 1.23"},
      {"too precise", "US $0.123", nullptr, "USD has at most 2 decimals"},
      {"too precise for rubles", "0.123 ₽", nullptr, "RUB has at most 2 decimals"},
      {"rubles, four digits", "1.2345 ₽", nullptr, "RUB has at most 2 decimals"},
      {"yen with decimals", "JP¥12.34", nullptr, "JPY has no decimals"},
      {"groups of two", "12,34,567 ₽", nullptr, "not in groups of three"},
      {"rubles, zero before the group", "0.234 ₽", nullptr, "RUB has at most 2 decimals"},
      {"letters inside", "12a34", "USD", "write it as 12.34"},
      {"too large", "99999999999999.99", "USD", "it is too large"},
  };
  for (const Row& row : rows) {
    INFO(row.name << ": " << row.text);
    std::string sentence;
    try {
      sentence = "it was read as " + read(row.text, row.fallback);
    } catch (const CurrencyUnknown&) {
      sentence = "the currency was not known";
    } catch (const RowError& error) {
      sentence = error.what();
    }
    CAPTURE(sentence);
    CHECK(sentence.find(row.reason) != std::string::npos);
  }
}

TEST_CASE("a column that names a currency") {
  struct Row {
    const char* name;
    const char* text;
    const char* code;
  };
  const Row rows[] = {
      {"code", "EUR", "EUR"},
      {"code in small letters", " usd ", "USD"},
      {"euro sign", "€", "EUR"},
      {"AliExpress's dollar", "US $", "USD"},
      {"zloty", "zł", "PLN"},
      {"real", "R$", "BRL"},
      {"full-width pound", "￡", "GBP"},
      {"a code and its mark", "MXN$", "MXN"},
      {"a no-break blank within", "AU\u00A0$", "AUD"},
      {"a name", "EURO", "EUR"},
      {"a name of two words", "US Dollar", "USD"},
      {"in French", "Dollars US", "USD"},
      {"in German", "US-Dollar", "USD"},
      {"in Polish", "złoty", "PLN"},
      {"in Russian", "Евро", "EUR"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(currency_named(row.text) == currency(row.code));
  }
  for (const char* text :
       {"",        " ",    "$",     "¥",     "kr",    "XYZ",         "dollars", "US",
        "EUR USD", "€$",   "12",    "€ 12",  "-",     "Dollar",      "franc",   "Francs",
        "pounds",  "peso", "crown", "Krone", "ruble", "Euro Dollar", "Eurobond"}) {
    INFO(text);
    CHECK_FALSE(currency_named(text).has_value());
  }
}
