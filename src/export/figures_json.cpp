#include "export/figures_json.h"

#include "export/money_json.h"

namespace aliprotect {
namespace {

void put_count(JsonWriter& json, std::string_view key, std::size_t count) {
  json.key(key).value(static_cast<std::int64_t>(count));
}

void put_sum(JsonWriter& json, const OrderSum& sum) {
  put_count(json, "orders", sum.orders);
  write_totals_json(json.key("prices"), sum.prices);
  put_count(json, "without_price", sum.without_price);
}

void put_arrivals(JsonWriter& json, const ArrivalFigures& arrivals) {
  json.begin_object();
  put_count(json, "late", arrivals.late);
  put_count(json, "decided", arrivals.decided);
  json.end_object();
}

void put_disputes(JsonWriter& json, const DisputeFigures& disputes) {
  json.begin_object();
  put_count(json, "opened", disputes.opened);
  put_count(json, "decided", disputes.decided);
  put_count(json, "won", disputes.won);
  write_totals_json(json.key("refunds"), disputes.refunds);
  put_count(json, "without_amount", disputes.without_amount);
  json.end_object();
}

void put_figures(JsonWriter& json, const Figures& figures) {
  put_sum(json, figures.all);
  json.key("at_risk").begin_object();
  put_sum(json, figures.at_risk);
  json.end_object();
  put_arrivals(json.key("arrivals"), figures.arrivals);
  put_disputes(json.key("disputes"), figures.disputes);
}

}  // namespace

void write_group_json(std::string& out, std::string_view key, const Group& group) {
  JsonWriter json(out);
  json.begin_object();
  json.key(key);
  if (group.name) {
    json.value(*group.name);
  } else {
    json.null();
  }
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
