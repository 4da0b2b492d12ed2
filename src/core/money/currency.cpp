#include "core/money/currency.h"

#include <algorithm>
#include <iterator>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

struct Row {
  std::string_view code;
  int minor_digits = 2;
};

/// ISO 4217 without metals, funds and test codes, but with codes withdrawn since 2016 for old
/// orders.
constexpr Row iso_4217[] = {
    {"AED"},    {"AFN"},    {"ALL"},    {"AMD"},    {"ANG"},    {"AOA"},    {"ARS"},    {"AUD"},
    {"AWG"},    {"AZN"},    {"BAM"},    {"BBD"},    {"BDT"},    {"BGN"},    {"BHD", 3}, {"BIF", 0},
    {"BMD"},    {"BND"},    {"BOB"},    {"BRL"},    {"BSD"},    {"BTN"},    {"BWP"},    {"BYN"},
    {"BYR", 0}, {"BZD"},    {"CAD"},    {"CDF"},    {"CHF"},    {"CLP", 0}, {"CNY"},    {"COP"},
    {"CRC"},    {"CUC"},    {"CUP"},    {"CVE"},    {"CZK"},    {"DJF", 0}, {"DKK"},    {"DOP"},
    {"DZD"},    {"EGP"},    {"ERN"},    {"ETB"},    {"EUR"},    {"FJD"},    {"FKP"},    {"GBP"},
    {"GEL"},    {"GHS"},    {"GIP"},    {"GMD"},    {"GNF", 0}, {"GTQ"},    {"GYD"},    {"HKD"},
    {"HNL"},    {"HRK"},    {"HTG"},    {"HUF"},    {"IDR"},    {"ILS"},    {"INR"},    {"IQD", 3},
    {"IRR"},    {"ISK", 0}, {"JMD"},    {"JOD", 3}, {"JPY", 0}, {"KES"},    {"KGS"},    {"KHR"},
    {"KMF", 0}, {"KPW"},    {"KRW", 0}, {"KWD", 3}, {"KYD"},    {"KZT"},    {"LAK"},    {"LBP"},
    {"LKR"},    {"LRD"},    {"LSL"},    {"LYD", 3}, {"MAD"},    {"MDL"},    {"MGA"},    {"MKD"},
    {"MMK"},    {"MNT"},    {"MOP"},    {"MRO"},    {"MRU"},    {"MUR"},    {"MVR"},    {"MWK"},
    {"MXN"},    {"MYR"},    {"MZN"},    {"NAD"},    {"NGN"},    {"NIO"},    {"NOK"},    {"NPR"},
    {"NZD"},    {"OMR", 3}, {"PAB"},    {"PEN"},    {"PGK"},    {"PHP"},    {"PKR"},    {"PLN"},
    {"PYG", 0}, {"QAR"},    {"RON"},    {"RSD"},    {"RUB"},    {"RWF", 0}, {"SAR"},    {"SBD"},
    {"SCR"},    {"SDG"},    {"SEK"},    {"SGD"},    {"SHP"},    {"SLE"},    {"SLL"},    {"SOS"},
    {"SRD"},    {"SSP"},    {"STD"},    {"STN"},    {"SVC"},    {"SYP"},    {"SZL"},    {"THB"},
    {"TJS"},    {"TMT"},    {"TND", 3}, {"TOP"},    {"TRY"},    {"TTD"},    {"TWD"},    {"TZS"},
    {"UAH"},    {"UGX", 0}, {"USD"},    {"UYU"},    {"UZS"},    {"VED"},    {"VEF"},    {"VES"},
    {"VND", 0}, {"VUV", 0}, {"WST"},    {"XAF", 0}, {"XCD"},    {"XCG"},    {"XOF", 0}, {"XPF", 0},
    {"YER"},    {"ZAR"},    {"ZMW"},    {"ZWG"},    {"ZWL"},
};

constexpr bool by_code(const Row& a, const Row& b) { return a.code < b.code; }
static_assert(std::is_sorted(std::begin(iso_4217), std::end(iso_4217), by_code));

struct Mark {
  std::string_view mark;   ///< without blanks
  std::string_view codes;  ///< four characters per code, including a blank
};

