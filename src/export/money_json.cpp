#include "export/money_json.h"

namespace aliprotect {

void write_money_json(JsonWriter& json, const Money& money) {
  json.begin_object();
  json.key("amount"_key).word(amount_text(money));
  json.key("currency"_key).word(money.currency.code());
  json.end_object();
}

void write_totals_json(JsonWriter& json, const Totals& totals) {
  json.begin_array();
  for (const auto& [currency, minor] : totals) write_money_json(json, Money{minor, currency});
  json.end_array();
}

}  // namespace aliprotect
