#include "render/timeline/terminal_timeline.h"

#include <algorithm>
#include <set>

#include "render/ascii.h"
#include "render/phrases.h"
#include "render/text.h"
#include "render/timeline/canvas_line.h"
#include "render/timeline/time_axis.h"
#include "render/timeline/timeline.h"
#include "render/timeline/timeline_glyphs.h"
#include "render/timeline/timeline_text.h"

namespace aliprotect {
namespace {

constexpr std::size_t least_plot = 9;
constexpr std::size_t least_title = 5;
constexpr std::size_t widest_title = 40;
constexpr char title_header[] = "TITLE";
constexpr char left_header[] = "LEFT";
constexpr std::size_t label_room = 8;    // columns per label: `23 Nov` and a gap
constexpr std::size_t words_from = 100;  // minimum columns to show the NEXT column

/// The texts left of an order's bar.
struct Label {
  std::string urgency, id, title, what, left;
};

std::string padded(const std::string& text, std::size_t width, bool right = false) {
  const std::string pad(width - std::min(width, display_width(text)), ' ');
  return right ? pad + text : text + pad;
}

/// The widths of the label columns; 0: not shown.
struct LabelWidths {
  std::size_t urgency = 2;
  std::size_t id = 2, title = 0, what = 0, left = 0;

  std::size_t total() const {
    std::size_t total = 0;
    for (const std::size_t width : {urgency, id, title, what, left}) {
      total += width == 0 ? 0 : width + 1;
    }
    return total;
  }
};

LabelWidths widths_of(const std::vector<Label>& labels, std::size_t width) {
  LabelWidths widths;
  for (const Label& label : labels) {
    widths.id = std::max(widths.id, label.id.size());
    widths.left = std::max(widths.left, label.left.size());
    widths.what = std::max(widths.what, label.what.size());
    widths.title = std::max(widths.title, display_width(label.title));
  }
  if (widths.left > 0) widths.left = std::max(widths.left, std::size(left_header) - 1);
  if (widths.title > 0) widths.title = std::max(widths.title, std::size(title_header) - 1);
  if (width < words_from) widths.what = 0;
  const std::size_t wanted_title =
      std::min({widths.title, widest_title, std::max(width / 4, least_title)});
  widths.title = 0;
  const std::size_t taken = widths.total() + least_plot + 1;
  const std::size_t room = width - std::min(width, taken);
  if (room >= std::min(wanted_title, least_title)) widths.title = std::min(room, wanted_title);
  return widths;
}

class TerminalTimeline {
 public:
  TerminalTimeline(const TimelineOrders& timeline, const Zone& zone, const Style& style,
                   Output& out)
      : timeline_(timeline),
        zone_(zone),
        style_(style),
        out_(out),
        glyphs_(timeline_glyphs(style.ascii)),
        labels_(labels()),
        widths_(widths_of(labels_, style.picture_width)),
        scale_(timeline.shown, timeline.now,
               std::max(least_plot,
                        style.picture_width - std::min(style.picture_width, widths_.total()))) {}

  void print() {
    std::vector<std::size_t> undated;
    std::vector<PlacedBar> bars;
    for (std::size_t i = 0; i < timeline_.orders.size(); ++i) {
      const OrderBar bar = bar_of(timeline_.orders[i]);
      if (bar.empty()) undated.push_back(i);
      bars.push_back(placed(bar, scale_));
    }
    if (undated.size() < bars.size()) {
      print_axis();
      for (std::size_t i = 0; i < bars.size(); ++i) {
        if (!std::binary_search(undated.begin(), undated.end(), i)) print_row(i, bars[i]);
      }
      print_legend(bars);
    }
    print_undated(undated);
  }

 private:
  std::string shown(const std::string& text) const {
    const std::string safe = printable(text);
    return style_.ascii ? in_ascii(safe) : safe;
  }

