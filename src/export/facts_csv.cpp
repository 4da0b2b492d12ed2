#include "export/facts_csv.h"

#include <fmt/format.h>

#include "core/text/csv_cell.h"
#include "export/order_fields.h"
#include "export/order_json.h"

namespace aliprotect {
namespace {

// Numbers, times and words need no quotes and cannot be formulas.
void put(std::string& out, std::int64_t number) {
  const fmt::format_int digits(number);
  out.append(digits.data(), digits.size());
}
void put(std::string& out, OrderId id) { put(out, id.value); }
void put(std::string& out, const OrderNumber& number) { out += number.text(); }
void put(std::string& out, Instant at) { append_rfc3339(out, at); }
void put(std::string& out, Days days) { put(out, std::int64_t{days.count()}); }
void put(std::string& out, ClosesSource source) { out += to_string(source); }
void put(std::string& out, Inspection inspection) { out += to_string(inspection); }
void put(std::string& out, const Money& money) { out += to_text(money); }
void put(std::string& out, const std::string& text) { append_csv_cell(out, text); }

template <typename Value>
void put(std::string& out, const std::optional<Value>& value) {
  if (value) put(out, *value);
}

}  // namespace

void FactsCsv::write_names(std::string& out) const {
  out += fmt::format("{}\n", fmt::join(order_keys, ","));
}

void FactsCsv::write_order(std::string& out, const AssessedOrder& of) {
  bool is_first = true;
  for_each_order_field([&]<typename Field>(const Field& field) {
    if (!is_first) out += ',';
    is_first = false;
    const auto& value = value_of(of, field);
    if constexpr (!is_list<ValueOf<Field>>) {
      put(out, value);
    } else if (!value.empty()) {  // as JSON
      json_.clear();
      write_field_json(json_, of, field.key.name());
      append_csv_cell(out, json_);
    }
  });
}

}  // namespace aliprotect
