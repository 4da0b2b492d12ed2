#include "commands/support/import_report.h"

#include "export/json_writer.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

std::string number(std::size_t count) { return std::to_string(count); }

struct Ignored {
  IgnoredFact fact;
  const char* what;
  const char* why;
};

constexpr Ignored ignored_facts[] = {
    {IgnoredFact::days, "`days`",
     "a deadline is recorded, and there is no shipping date to count the days from"},
    {IgnoredFact::deadline, "`deadline`",
     "`days` takes precedence; clear `days` to record a deadline"},
    {IgnoredFact::computed_closes, "`closes_at`",
     "it is computed from other facts; set `closes_source` to `typed` to record it"},
    {IgnoredFact::extended_closes, "`closes_at`", "protection has been extended beyond it"},
    {IgnoredFact::shipped_at, "`shipped_at`", "the dates in `parcels` take precedence"},
    {IgnoredFact::delivered_at, "`delivered_at`", "the dates in `parcels` take precedence"},
    {IgnoredFact::status, "`status`",
     "it follows from facts such as `confirmed_at` and `cancelled_at`"},
    {IgnoredFact::escalation, "`escalation`", "it follows from `escalated_at`"},
    {IgnoredFact::recorded_end, "facts",
     "they would undo a recorded confirmation, cancellation, outcome, delivery or decision"},
    {IgnoredFact::id, "`id`", "another order has it, or the order is recorded under another id"}};

}  // namespace

void ImportReport::reject(const std::string& file, const FileRow& row, const std::string& reason) {
  ++rejected_;
  rejected_orders_ += row.is_further ? 0 : 1;
  context_.show_progress({});
  context_.notes << "aliprotect: " << message_text(file + ":" + number(row.line) + ": " + reason)
                 << "\n";
  if (!is_json()) return;
  JsonWriter json(rejected_as_json_);
  json.begin_object();
  json.key("file").value(printable(file));
  json.key("line").value(row.line);
  json.key("reason").value(message_text(reason));
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
  if (!remarks_.unknown_columns.empty())
    context_.warn("ignored unknown columns: " + remarks_.unknown_columns.text());
  warn_of_ignored();
  warn_of_skipped();
  if (without_shipping_date_ > 0) {
    context_.warn(format_count(without_shipping_date_, "order") +
                  " without a shipping date, so without windows; add it with `edit ORDER --shipped "
                  "WHEN`, or count from the order date with `import --shipped-after 3d`");
  }
  if (remarks_.prices_without_currency > 0) {
    context_.warn("skipped " + format_count(remarks_.prices_without_currency, "price") +
                  " without a currency; pass `import --currency CODE`");
  }
  if (remarks_.prices_of_unknown_currency > 0) {
    context_.warn("skipped " + format_count(remarks_.prices_of_unknown_currency, "price") +
                  " in an unknown currency (" + remarks_.unknown_currencies.text() +
                  "); write its ISO code, such as EUR");
  }
  if (remarks_.deliveries_left_out > 0) {
    context_.warn("skipped " + format_count(remarks_.deliveries_left_out, "delivery date") +
                  " in the future, or of orders whose status is not delivered; record one with "
                  "`deliver ORDER --at WHEN`");
  }
  if (unusual_ > 0) {
    context_.warn(format_count(unusual_, "new order") +
                  " without the 14 to 16 digits of AliExpress's order numbers, the first is " +
                  first_unusual_);
  }
  if (remarks_.orders_in_dispute > 0) {
    context_.warn(format_count(remarks_.orders_in_dispute, "order") +
                  " in dispute, without details in the file; record them with "
                  "`dispute open ORDER --reason REASON --at WHEN`");
  }
  if (remarks_.orders_of_unclear_status > 0) {
    context_.warn(format_count(remarks_.orders_of_unclear_status, "order") +
                  " with an ambiguous status, such as frozen, refunded in part or resolved; record "
                  "what happened with `edit`, `confirm` or `dispute`");
  }
}

void ImportReport::warn_of_ignored() const {
  for (const auto& [fact, what, why] : ignored_facts) {
    const auto count = ignored_.find(fact);
    if (count == ignored_.end()) continue;
    context_.warn(std::string("ignored ") + what + " of " + format_count(count->second, "order") +
                  ": " + why);
  }
}

void ImportReport::warn_of_skipped() const {
  std::string kinds;
  for (const auto& [kind, count] : counts_.skipped)
    kinds += (kinds.empty() ? "" : ", ") + number(count) + " " + message_text(kind);
  if (!kinds.empty()) context_.warn("skipped, as they are not about orders: " + kinds);
  std::size_t unknown = 0;
  for (const auto& [subject, count] : counts_.unknown_subjects) unknown += count;
  if (unknown == 0) return;
  context_.warn(format_count(unknown, "mail") +
                " from AliExpress with an unknown subject, such as \"" +
                message_text(counts_.unknown_subjects.begin()->first) +
                "\"; write them to a file with `--report-unknown FILE`");
}

void ImportReport::write_unknown(Output& out) const {
  for (const auto& [subject, count] : counts_.unknown_subjects)
    out.write(number(count) + "\t" + message_text(subject) + "\n");
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

/// Adds the number of orders if some have several rows.
std::string ImportReport::sentence() const {
  const std::size_t orders = new_ + changed_ + unchanged_ + rejected_orders_;
  const bool one_each = is_forgotten_ || orders == rows_;
  return "read " + number(rows_) + (one_each ? "" : " (" + format_count(orders, "order") + ")") +
         ": " + number(new_) + " new, " + number(changed_) + " changed, " + number(unchanged_) +
         " unchanged, " + number(rejected_) + " rejected";
}

}  // namespace aliprotect
