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

/// Writes an object with the counts by kind. The reader names the kinds, so they are escaped.
void write_counts(JsonWriter& json, const char* key,
                  const std::map<std::string, std::size_t>& counts) {
  std::string text;
  for (const auto& [kind, count] : counts) {
    if (!text.empty()) text += ",";
    std::string name;
    JsonWriter(name).value(message_text(kind));
    text += name + ":" + number(count);
  }
  json.key(key).raw("{" + text + "}");
}

void write_unknown_texts(JsonWriter& json, const char* key, const char* kind,
                         const std::map<std::string, std::size_t>& counts) {
  json.key(key).begin_array();
  for (const auto& [text, count] : counts) {
    json.begin_object();
    json.key(kind).value(message_text(text));
    json.key("count").value(count);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void ImportReport::reject(const std::string& file, const FileRow& row, const std::string& reason) {
  ++rejected_;
  rejected_orders_ += row.is_further ? 0 : 1;
  context_.show_progress({});
  context_.notes << "aliprotect: " << source_
                 << message_text(file + ":" + number(row.line) + ": " + reason) << "\n";
  if (!is_json()) return;
  JsonWriter json(rejected_as_json_);
  json.begin_object();
  json.key("file").value(printable(file));
  json.key("line").value(row.line);
  json.key("reason").value(message_text(reason));
  json.end_object();
}

void ImportReport::skip(const std::string& file, const SkippedValue& value) {
  const std::string reason = message_text(value.reason);
  Skipped& skipped = skipped_[{value.field, value.advice}];
  if (++skipped.count == 1)
    skipped.first = printable(file) + ":" + number(value.line) + ": " + reason;
  if (!is_json()) return;
  JsonWriter json(skipped_as_json_);
  json.begin_object();
  json.key("file").value(printable(file));
  json.key("line").value(value.line);
  json.key("field").value(value.field);
  json.key("value").value(value.value);
  json.key("reason").value(reason);
  json.end_object();
}

void ImportReport::print(const std::string& prevented_by) {
  prevented_by_ = prevented_by;
  context_.show_progress({});
  warn();
  context_.say_warnings();  // the report ends with the next step
  if (context_.quiet) return;
  if (is_json()) {
    print_json();
  } else {
    context_.out.write(sentence() + "\n" + next_step());
  }
}

void ImportReport::warn() const {
  if (!remarks_.unknown_columns.empty())
    context_.warn("ignored unknown columns: " + remarks_.unknown_columns.text() +
                  "; `--map FIELD=COLUMN` reads the column of a table");
  warn_of_skipped_values();
  warn_of_ignored();
  warn_of_skipped();
  if (without_shipping_date_ > 0) {
    context_.warn(
        format_count(without_shipping_date_, "order") +
        " without a shipping date, from which deadlines count; import the order page, add "
        "the date with `edit ORDER --shipped WHEN`, or count from the order date with "
        "`import --shipped-after 3d`");
  }
  if (unusual_ > 0) {
    context_.warn(
        format_count(unusual_, "new order") +
        " with an unusual order number (AliExpress's have 14 to 16 digits), the first is " +
        first_unusual_);
  }
  if (remarks_.orders_in_dispute > 0) {
    context_.warn(format_count(remarks_.orders_in_dispute, "order") +
                  " in dispute, without details in the file; record them with "
                  "`dispute open ORDER --reason REASON --at WHEN`");
  }
}

void ImportReport::warn_of_skipped_values() const {
  for (const auto& [kind, skipped] : skipped_) {
    const auto& [field, advice] = kind;
    context_.warn(source_ + "skipped " + format_count(skipped.count, "value") + " of `" + field +
                  "`, the first at " + skipped.first +
                  (advice.empty() ? "" : "; " + std::string(advice)));
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
    kinds += (kinds.empty() ? "" : ", ") + message_text(kind) + ": " + number(count);
  if (!kinds.empty()) context_.warn("skipped " + kinds);
  warn_of_unknown("mail", "from AliExpress with an unknown subject", counts_.unknown_subjects);
  warn_of_unknown("date", "with an unknown label", counts_.unknown_labels);
}

void ImportReport::warn_of_unknown(const std::string& noun, const std::string& what,
                                   const std::map<std::string, std::size_t>& texts) const {
  std::size_t unknown = 0;
  for (const auto& [text, count] : texts) unknown += count;
  if (unknown == 0) return;
  context_.warn(source_ + format_count(unknown, noun) + " " + what + ", such as \"" +
                message_text(texts.begin()->first) +
                "\"; write them to a file with `import --report-unknown FILE`");
}

void ImportReport::write_unknown(Output& out) const {
  for (const auto& [subject, count] : counts_.unknown_subjects)
    out.write(number(count) + "\tsubject\t" + message_text(subject) + "\n");
  for (const auto& [label, count] : counts_.unknown_labels)
    out.write(number(count) + "\tlabel\t" + message_text(label) + "\n");
}

void ImportReport::print_json() const {
  context_.out.with([&](std::string& text) {
    JsonWriter json(text);
    json.begin_object();
    write(json);
    json.end_object();
    text += '\n';
  });
}

void ImportReport::write(JsonWriter& json) const {
  json.key("read").value(rows_);
  json.key("new").value(new_);
  json.key("changed").value(changed_);
  json.key("unchanged").value(unchanged_);
  json.key("rejected").value(rejected_);
  json.key("without_shipping_date").value(without_shipping_date_);
  write_counts(json, "read_by_kind", counts_.read);
  write_counts(json, "skipped_by_kind", counts_.skipped);
  write_unknown_texts(json, "unknown_subjects", "subject", counts_.unknown_subjects);
  write_unknown_texts(json, "unknown_labels", "label", counts_.unknown_labels);
  json.key("rows").raw("[" + rejected_as_json_ + "]");
  json.key("skipped").raw("[" + skipped_as_json_ + "]");
}

std::string ImportReport::short_report() const {
  warn_of_skipped_values();
  std::string text;
  const auto add = [&](std::size_t count, const std::string& what) {
    if (count > 0) text += (text.empty() ? "" : ", ") + what;
  };
  add(new_, format_count(new_, "new order"));
  add(changed_, new_ > 0 ? number(changed_) + " changed" : format_count(changed_, "changed order"));
  add(rejected_, number(rejected_) + " rejected");
  if (text.empty()) return {};
  if (without_shipping_date_ > 0)
    text += "; " + format_count(without_shipping_date_, "order") + " without a shipping date";
  return source_ + text;
}

void ImportReport::hint_at_unknown() const {
  if (!context_.gives_hints) return;
  warn_of_unknown("mail", "from AliExpress with an unknown subject", counts_.unknown_subjects);
  warn_of_unknown("date", "with an unknown label", counts_.unknown_labels);
}

/// Returns the next step for the user, the most important one if there are several; empty if
/// nothing changed.
std::string ImportReport::next_step() const {
  if (prevented_by_ == "--strict")
    return "next: correct the file, or import the rest of it without `--strict`\n";
  if (rejected_ > 0) return "next: correct the rejected rows and import them again\n";
  if (prevented_by_ == "--dry-run" && new_ + changed_ > 0)
    return "next: import it without `--dry-run`\n";
  if (!skipped_.empty())
    return "next: add what was skipped with `aliprotect edit ORDER`, or correct the file and "
           "import it again\n";
  if (without_shipping_date_ > 0)
    return "next: `aliprotect` lists what is due and the orders without a known deadline\n";
  return new_ + changed_ > 0 ? "next: `aliprotect due` lists what is due soon\n" : "";
}

/// Adds the number of orders if some have several rows.
std::string ImportReport::sentence() const {
  const std::size_t orders = new_ + changed_ + unchanged_ + rejected_orders_;
  const bool one_each = is_forgotten_ || orders == rows_;
  return "read " + number(rows_) + (one_each ? "" : " (" + format_count(orders, "order") + ")") +
         ": " + number(new_) + " new, " + number(changed_) + " changed, " + number(unchanged_) +
         " unchanged, " + number(rejected_) + " rejected";
}

void hint_at_rules(Context& context, std::size_t orders) {
  if (!context.gives_hints || orders == 0) return;
  context.out.flush();  // the hint follows the report
  context.notes
      << "hint: " << format_count(orders, "order") << " of 2018 or later "
      << (orders == 1 ? "follows" : "follow") << " rule set " << default_policy
      << "; for today's rules, use `aliprotect rules use aliexpress-2024 --ordered-after "
         "2018-01-01`, and for new orders put `rules = \"aliexpress-2024\"` at the top of "
      << context.displayed_config_file() << "\n";
}

}  // namespace aliprotect
