#include "render/report_page.h"

#include <algorithm>
#include <cctype>

#include "core/embedded.h"
#include "render/figures.h"
#include "render/phrases.h"
#include "render/template_text.h"
#include "render/timeline/report_picture.h"

namespace aliprotect {

std::span<const EmbeddedFile> report_files();  // generated from data/report

namespace {

/// Adds the number of orders by urgency, and the money at risk.
void add_overview(FieldValues& page, const Report& report, const Zone& zone) {
  page.texts["now"] = to_text_with_time(report.now, zone);
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
    page.texts["unpriced"] = format_count(report.at_risk.without_price, "order");
  }
  if (report.open > report.by_urgency.size()) {
    page.texts["more"] = "The " + std::to_string(report.by_urgency.size()) +
                         " most urgent orders are shown below; " +
                         format_count(report.open - report.by_urgency.size(), "order") +
                         " left out.";
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
               {"step", format_action(step.action)},
               {"why", step.why},
               {"title", order.title.value_or("untitled")},
               {"id", std::to_string(order.id.value)},
               {"number", order.number.text()}};
  std::string when = format_next_step(step, of.now, zone).substr(format_action(step.action).size());
  when.erase(0, 1);  // the blank after the action
  set(row, "when", when);
  if (step.by && *step.by != of.now) row.texts["distance"] = to_distance(*step.by, of.now);
  set(row, "seller", order.seller);
  if (order.price) row.texts["price"] = to_text(*order.price);
  return row;
}

/// `AT RISK` becomes `At risk`.
std::string as_heading(std::string name) {
  std::transform(name.begin() + 1, name.end(), name.begin() + 1,
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

void add_sellers(FieldValues& page, const Report& report) {
  if (report.sellers.empty()) return;
  page.flags.insert("has_sellers");
  for (const NamedFigure& figure : format_figures({})) {
    FieldValues fields;
    fields.texts["name"] = as_heading(figure.name);
    page.lists["figure_names"].push_back(fields);
  }
  for (const Group& group : report.sellers) {
    FieldValues seller;
    seller.texts["seller"] = group.name.value_or("no seller");
    for (const NamedFigure& figure : format_figures(group.figures)) {
      FieldValues fields;
      fields.texts["name"] = as_heading(figure.name);
      set(fields, "value", figure.text);
      seller.lists["seller_figures"].push_back(fields);
    }
    page.lists["sellers"].push_back(seller);
  }
  if (report.more_sellers > 0) {
    page.texts["more_sellers"] =
        format_count(report.more_sellers, "more seller") + "; `stats --by seller` lists all.";
  }
}

}  // namespace

std::string report_page(const Report& report, const Zone& zone) {
  FieldValues page;
  add_overview(page, report, zone);
  add_picture(page, report.by_next_event, report.shown, report.now, zone);
  if (!report.by_urgency.empty()) page.flags.insert("has_orders");
  for (const AssessedOrder& of : report.by_urgency) {
    page.lists["orders"].push_back(row_of(of, zone));
  }
  add_sellers(page, report);
  return fill_html(report_files().front().text, page);
}

}  // namespace aliprotect
