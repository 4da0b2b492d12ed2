#include "commands/support/import_report.h"

#include "export/json_writer.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

std::string number(std::size_t count) { return std::to_string(count); }

/// The first of them, where they are many.
std::string listed(const std::set<std::string>& names) {
  constexpr std::size_t most = 20;
  std::string text;
  std::size_t count = 0;
  for (const std::string& name : names) {
    if (++count > most) return text + " and " + number(names.size() - most) + " more";
    text += (count == 1 ? "" : ", ") + name;
  }
  return text;
}

}  // namespace

void ImportReport::reject(const std::string& file, const FileRow& row, const std::string& reason) {
  ++rejected_;
  rejected_orders_ += row.is_further ? 0 : 1;
  context_.show_progress({});
  context_.notes << "aliprotect: " << printable(file) << ":" << row.line << ": "
                 << printable(reason) << "\n";
  if (!is_json()) return;
  JsonWriter json(rejected_as_json_);
  json.begin_object();
  json.key("file").value(printable(file));
  json.key("line").value(row.line);
  json.key("reason").value(printable(reason));
  json.end_object();
}

void ImportReport::print() {
  context_.show_progress({});
  warn();
  if (context_.quiet) return;
  if (is_json()) {
    print_json();
  } else {
    context_.out.write(sentence() + "\n");
  }
}

void ImportReport::warn() const {
  const std::string unknown = listed(remarks_.unknown_columns);
  if (!unknown.empty()) context_.warn("not imported, as the names are not known: " + unknown);
  if (without_shipping_date_ > 0) {
    context_.warn(
        "orders shipped at an unknown time, so without windows: " + number(without_shipping_date_) +
        "; `edit ORDER --shipped WHEN` adds it, and `import --shipped-after 3d` counts "
        "it from the order date");
  }
  if (remarks_.prices_without_currency > 0) {
    context_.warn("prices left out, as nothing tells their currency: " +
                  number(remarks_.prices_without_currency) +
                  "; `import --currency CODE` reads them");
  }
  if (remarks_.prices_of_unknown_currency > 0) {
    context_.warn(
        "prices left out, as their currency is not known (" + listed(remarks_.unknown_currencies) +
        "): " + number(remarks_.prices_of_unknown_currency) + "; write its code, such as EUR");
  }
  if (remarks_.deliveries_left_out > 0) {
    context_.warn(
        "delivery dates left out, as they lie ahead or the status says that nothing has "
        "come: " +
        number(remarks_.deliveries_left_out) + "; `deliver ORDER --at WHEN` records one");
  }
  if (unusual_ > 0) {
    context_.warn("new orders whose number has not 14 to 16 digits, as AliExpress's have: " +
                  number(unusual_) + ", the first of them " + first_unusual_);
  }
  if (remarks_.orders_in_dispute > 0) {
    context_.warn(
        "orders in dispute, of which the file says no more: " + number(remarks_.orders_in_dispute) +
        "; `dispute open ORDER --reason REASON --at WHEN` records it");
  }
  if (remarks_.orders_of_unclear_status > 0) {
    context_.warn(
        "orders whose status tells no fact, such as frozen, refunded in part or resolved: " +
        number(remarks_.orders_of_unclear_status) +
        "; record what has happened with `edit`, `confirm` or `dispute`");
  }
}

void ImportReport::print_json() const {
  context_.out.with([&](std::string& text) {
    JsonWriter json(text);
    json.begin_object();
    json.key("read").value(rows_);
    json.key("new").value(new_);
    json.key("changed").value(changed_);
    json.key("unchanged").value(unchanged_);
    json.key("rejected").value(rejected_);
    json.key("rows").raw("[" + rejected_as_json_ + "]");
    json.end_object();
    text += '\n';
  });
}

/// Several rows can be one order: then it says how many orders they are.
std::string ImportReport::sentence() const {
  const std::size_t orders = new_ + changed_ + unchanged_ + rejected_orders_;
  const bool one_each = is_forgotten_ || orders == rows_;
  return "read " + number(rows_) + (one_each ? "" : " (" + in_words(orders, "order") + ")") + ": " +
         number(new_) + " new, " + number(changed_) + " changed, " + number(unchanged_) +
         " unchanged, " + number(rejected_) + " rejected";
}

}  // namespace aliprotect
