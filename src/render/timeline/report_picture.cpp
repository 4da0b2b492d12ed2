#include "render/timeline/report_picture.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "render/phrases.h"
#include "render/timeline/time_axis.h"
#include "render/timeline/timeline.h"
#include "render/timeline/timeline_glyphs.h"
#include "render/timeline/timeline_text.h"

namespace aliprotect {
namespace {

constexpr std::size_t columns = 10'000;
constexpr std::size_t label_room = 1'400;  // columns per label: 7 labels fit on a phone
constexpr std::size_t margin = 220;        // hundredths of a percent; room for marks at the edges
constexpr std::size_t axis_height = 40;
constexpr std::size_t bar_height = 42;

const char* class_of(BarPart part) {
  switch (part) {
    case BarPart::waiting:
      return "waiting";
    case BarPart::shipped:
      return "shipped";
    case BarPart::window:
      return "window";
    case BarPart::extended:
      return "extended";
    case BarPart::grace:
      return "grace";
    case BarPart::dispute:
      return "dispute";
  }
  return "";
}

/// Returns a position in hundredths of a percent of the width.
std::size_t place_of(std::size_t column) {
  return margin + column * (columns - 2 * margin) / columns;
}

std::string percent(std::size_t hundredths) {
  return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

void add_ticks(FieldValues& page, const TimeScale& scale, const Zone& zone) {
  constexpr std::size_t half_label = columns / 18;
  for (const Tick& tick : ticks_of(scale, label_room, zone)) {
    const std::size_t column = scale.column_of(tick.at);
    FieldValues fields;
    fields.texts["x"] = percent(place_of(column));
    if (column >= half_label && column <= columns - half_label) fields.texts["label"] = tick.label;
    page.lists["ticks"].push_back(fields);
  }
}

void add_today(FieldValues& page, const TimeScale& scale, Instant now, const Zone& zone) {
  if (!scale.today()) return;
  constexpr std::size_t half_label = columns / 8;
  const std::size_t label = std::clamp(*scale.today(), half_label, columns - half_label);
  FieldValues fields;
  fields.texts = {{"x", percent(place_of(*scale.today()))},
                  {"label_x", percent(place_of(label))},
                  {"short_day", short_day(now, zone)}};
  page.lists["today"].push_back(fields);
}

void add_edge(FieldValues& bar, BarEnd end, const std::string& which, std::size_t column) {
  if (end == BarEnd::inside) return;
  FieldValues edge;
  edge.texts = {{"edge", which + (end == BarEnd::beyond ? "-beyond" : "-unknown")},
                {"x", percent(place_of(column))}};
  bar.lists["edges"].push_back(edge);
}

FieldValues fields_of(const PlacedBar& placed) {
  FieldValues bar;
  for (const PlacedSpan& span : placed.spans) {
    const std::size_t x = place_of(span.first);
    FieldValues fields;
    fields.texts = {{"part", class_of(span.part)},
                    {"x", percent(x)},
                    {"width", percent(place_of(span.last + 1) - x)}};
    bar.lists["spans"].push_back(fields);
  }
  for (const PlacedMark& mark : placed.marks) {
    FieldValues fields;
    fields.texts = {{"mark", legend_label(mark.mark)}, {"x", percent(place_of(mark.column))}};
    bar.lists["marks"].push_back(fields);
  }
  add_edge(bar, placed.begins, "begins", 0);
  add_edge(bar, placed.ends, "ends", columns);
  return bar;
}

std::string name_shown(const Order& order) { return order.title.value_or(order.number.text()); }

void add_texts(FieldValues& bar, const AssessedOrder& of, const Zone& zone) {
  const NextStep& step = of.protection.next_step;
  const auto next = next_event(of.protection);
  std::string left = urgency_mark(step.urgency);
  if (next && !left.empty()) left += ' ';
  if (next) left += time_left(next->at, of.now);
  bar.texts["urgency"] = to_string(step.urgency);
  bar.texts["left"] = left;
  bar.texts["name"] = name_shown(of.order);
  bar.texts["what"] = next_event_label(of, next);
  bar.texts["summary"] = name_of(of.order) + ": " + format_word(to_string(of.protection.status)) +
                         "; " + format_next_step(step, of.now, zone);
}

void add_legend(FieldValues& page, const std::vector<PlacedBar>& bars) {
  std::set<BarPart> parts;
  std::set<BarMark> marks;
  for (const PlacedBar& bar : bars) {
    for (const PlacedSpan& span : bar.spans) parts.insert(span.part);
    for (const PlacedMark& mark : bar.marks) marks.insert(mark.mark);
    const bool unknown = bar.begins == BarEnd::unknown || bar.ends == BarEnd::unknown;
    if (unknown) page.flags.insert("unknown_legend");
  }
  for (const BarPart part : parts) {
    FieldValues fields;
    fields.texts = {{"part", class_of(part)}, {"words", legend_label(part)}};
    page.lists["part_legend"].push_back(fields);
  }
  for (const BarMark mark : marks) {
    FieldValues fields;
    fields.texts = {{"mark", legend_label(mark)}, {"words", legend_label(mark)}};
    page.lists["mark_legend"].push_back(fields);
  }
}

}  // namespace

void add_picture(FieldValues& page, const std::vector<AssessedOrder>& orders,
                 const TimeRange& shown, Instant now, const Zone& zone) {
  const TimeScale scale(shown, now, columns);
  std::vector<PlacedBar> bars;
  for (const AssessedOrder& of : orders) {
    const OrderBar bar = bar_of(of);
    if (bar.empty()) {
      FieldValues fields;
      fields.texts = {{"name", name_shown(of.order)}, {"what", next_event_label(of, std::nullopt)}};
      page.lists["undated"].push_back(fields);
      page.flags.insert("has_undated");
      continue;
    }
    const std::size_t y = axis_height + bars.size() * bar_height;
    bars.push_back(placed(bar, scale));
    FieldValues fields = fields_of(bars.back());
    add_texts(fields, of, zone);
    fields.texts["y"] = std::to_string(y);
    page.lists["bars"].push_back(std::move(fields));
  }
  if (bars.empty()) return;
  page.flags.insert("has_bars");
  page.texts["height"] = std::to_string(axis_height + bars.size() * bar_height);
  page.texts["description"] = format_count(bars.size(), "order") + " between " +
                              to_text(shown.from, Bound::begin, zone) + " and " +
                              to_text(shown.until, Bound::end, zone) +
                              ", soonest first; the table below says what to do about each.";
  add_ticks(page, scale, zone);
  add_today(page, scale, now, zone);
  add_legend(page, bars);
}

}  // namespace aliprotect
