#include "commands/support/import_options.h"

#include "commands/support/facts.h"
#include "commands/support/orders.h"
#include "commands/support/words.h"
#include "core/text/quote.h"
#include "core/text/suggestions.h"

namespace aliprotect {
namespace {

template <typename Meaning>
struct Word {
  const char* name;
  Meaning meaning;
};

/// Returns the given word's meaning; the first word is the default.
template <typename Words>
auto read_word(const std::string& option, const std::optional<std::string>& given,
               const Words& words) {
  return row_named(words, option, given.value_or(words[0].name), "value").meaning;
}

constexpr Word<std::optional<FileForm>> forms[] = {
    {"auto", std::nullopt},     {"csv", FileForm::csv}, {"json", FileForm::json},
    {"jsonl", FileForm::jsonl}, {"mail", std::nullopt}, {"page", std::nullopt},
    {"text", std::nullopt},     {"har", std::nullopt},  {"workbook", std::nullopt}};
constexpr Word<OnExisting> ways[] = {
    {"update", OnExisting::update}, {"skip", OnExisting::skip}, {"fail", OnExisting::fail}};
constexpr Word<DateOrder> date_orders[] = {{"auto", DateOrder::unknown},
                                           {"day-first", DateOrder::day_first},
                                           {"month-first", DateOrder::month_first}};

ColumnMap read_map(const std::vector<std::string>& pairs) {
  ColumnMap map;
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    if (equals == std::string::npos || equals + 1 == pair.size())
      throw usage_error("--map: " + in_quotes(pair) +
                        " is not FIELD=COLUMN, such as number='My order'");
    const std::string field = pair.substr(0, equals);
    const auto role = role_named(field);
    if (!role) throw unknown_word("--map", field, "field", role_names());
    map.emplace_back(*role, pair.substr(equals + 1));
  }
  return map;
}

std::optional<Zone> read_zone(const std::optional<std::string>& name) {
  if (!name) return std::nullopt;
  try {
    return Zone::named(*name);
  } catch (const UserError& error) {
    throw usage_error(std::string("--zone: ") + error.what());
  }
}

std::optional<Currency> currency_of(const Context& context, const ImportOptions& options) {
  if (options.currency) return read_currency("--currency", *options.currency);
  if (context.currency) return read_currency(currency_setting, *context.currency);
  return std::nullopt;
}

ImportDefaults read_defaults(Context& context, const ImportOptions& options) {
  ImportDefaults defaults;
  defaults.rules =
      context.policies()
          .at(options.rules.value_or(context.rules.value_or(std::string(default_policy))))
          .name;
  for (const std::string& tag : options.tags) defaults.tags.push_back(checked_text("--tag", tag));
  if (options.days) defaults.days = read_days("--days", *options.days);
  if (options.protection_days)
    defaults.protection_days = read_days("--protection-days", *options.protection_days);
  if (options.shipped_after)
    defaults.shipped_after = context.read_length("--shipped-after", *options.shipped_after);
  return defaults;
}

OrderNumber read_order(Context& context, const std::string& word) {
  const auto refs = read_orders(context, {word});
  if (const auto* number = std::get_if<OrderNumber>(&refs.at(0))) return *number;
  Store* store = context.store_to_read();
  const auto order = store ? store->find(std::get<OrderId>(refs[0])) : std::nullopt;
  if (!order) throw not_recorded(refs[0]);
  return order->number;
}

}  // namespace

void describe_import(Command& import, ImportOptions& options) {
  add_arguments(import, "FILE", options.files, "files and folders to read; - is stdin").required =
      true;
  add_value(
      import, "--as", options.form,
      "the format of the files: auto, csv, json, jsonl, mail, page, text, har or workbook [auto]",
      type_of_words("FORM", names_of(forms)));
  add_value(import, "--order", options.order,
            "the order for files without an order number, such as tracking responses", "ORDER");
  add_words(import, "--map", options.map,
            "read a field from this column of a table, such as number='My order'",
            type_of_words("FIELD=COLUMN", role_names()));
  add_value(import, "--zone", options.zone,
            "the time zone of times without one [the layout's, or --tz]", "ZONE");
  add_value(import, "--dates", options.dates,
            "how to read 03/04/2026: day-first or month-first [the layout's]",
            type_of_words("ORDER", names_of(date_orders)));
  add_value(import, "--currency", options.currency, "the currency of prices without one", "CODE");
  add_value(import, "--on-existing", options.on_existing,
            "what to do with orders that are already recorded: update, skip or fail [update]",
            type_of_words("HOW", names_of(ways)));
  add_flag(import, "--strict", options.strict,
           "stop at the first rejected row or skipped value and record nothing");
  add_flag(import, "--dry-run", options.dry_run, "print the report, but record nothing");
  add_value(
      import, "--rejects", options.rejects,
      "write the rejected rows of one file to FILE, to fix and import them; not with --strict",
      "FILE");
  add_value(import, "--report-unknown", options.report_unknown,
            "write unknown subjects of mails and labels of pages to FILE for a bug report, without "
            "numbers and names",
            "FILE");
  add_value(import, "--shipped-after", options.shipped_after,
            "for orders without a shipping date: assume shipment this long after the order date",
            "LENGTH");
  add_value(import, "--days", options.days,
            "the guaranteed delivery time in days, for orders without one", "N");
  add_value(import, "--protection-days", options.protection_days,
            "the length of protection in days, for orders without one", "N");
  add_value(import, "--rules", options.rules, "the rule set of new orders", "NAME");
  add_words(import, "--tag", options.tags, "add this tag to all orders; may be repeated", "TEXT");
}

ImportPlan read_plan(Context& context, const ImportOptions& options) {
  ImportPlan plan;
  plan.form = read_word("--as", options.form, forms);
  if (options.form && options.form != "auto" && !plan.form) plan.foreign_form = options.form;
  plan.on_existing = read_word("--on-existing", options.on_existing, ways);
  plan.reading.now = context.now;
  plan.reading.users_zone = [&context] { return context.zone(); };
  plan.reading.zone = read_zone(options.zone);
  plan.reading.dates = read_word("--dates", options.dates, date_orders);
  plan.reading.currency = currency_of(context, options);
  plan.reading.map = read_map(options.map);
  if (options.order) plan.reading.order = read_order(context, *options.order);
  plan.defaults = read_defaults(context, options);
  plan.strict = options.strict;
  plan.rejects = options.rejects;
  if (options.rejects && options.strict)
    throw usage_error("--rejects cannot be combined with --strict");
  if (options.rejects && options.files.size() > 1)
    throw usage_error("--rejects accepts only one FILE, because each file has its own header");
  return plan;
}

}  // namespace aliprotect
