#include "export/figures_json.h"

#include "export/money_json.h"

namespace aliprotect {
namespace {

void put_sum(JsonWriter& json, const OrderSum& sum) {
  json.key("orders").value(sum.orders);
  write_totals_json(json.key("prices"), sum.prices);
  json.key("without_price").value(sum.without_price);
}

void put_arrivals(JsonWriter& json, const ArrivalFigures& arrivals) {
  json.begin_object();
  json.key("late").value(arrivals.late);
  json.key("decided").value(arrivals.decided);
  json.end_object();
}

void put_disputes(JsonWriter& json, const DisputeFigures& disputes) {
  json.begin_object();
  json.key("opened").value(disputes.opened);
  json.key("decided").value(disputes.decided);
  json.key("won").value(disputes.won);
  write_totals_json(json.key("refunds"), disputes.refunds);
  json.key("without_amount").value(disputes.without_amount);
  json.end_object();
}

void put_reports(JsonWriter& json, const ReportFigures& reports) {
  json.begin_object();
  json.key("orders").value(reports.orders);
  json.key("false").value(reports.wrong);
  json.end_object();
}

void put_figures(JsonWriter& json, const Figures& figures) {
  put_sum(json, figures.all);
  json.key("at_risk").begin_object();
  put_sum(json, figures.at_risk);
  json.end_object();
  put_arrivals(json.key("arrivals"), figures.arrivals);
  put_disputes(json.key("disputes"), figures.disputes);
  put_reports(json.key("reported_deliveries"), figures.reports);
  json.key("completed_by_site").value(figures.completed_by_site);
}

}  // namespace

void write_group_json(std::string& out, std::string_view key, const Group& group) {
  JsonWriter json(out);
  json.begin_object();
  json.key(key).value(group.name);
  put_figures(json, group.figures);
  json.end_object();
}

void write_stats_json(std::string& out, const Figures& all, const std::vector<Group>& statuses) {
  JsonWriter json(out);
  json.begin_object();
  put_figures(json, all);
  json.key("statuses").begin_object();
  for (const Group& status : statuses) {
    json.key(*status.name).begin_object();
    put_sum(json, status.figures.all);
    json.end_object();
  }
  json.end_object();
  json.end_object();
}

}  // namespace aliprotect
