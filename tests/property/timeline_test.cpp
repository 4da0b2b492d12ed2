// Properties of `timeline` for any orders at any width.
#include "render/timeline/terminal_timeline.h"

#include <sstream>

#include "property/examples.h"
#include "render/text.h"
#include "render/timeline/timeline.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

std::string some_title() {
  return *rc::gen::element<std::string>("", "Lamp", "雨伞 folding umbrella", "👩‍💻 keyboard",
                                        "Cafe\u0301tie\u0300re", "\u202etitle\x1b[31m", "\xff\xfe",
                                        std::string(300, 'x'));
}

struct Picture {
  std::vector<std::string> lines;
  bool shows_today;
};

Picture picture_of(const std::vector<Example>& examples, Instant now, const TimeRange& shown,
                   const Style& style) {
  TimelineOrders timeline{{}, now, shown};
  for (const Example& example : examples) {
    timeline.orders.push_back({example.order, example.policy, now});
  }
  std::string text;
  Output out([&](std::string_view piece) { text += piece; });
  print_timeline(timeline, Zone::utc(), style, out);
  out.flush();
  Picture picture{{}, shown.contains(now)};
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) picture.lines.push_back(line);
  return picture;
}

/// Returns the column of `sign` in each line that contains it.
std::set<std::size_t> columns_of(const std::string& sign, const std::vector<std::string>& lines) {
  std::set<std::size_t> columns;
  for (const std::string& line : lines) {
    const auto at = line.find(sign);
    if (at != std::string::npos) columns.insert(display_width(line.substr(0, at)));
  }
  return columns;
}

std::vector<Example> some_examples() {
  std::vector<Example> examples;
  const int count = *rc::gen::inRange(1, 12);
  for (int i = 1; i <= count; ++i) {
    Example example = some_example();
    example.order.id = {*rc::gen::element<std::int64_t>(i, 1'000 + i, 999'999'900 + i)};
    const std::string title = some_title();
    if (!title.empty()) example.order.title = title;
    if (*rc::gen::inRange(0, 5) == 0) example.order.ordered_at = some_instant();
    examples.push_back(example);
  }
  return examples;
}

}  // namespace

TEST_CASE("no line of a timeline is too wide, and today is one column") {
  CHECK(rc::check([] {
    const auto examples = some_examples();
    const Instant now = some_instant(-10, 90);
    std::vector<OrderBar> bars;
    for (const Example& example : examples) {
      bars.push_back(bar_of({example.order, example.policy, now}));
    }
    TimeRange shown = range_of(bars, now);
    if (*rc::gen::inRange(0, 4) == 0) shown = {day(5), day(*rc::gen::inRange(6, 3650))};
    Style style;
    style.ascii = *rc::gen::arbitrary<bool>();
    style.picture_width = *rc::gen::inRange<std::size_t>(1, 251);
    const Picture picture = picture_of(examples, now, shown, style);
    RC_LOG() << "width " << style.picture_width << "\n";
    for (const std::string& line : picture.lines) {
      RC_LOG() << line << "\n";
      RC_ASSERT(display_width(line) <= style.picture_width);
      RC_ASSERT(line.empty() || line.back() != ' ');
      if (style.ascii) {
        RC_ASSERT(std::all_of(line.begin(), line.end(), [](char c) { return c > 31 && c < 127; }));
      }
    }
    const auto today = columns_of(style.ascii ? "|" : "│", picture.lines);
    if (!picture.shows_today) RC_ASSERT(today.empty());
    RC_ASSERT(today.size() <= 1U);
  }));
}

TEST_CASE("from 20 columns on, today crosses the row of each order with a date") {
  CHECK(rc::check([] {
    const auto examples = some_examples();
    const Instant now = some_instant(-10, 90);
    std::vector<OrderBar> bars;
    for (const Example& example : examples) {
      bars.push_back(bar_of({example.order, example.policy, now}));
    }
    const auto dated = static_cast<std::size_t>(
        std::count_if(bars.begin(), bars.end(), [](const OrderBar& bar) { return !bar.empty(); }));
    Style style;
    style.picture_width = *rc::gen::inRange<std::size_t>(20, 251);
    const Picture picture = picture_of(examples, now, range_of(bars, now), style);
    const auto rows = static_cast<std::size_t>(
        std::count_if(picture.lines.begin(), picture.lines.end(),
                      [](const std::string& line) { return line.find("│") != std::string::npos; }));
    const std::size_t axis = 2;
    RC_ASSERT(rows == (dated == 0 ? 0 : dated + axis));
  }));
}