/// Currency symbols as printed by AliExpress and other shops, and names of currencies.
constexpr Mark marks[] = {
    {"$",
     "USD AUD CAD NZD HKD SGD TWD MXN ARS CLP COP BBD BMD BND BSD BZD CUP DOP FJD GYD JMD KYD LRD "
     "NAD SBD SRD TTD UYU XCD "},
    {"¥", "JPY CNY "},
    {"￥", "JPY CNY "},
    {"kr", "SEK NOK DKK ISK "},
    {"kr.", "SEK NOK DKK ISK "},
    {"US$", "USD "},
    {"$US", "USD "},
    {"AU$", "AUD "},
    {"$AU", "AUD "},
    {"A$", "AUD "},
    {"CA$", "CAD "},
    {"$CA", "CAD "},
    {"C$", "CAD "},
    {"NZ$", "NZD "},
    {"$NZ", "NZD "},
    {"HK$", "HKD "},
    {"$HK", "HKD "},
    {"SG$", "SGD "},
    {"S$", "SGD "},
    {"NT$", "TWD "},
    {"MX$", "MXN "},
    {"$MX", "MXN "},
    {"R$", "BRL "},
    {"€", "EUR "},
    {"£", "GBP "},
    {"zł", "PLN "},
    {"Kč", "CZK "},
    {"Ft", "HUF "},
    {"lei", "RON "},
    {"JP¥", "JPY "},
    {"JP￥", "JPY "},
    {"円", "JPY "},
    {"CN¥", "CNY "},
    {"CN￥", "CNY "},
    {"RMB", "CNY "},
    {"₩", "KRW "},
    {"₽", "RUB "},
    {"руб", "RUB "},
    {"руб.", "RUB "},
    {"р.", "RUB "},
    {"лв", "BGN "},
    {"лв.", "BGN "},
    {"₴", "UAH "},
    {"грн", "UAH "},
    {"грн.", "UAH "},
    {"₺", "TRY "},
    {"TL", "TRY "},
    {"₪", "ILS "},
    {"₹", "INR "},
    {"₸", "KZT "},
    {"₫", "VND "},
    {"฿", "THB "},
    {"₱", "PHP "},
    {"₦", "NGN "},
    {"Rp", "IDR "},
    {"RM", "MYR "},
    {"R", "ZAR "},
    {"S/", "PEN "},
    {"S/.", "PEN "},
    {"Fr", "CHF "},
    {"Fr.", "CHF "},
    {"SFr", "CHF "},
    {"SFr.", "CHF "},
    {"Euro", "EUR "},
    {"Euros", "EUR "},
    {"евро", "EUR "},
    {"Евро", "EUR "},
    {"USDollar", "USD "},
    {"US-Dollar", "USD "},
    {"U.S.Dollar", "USD "},
    {"U.S.Dollars", "USD "},
    {"USDollars", "USD "},
    {"DollarUS", "USD "},
    {"DollarsUS", "USD "},
    {"PoundSterling", "GBP "},
    {"PoundsSterling", "GBP "},
    {"SwissFranc", "CHF "},
    {"SwissFrancs", "CHF "},
    {"SchweizerFranken", "CHF "},
    {"FrancSuisse", "CHF "},
    {"FrancsSuisses", "CHF "},
    {"Zloty", "PLN "},
    {"złoty", "PLN "},
    {"złotych", "PLN "},
    {"Yen", "JPY "},
    {"Yuan", "CNY "},
    {"рубль", "RUB "},
    {"рублей", "RUB "},
};

std::string without_blanks(std::string_view text) {
  std::string kept;
  std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
               [](char c) { return !is_blank(c); });
  return kept;
}

std::vector<Currency> with_mark(std::string_view word) {
  std::vector<Currency> currencies;
  for (const Mark& row : marks) {
    if (!same_word(row.mark, word)) continue;
    for (std::size_t i = 0; i < row.codes.size(); i += 4) {
      currencies.push_back(*Currency::from_code(row.codes.substr(i, 3)));
    }
  }
  return currencies;
}

/// `MXN$`: a code followed by a symbol of the same currency.
std::vector<Currency> with_code_and_mark(std::string_view mark) {
  constexpr std::size_t code_size = 3;
  const auto code = Currency::from_code(mark.substr(0, code_size));
  if (!code) return {};
  const auto marked = with_mark(without_blanks(mark.substr(code_size)));
  const bool agree = std::find(marked.begin(), marked.end(), *code) != marked.end();
  return agree ? std::vector{*code} : std::vector<Currency>{};
}

}  // namespace

std::optional<Currency> Currency::from_code(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  Currency currency;
  std::transform(code.begin(), code.end(), currency.code_.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  const auto* const row =
      std::lower_bound(std::begin(iso_4217), std::end(iso_4217), Row{currency.code()}, by_code);
  if (row == std::end(iso_4217) || row->code != currency.code()) return std::nullopt;
  currency.minor_digits_ = row->minor_digits;
  return currency;
}

std::vector<Currency> currencies_marked(std::string_view mark) {
  if (const auto currency = Currency::from_code(mark)) return {*currency};
  auto currencies = with_mark(without_blanks(mark));
  return currencies.empty() ? with_code_and_mark(mark) : currencies;
}

}  // namespace aliprotect
