#pragma once

#include "aliprotect/money.h"
#include "export/json_writer.h"

namespace aliprotect {

/// Writes `{"amount": "12.34", "currency": "USD"}`.
void write_money_json(JsonWriter& json, const Money& money);

/// Writes a list of such objects, one per currency, sorted by code.
void write_totals_json(JsonWriter& json, const Totals& totals);

}  // namespace aliprotect
