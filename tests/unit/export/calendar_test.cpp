// The text of a calendar, according to RFC 5545.
#include "export/calendar.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string_view>

#include "render/text.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

CalendarEvent event() {
  CalendarEvent event;
  event.uid = "3051000000421234-closes@aliprotect";
  event.revision = 12;
  event.at = at("2026-12-05T22:59:59Z");
  event.stamp = at("2026-11-20T12:00:00Z");
  event.modified = at("2026-11-19T08:00:00Z");
  event.summary = "Protection ends: USB hub";
  event.description = "Order: 3051000000421234";
  event.category = "closes";
  return event;
}

std::string written(const CalendarEvent& event) {
  std::string text;
  append_calendar_event(text, event);
  return text;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 2);
  }
  return lines;
}

std::string unfolded(std::string text) {
  for (std::size_t fold; (fold = text.find("\r\n ")) != std::string::npos;) text.erase(fold, 3);
  return text;
}

bool has_line(const std::string& text, const std::string& line) {
  const std::vector<std::string> lines = lines_of(unfolded(text));
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

}  // namespace

TEST_CASE("a calendar has a beginning and an end") {
  std::string text;
  append_calendar_beginning(text);
  append_calendar_end(text);
  CHECK(text ==
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//aliprotect//deadlines of orders//EN\r\n"
        "METHOD:PUBLISH\r\nX-WR-CALNAME:Order protection\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("an event is a point in time in UTC that does not block time") {
  CHECK(written(event()) ==
        "BEGIN:VEVENT\r\nUID:3051000000421234-closes@aliprotect\r\nSEQUENCE:12\r\n"
        "DTSTAMP:20261120T120000Z\r\nLAST-MODIFIED:20261119T080000Z\r\nSTATUS:CONFIRMED\r\n"
        "DTSTART:20261205T225959Z\r\nDURATION:PT1S\r\nSUMMARY:Protection ends: USB hub\r\n"
        "DESCRIPTION:Order: 3051000000421234\r\nCATEGORIES:closes\r\nTRANSP:TRANSPARENT\r\n"
        "END:VEVENT\r\n");
}

TEST_CASE("a deadline that no longer applies is cancelled") {
  CalendarEvent gone = event();
  gone.cancelled = true;
  CHECK(has_line(written(gone), "STATUS:CANCELLED"));
  CHECK_FALSE(has_line(written(gone), "STATUS:CONFIRMED"));
}

TEST_CASE("alarms are before the event") {
  struct Row {
    const char* name;
    Seconds lead;
    const char* line;
  };
  const Row rows[] = {
      {"days", Days{4}, "TRIGGER:-P4D"},
      {"days and hours", 36h, "TRIGGER:-P1DT12H"},
      {"two weeks", Days{14}, "TRIGGER:-P2W"},
      {"a second", 1s, "TRIGGER:-PT1S"},
      {"at the instant itself", 0s, "TRIGGER:PT0S"},
      {"ten years", Days{3'650}, "TRIGGER:-P3650D"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CalendarEvent ringing = event();
    ringing.alarms = {row.lead};
    CHECK(has_line(written(ringing), row.line));
    CHECK(has_line(written(ringing), "ACTION:DISPLAY"));
  }
  CHECK_FALSE(has_line(written(event()), "BEGIN:VALARM"));
}

TEST_CASE("texts are escaped") {
  struct Row {
    const char* name;
    const char* text;
    const char* line;
  };
  const Row rows[] = {
      {"comma", "a, b", "SUMMARY:a\\, b"},
      {"semicolon", "a; b", "SUMMARY:a\\; b"},
      {"backslash", "a\\n", "SUMMARY:a\\\\n"},
      {"line feed", "a\nb", "SUMMARY:a\\nb"},
      {"quotes and colons are unchanged", "a \"b\": c", "SUMMARY:a \"b\": c"},
      {"text that looks like a separate line", "a\nEND:VEVENT", "SUMMARY:a\\nEND:VEVENT"},
      {"CJK and emoji", "見本 🧸", "SUMMARY:見本 🧸"},
      {"nothing", "", "SUMMARY:"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CalendarEvent odd = event();
    odd.summary = row.text;
    CHECK(has_line(written(odd), row.line));
  }
}

TEST_CASE("lines have at most 75 octets, and folding does not split characters") {
  std::string mixed;
  for (int i = 0; i < 200; ++i) mixed += i % 3 ? "見" : "🧸x";
  const std::string texts[] = {
      std::string(74, 'x'), std::string(75, 'x'),        std::string(1'000'000, 'x'), mixed,
      "x" + mixed,          std::string(300, ' ') + "x", std::string(200, ','),
  };
  for (const std::string& text : texts) {
    INFO(text.substr(0, 80));
    CalendarEvent odd = event();
    odd.description = text;
    const std::string out = written(odd);
    for (const std::string& line : lines_of(out)) {
      if (line.size() > 75 || !is_utf8(line)) FAIL(line);
    }
    std::string whole = unfolded(out);
    std::erase(whole, '\\');
    CHECK(whole.find("DESCRIPTION:" + text + "\r\n") != std::string::npos);
  }
}
