#include "render/figures.h"

#include <algorithm>

#include "core/text/csv_cell.h"
#include "export/money_json.h"
#include "render/phrases.h"
#include "render/table.h"
#include "render/text.h"

namespace aliprotect {
namespace {

std::string as_json(const Totals& totals) {
  std::string text;
  JsonWriter json(text);
  write_totals_json(json, totals);
  return text;
}

/// Returns a rounded percentage. `whole` must not be 0.
std::string percent(std::size_t part, std::size_t whole) {
  return std::to_string((200 * part + whole) / (2 * whole)) + " %";
}

/// `40 % of 5`; empty if `whole` is 0.
std::string share(std::size_t part, std::size_t whole) {
  return whole == 0 ? "" : percent(part, whole) + " of " + std::to_string(whole);
}

/// `2 of 5, 40 %`; `nothing` if `whole` is 0.
std::string format_share(std::size_t part, std::size_t whole, const std::string& nothing) {
  if (whole == 0) return nothing;
  return std::to_string(part) + " of " + std::to_string(whole) + ", " + percent(part, whole);
}

/// `12.34 USD and 1 without a price`; empty if there are neither.
std::string format_short(const Totals& totals, std::size_t without, const char* what) {
  std::string text = format_totals(totals);
  if (without == 0) return text;
  if (!text.empty()) text += " and ";
  return text + std::to_string(without) + " without " + what;
}

std::string format_short(const OrderSum& sum) {
  return format_short(sum.prices, sum.without_price, "a price");
}

std::string refunds(const Figures& figures) {
  const DisputeFigures& disputes = figures.disputes;
  return format_short(disputes.refunds, disputes.without_amount, "an amount");
}

std::string or_blank(std::size_t count) { return count == 0 ? "" : std::to_string(count); }

using Of = const Figures&;

struct CsvColumn {
  std::string_view key;
  std::string (*value)(const Figures& figures);
};

// clang-format off
constexpr CsvColumn csv_figures[] = {
    {"orders", [](Of of) { return std::to_string(of.all.orders); }},
    {"prices", [](Of of) { return as_json(of.all.prices); }},
    {"without_price", [](Of of) { return std::to_string(of.all.without_price); }},
    {"at_risk.orders", [](Of of) { return std::to_string(of.at_risk.orders); }},
    {"at_risk.prices", [](Of of) { return as_json(of.at_risk.prices); }},
    {"at_risk.without_price", [](Of of) { return std::to_string(of.at_risk.without_price); }},
    {"arrivals.late", [](Of of) { return std::to_string(of.arrivals.late); }},
    {"arrivals.decided", [](Of of) { return std::to_string(of.arrivals.decided); }},
    {"disputes.opened", [](Of of) { return std::to_string(of.disputes.opened); }},
    {"disputes.decided", [](Of of) { return std::to_string(of.disputes.decided); }},
    {"disputes.won", [](Of of) { return std::to_string(of.disputes.won); }},
    {"disputes.refunds", [](Of of) { return as_json(of.disputes.refunds); }},
    {"disputes.without_amount", [](Of of) { return std::to_string(of.disputes.without_amount); }},
    {"reported_deliveries.orders", [](Of of) { return std::to_string(of.reports.orders); }},
    {"reported_deliveries.false", [](Of of) { return std::to_string(of.reports.wrong); }},
    {"completed_by_site", [](Of of) { return std::to_string(of.completed_by_site); }},
};

/// A column of the table by group.
struct Column {
  TableColumn column;
  std::string (*text)(const Figures& figures);
};

const Column table_figures[] = {
    {{"ORDERS", true}, [](Of of) { return std::to_string(of.all.orders); }},
    {{"PRICES", true, 0, 3}, [](Of of) { return format_short(of.all); }},
    {{"AT RISK", true, 0, 8, true, "at risk"}, [](Of of) { return format_short(of.at_risk); }},
    {{"LATE", true, 0, 7}, [](Of of) { return share(of.arrivals.late, of.arrivals.decided); }},
    {{"DISPUTES", true, 0, 4}, [](Of of) { return or_blank(of.disputes.opened); }},
    {{"WON", true, 0, 6}, [](Of of) { return share(of.disputes.won, of.disputes.decided); }},
    {{"REFUNDS", true, 0, 5}, refunds},
    {{"FALSE REPORTS", true, 0, 2}, [](Of of) { return share(of.reports.wrong, of.reports.orders); }},
    {{"SITE COMPLETED", true, 0, 1}, [](Of of) { return or_blank(of.completed_by_site); }},
};
// clang-format on

std::string in_capitals(std::string_view key) {
  std::string text(key);
  for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  return text;
}

void write_line(const std::string& label, const std::string& text, const Style& style,
                Output& out) {
  out.write("  " + style.paint(label, Tint::faint) + std::string(10 - label.size(), ' ') + text +
            "\n");
}

std::string format_disputes(const DisputeFigures& disputes) {
  if (disputes.opened == 0) return "none";
  return std::to_string(disputes.opened) + " opened, " + std::to_string(disputes.decided) +
         " decided";
}

std::string format_won(const Figures& figures) {
  const DisputeFigures& disputes = figures.disputes;
  const std::string won = format_share(disputes.won, disputes.decided, "no dispute decided");
  return disputes.won == 0 ? won : won + ": " + refunds(figures);
}

std::string format_reports(const ReportFigures& reports) {
  return "by a carrier in " + format_count(reports.orders, "order") + ", " +
         std::to_string(reports.wrong) + " false, " + percent(reports.wrong, reports.orders);
}

}  // namespace

void print_figures_page(const Figures& all, const std::vector<Group>& statuses, const Style& style,
                        Output& out) {
  out.write(style.paint(format_count(all.all.orders, "order"), Tint::strong) + "\n");
  write_line("prices", format_order_sum(all.all), style, out);
  write_line("at risk", format_order_sum(all.at_risk), style, out);
  write_line("late",
             format_share(all.arrivals.late, all.arrivals.decided, "no deadline met or missed"),
             style, out);
  write_line("disputes", format_disputes(all.disputes), style, out);
  write_line("won", format_won(all), style, out);
  if (all.reports.orders > 0) write_line("reported", format_reports(all.reports), style, out);
  if (all.completed_by_site > 0) {
    write_line("completed", std::to_string(all.completed_by_site) + " by the site", style, out);
  }

  Table table({{"STATUS"}, {"ORDERS", true}, {"PRICES", true, 0, 1, true}}, style, out);
  if (all.all.orders > 0) out.write("\n");
  for (const Group& status : statuses) {
    const OrderSum& sum = status.figures.all;
    if (sum.orders == 0) continue;
    table.add({{format_word(*status.name)}, {std::to_string(sum.orders)}, {format_short(sum)}});
  }
  table.end();
}

std::vector<NamedFigure> format_figures(const Figures& figures) {
  std::vector<NamedFigure> named;
  for (const Column& figure : table_figures) {
    named.push_back({figure.column.header, figure.text(figures)});
  }
  return named;
}

void print_group_table(std::string_view key, const std::vector<Group>& groups, const Style& style,
                       Output& out) {
  std::vector<TableColumn> columns = {{in_capitals(key), false, 12}};
  for (const Column& figure : table_figures) columns.push_back(figure.column);
  Table table(columns, style, out);
  for (const Group& group : groups) {
    std::vector<Cell> row = {group.name ? Cell{printable(*group.name)}
                                        : Cell{"no " + std::string(key), Tint::faint}};
    for (const Column& figure : table_figures) row.push_back({figure.text(group.figures)});
    table.add(std::move(row));
  }
  table.end();
}

void print_group_csv(std::string_view key, const std::vector<Group>& groups, const Style& style,
                     Output& out) {
  std::string header(key);
  for (const CsvColumn& column : csv_figures) header += "," + std::string(column.key);
  out.write(header + "\n");
  for (const Group& group : groups) {
    const std::string name = group.name.value_or("");
    out.with([&](std::string& text) {
      append_csv_cell(text, style.terminal ? printable(name) : name);
      for (const CsvColumn& column : csv_figures) {
        text += ',';
        append_csv_cell(text, column.value(group.figures));
      }
      text += '\n';
    });
  }
}

}  // namespace aliprotect
