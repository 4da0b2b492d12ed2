#pragma once

#include "aliprotect/money.h"
#include "export/json_writer.h"

namespace aliprotect {

/// `{"amount": "12.34", "currency": "USD"}`.
void write_money_json(JsonWriter& json, const Money& money);

/// A list of such objects, one a currency, by its code.
void write_totals_json(JsonWriter& json, const Totals& totals);

}  // namespace aliprotect
