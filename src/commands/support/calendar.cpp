#include "commands/support/calendar.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "core/text/quote.h"
#include "core/text/split.h"
#include "export/calendar.h"
#include "render/calendar_event.h"
#include "render/text.h"
#include "rules/announcements.h"

namespace aliprotect {
namespace {

constexpr std::string_view no_alarm = "none";

Seconds read_alarm(const Context& context, const std::string& text) {
  if (text == no_alarm) throw usage_error("--alarm: `none` cannot be combined with other values");
  const Seconds lead = context.read_length("--alarm", text);
  if (lead <= longest_clock) return lead;
  throw usage_error("--alarm: " + in_quotes(text) + " is longer than ten years");
}

void add_events(Context& context, const AssessedOrder& of, OrderHistory& history,
                const std::vector<Seconds>& alarms, Output& out) {
  Announcements announced;
  history.read([&](const Order& former, const Policy& policy) {
    announced.add_former_state(former, policy);
  });
  const std::vector<Announcement> announcements =
      history.has_ended() ? announced.for_deleted(context.now) : announced.of(of);
  if (announcements.empty()) return;
  const OrderHistory::LastChange last = history.last_change();
  const EventSource source{of,      history.has_ended(), revision(last.entry, of.protection.status),
                           last.at, context.zone(),      alarms};
  for (const Announcement& announcement : announcements) {
    out.with([&](std::string& text) {
      append_calendar_event(text, calendar_event(source, announcement));
    });
  }
}

}  // namespace

std::vector<Seconds> read_alarms(const Context& context, const std::vector<std::string>& words) {
  if (words.empty()) return {Days{4}, Days{1}};
  const std::vector<std::string> parts = split_at_commas(words);
  if (parts == std::vector<std::string>{std::string(no_alarm)}) return {};
  std::vector<Seconds> alarms;
  alarms.reserve(parts.size());
  for (const std::string& part : parts) alarms.push_back(read_alarm(context, part));
  std::sort(alarms.begin(), alarms.end(), std::greater<>());
  alarms.erase(std::unique(alarms.begin(), alarms.end()), alarms.end());
  return alarms;
}

void write_calendar(Context& context, const Listing& listing, const std::vector<Seconds>& alarms,
                    Output& out) {
  out.with(append_calendar_beginning);
  if (Store* const store = context.store_to_read()) {
    store->read_with_history(listing.selection, [&](const Order& order, OrderHistory& history) {
      const AssessedOrder of{order, history.policy(), context.now};
      if (listing.wanted(of)) add_events(context, of, history, alarms, out);
      return true;
    });
  }
  out.with(append_calendar_end);
}

}  // namespace aliprotect