  std::vector<Label> labels() const {
    std::vector<Label> labels;
    for (const AssessedOrder& of : timeline_.orders) {
      const auto next = next_event(of.protection);
      labels.push_back({urgency_mark(of.protection.next_step.urgency),
                        std::to_string(of.order.id.value),
                        shown(of.order.title.value_or(of.order.number.text())),
                        next_event_label(of, next), next ? time_left(next->at, of.now) : ""});
    }
    return labels;
  }

  std::string label_line(const Label& label) const {
    std::string line =
        padded(label.urgency, widths_.urgency) + " " + padded(label.id, widths_.id, true) + " ";
    if (widths_.title > 0) {
      line += padded(clipped(label.title, widths_.title, glyphs_.ending), widths_.title) + " ";
    }
    if (widths_.what > 0) line += padded(label.what, widths_.what) + " ";
    if (widths_.left > 0) line += padded(label.left, widths_.left, true) + " ";
    return line;
  }

  /// Cuts the label only if the line would be too wide.
  void print_line(std::string label, Tint tint, const CanvasLine& plot) {
    const std::size_t width = style_.picture_width;
    const std::string drawn = plot.text(style_);
    const std::size_t room = width - std::min(width, scale_.columns());
    if (display_width(label) > room) label = clipped(label, room, "");
    if (drawn.empty()) label.erase(label.find_last_not_of(' ') + 1);
    out_.write(style_.paint(label, tint) + drawn + "\n");
  }

  CanvasLine new_line() const {
    return CanvasLine(std::min(scale_.columns(), style_.picture_width));
  }

  void print_axis() {
    const std::string blank(widths_.total(), ' ');
    print_line(blank, Tint::plain, line_of_today());
    CanvasLine names = new_line();
    CanvasLine axis = new_line();
    for (std::size_t i = 0; i < scale_.columns(); ++i) axis.draw(i, glyphs_.axis, Tint::faint);
    std::size_t free = 0;  // the first free column
    for (const Tick& tick : ticks_of(scale_, label_room, zone_)) {
      const std::size_t column = scale_.column_of(tick.at);
      axis.draw(column, glyphs_.tick, Tint::faint);
      const std::size_t end = column + tick.label.size();
      const bool covers_today =
          scale_.today() && column <= *scale_.today() && *scale_.today() < end;
      if (column < free || end > scale_.columns() || covers_today) continue;
      names.write(column, tick.label);
      free = end + 1;
    }
    draw_today(names);
    draw_today(axis);
    print_line(blank, Tint::plain, names);
    print_line(label_line({"", "ID", title_header, "NEXT", left_header}), Tint::strong, axis);
  }

  /// Returns `today 20 Nov` above its column, or at the edge if today is outside the range.
  CanvasLine line_of_today() const {
    CanvasLine line = new_line();
    const std::size_t columns = scale_.columns();
    std::string text = "today " + short_day(timeline_.now, zone_);
    if (text.size() + 2 > columns) text = "today";
    const std::size_t last = columns - std::min(columns, text.size());
    if (scale_.today()) {
      const std::size_t half = text.size() / 2;
      line.write(std::min(last, *scale_.today() - std::min(*scale_.today(), half)), text,
                 Tint::strong);
    } else if (timeline_.now < scale_.range().from) {
      line.draw(0, glyphs_.beyond_begin);
      line.write(2, text);
    } else {
      line.write(last - 2, text);
      line.draw(columns - 1, glyphs_.beyond_end);
    }
    return line;
  }

  void draw_today(CanvasLine& line) const {
    if (scale_.today()) line.draw(*scale_.today(), glyphs_.today, Tint::strong);
  }

