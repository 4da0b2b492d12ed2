#include "render/report_page.h"

#include <algorithm>
#include <cctype>

#include "core/embedded.h"
#include "render/figures.h"
#include "render/phrases.h"
#include "render/template_text.h"
#include "render/timeline/report_picture.h"

namespace aliprotect {

std::span<const EmbeddedFile> report_files();  // made of data/report by the build

namespace {

/// How many orders, how urgent, and what money can still be lost.
void add_overview(FieldValues& page, const Report& report, const Zone& zone) {
  page.texts["now"] = to_the_minute(report.now, zone);
  page.texts["zone"] = zone.name();
  page.texts["day"] = page.texts["now"].substr(4, 10);
  page.texts["open"] = std::to_string(report.open);
  page.texts["critical"] = std::to_string(report.critical);
  page.texts["soon"] = std::to_string(report.soon);
  for (const auto& [currency, minor] : report.at_risk.prices) {
    FieldValues fields;
    fields.texts["amount"] = to_text(Money{minor, currency});
    page.lists["at_risk"].push_back(fields);
  }
  if (report.at_risk.without_price > 0) {
    page.texts["unpriced"] = in_words(report.at_risk.without_price, "order");
  }
  if (report.open > report.by_urgency.size()) {
    page.texts["more"] = "The " + std::to_string(report.by_urgency.size()) +
                         " most urgent are shown below, and " +
                         in_words(report.open - report.by_urgency.size(), "order") + " left out.";
  }
}

void set(FieldValues& fields, const char* name, const std::optional<std::string>& text) {
  if (text && !text->empty()) fields.texts[name] = *text;
}

FieldValues row_of(const AssessedOrder& of, const Zone& zone) {
  const Order& order = of.order;
  const NextStep& step = of.protection.next_step;
  FieldValues row;
  row.texts = {{"urgency", std::string(to_string(step.urgency))},
               {"step", in_words(step.action)},
               {"why", step.why},
               {"title", order.title.value_or("without a title")},
               {"id", std::to_string(order.id.value)},
               {"number", order.number.text()}};
  std::string when = in_words(step, of.now, zone).substr(in_words(step.action).size());
  when.erase(0, 1);  // the blank after the action
  set(row, "when", when);
  if (step.by && *step.by != of.now) row.texts["distance"] = to_distance(*step.by, of.now);
  set(row, "seller", order.seller);
  if (order.price) row.texts["price"] = to_text(*order.price);
  return row;
}

/// `AT RISK` is `At risk`.
std::string as_heading(std::string name) {
  std::transform(name.begin() + 1, name.end(), name.begin() + 1,
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

void add_sellers(FieldValues& page, const Report& report) {
  if (report.sellers.empty()) return;
  page.flags.insert("has_sellers");
  for (const NamedFigure& figure : figures_in_words({})) {
    FieldValues fields;
    fields.texts["name"] = as_heading(figure.name);
    page.lists["figure_names"].push_back(fields);
  }
  for (const Group& group : report.sellers) {
    FieldValues seller;
    seller.texts["seller"] = group.name.value_or("no seller");
    for (const NamedFigure& figure : figures_in_words(group.figures)) {
      FieldValues fields;
      fields.texts["name"] = as_heading(figure.name);
      set(fields, "value", figure.text);
      seller.lists["seller_figures"].push_back(fields);
    }
    page.lists["sellers"].push_back(seller);
  }
  if (report.more_sellers > 0) {
    page.texts["more_sellers"] =
        in_words(report.more_sellers, "more seller") + "; `stats --by seller` names all.";
  }
}

}  // namespace

std::string report_page(const Report& report, const Zone& zone) {
  FieldValues page;
  add_overview(page, report, zone);
  add_picture(page, report.by_turn, report.shown, report.now, zone);
  if (!report.by_urgency.empty()) page.flags.insert("has_orders");
  for (const AssessedOrder& of : report.by_urgency) {
    page.lists["orders"].push_back(row_of(of, zone));
  }
  add_sellers(page, report);
  return filled_html(report_files().front().text, page);
}

}  // namespace aliprotect