  void print_row(std::size_t index, const PlacedBar& bar) {
    const Tint tint = tint_of(timeline_.orders[index].protection.next_step.urgency);
    CanvasLine line = new_line();
    for (const PlacedSpan& span : bar.spans) {
      for (std::size_t i = span.first; i <= span.last; ++i) {
        line.draw(i, glyphs_.of(span.part), tint);
      }
    }
    for (const PlacedMark& mark : bar.marks) line.draw(mark.column, glyphs_.of(mark.mark), tint);
    draw_edge(line, 0, bar.begins, glyphs_.beyond_begin);
    draw_edge(line, scale_.columns() - 1, bar.ends, glyphs_.beyond_end);
    draw_today(line);
    print_line(label_line(labels_[index]), tint, line);
  }

  void draw_edge(CanvasLine& line, std::size_t column, BarEnd edge, const char* beyond) const {
    if (edge == BarEnd::beyond) line.draw(column, beyond);
    if (edge == BarEnd::unknown) line.draw(column, glyphs_.unknown);
  }

  /// Explains only the symbols that occur in the chart.
  void print_legend(const std::vector<PlacedBar>& bars) {
    std::set<BarPart> parts;
    std::set<BarMark> marks;
    std::set<BarEnd> edges;
    for (const PlacedBar& bar : bars) {
      for (const PlacedSpan& span : bar.spans) parts.insert(span.part);
      for (const PlacedMark& mark : bar.marks) marks.insert(mark.mark);
      edges.insert({bar.begins, bar.ends});
    }
    std::vector<std::string> items;
    const auto item = [&](const std::string& sign, const std::string& words) {
      items.push_back(sign + " " + words);
    };
    for (const BarPart part : parts) item(glyphs_.of(part), legend_label(part));
    for (const BarMark mark : marks) item(glyphs_.of(mark), legend_label(mark));
    if (edges.count(BarEnd::beyond) > 0) {
      item(std::string(glyphs_.beyond_begin) + " " + glyphs_.beyond_end, "continues");
    }
    if (edges.count(BarEnd::unknown) > 0) item(glyphs_.unknown, "date unknown");
    std::set<Urgency> urgencies;
    for (const auto& of : timeline_.orders) urgencies.insert(of.protection.next_step.urgency);
    for (const Urgency urgency : urgencies) {
      if (*urgency_mark(urgency) != 0) item(urgency_mark(urgency), std::string(to_string(urgency)));
    }
    print_items(items);
  }

  void print_items(const std::vector<std::string>& items) {
    std::string line;
    const auto end_line = [&] {
      if (!line.empty()) out_.write(style_.paint(line, Tint::faint) + "\n");
      line.clear();
    };
    for (const std::string& item : items) {
      const std::string gap = line.empty() ? "" : "  ";
      if (display_width(line + gap + item) > style_.picture_width) end_line();
      line += (line.empty() ? "" : "  ") + item;
      line = clipped(line, style_.picture_width, glyphs_.ending);
    }
    end_line();
  }

  void print_undated(const std::vector<std::size_t>& undated) {
    if (undated.empty()) return;
    const auto write = [&](const std::string& text, Tint tint) {
      const std::string line = clipped(text, style_.picture_width, glyphs_.ending);
      out_.write(style_.paint(line, tint) + "\n");
    };
    write("Orders without a known date:", Tint::strong);
    for (const std::size_t i : undated) {
      const Label& label = labels_[i];
      const std::string begin =
          padded(label.urgency, widths_.urgency) + " " + padded(label.id, widths_.id, true) + " ";
      const std::string title = clipped(label.title, widest_title, glyphs_.ending);
      write(begin + title + ": " + label.what,
            tint_of(timeline_.orders[i].protection.next_step.urgency));
    }
  }

  const TimelineOrders& timeline_;
  const Zone& zone_;
  const Style& style_;
  Output& out_;
  const TimelineGlyphs& glyphs_;
  std::vector<Label> labels_;
  LabelWidths widths_;
  TimeScale scale_;
};

}  // namespace

void print_timeline(const TimelineOrders& timeline, const Zone& zone, const Style& style,
                    Output& out) {
  if (!timeline.orders.empty()) TerminalTimeline(timeline, zone, style, out).print();
}

}  // namespace aliprotect
