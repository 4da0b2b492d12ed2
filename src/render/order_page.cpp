#include "render/order_page.h"

#include <algorithm>
#include <utility>

#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

constexpr std::size_t label_width = 17;

/// The page while it is written. A heading appears with its first line.
struct Page {
  const AssessedOrder& of;
  const Zone& zone;
  const Style& style;
  Output& out;
  mutable std::string heading_ahead = {};

  void line(const std::string& label, const std::string& text, Tint tint = Tint::plain) const {
    if (text.empty()) return;
    out.write(std::exchange(heading_ahead, {}));
    const std::string pad(std::max(label_width, display_width(label) + 2) - display_width(label),
                          ' ');
    out.write("  " + style.paint(label, Tint::faint) + pad + style.paint(text, tint) + "\n");
  }
  void heading(const std::string& text) const {
    heading_ahead = "\n" + style.paint(text, Tint::strong) + "\n";
  }

  std::string at(std::optional<Instant> instant, Bound bound) const {
    return instant ? to_text(*instant, bound, zone) : std::string();
  }
  std::string ahead(std::optional<Instant> instant, Bound bound) const {
    return instant ? at(instant, bound) + ", " + to_distance(*instant, of.now) : std::string();
  }
};

std::string shown(const std::optional<std::string>& text) {
  return text ? printable(*text) : std::string();
}
std::string shown(const std::optional<Money>& money) {
  return money ? to_text(*money) : std::string();
}

std::string source_in_words(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  if (!clocks.closes_source) return {};
  std::string text;
  switch (*clocks.closes_source) {
    case ClosesSource::typed:
      text = "as typed";
      break;
    case ClosesSource::protection_days:
      text = "shipment + " + std::to_string(of.order.protection_days->count()) + " d";
      break;
    case ClosesSource::deadline:
      text = "the deadline";
      break;
  }
  if (clocks.granted > Days{0})
    text += " + " + std::to_string(clocks.granted.count()) + " d granted";
  return " (" + text + ")";
}

std::string want_in_words(Want want) {
  switch (want) {
    case Want::full:
      return "full refund";
    case Want::return_goods:
      return "return and full refund";
    case Want::partial:
      return "partial refund";
  }
  return {};
}

std::string escalation_in_words(const Page& page, const Dispute& dispute) {
  const Escalation escalation = escalation_of(dispute, page.of.policy, page.of.now);
  std::string word(to_string(escalation));
  switch (escalation) {
    case Escalation::none:
      return word;
    case Escalation::manual:
      return word + ", " + page.at(dispute.escalated_at, Bound::begin);
    case Escalation::automatic:
      return word + ", " + page.at(dispute.opened_at + page.of.policy.auto_escalates, Bound::begin);
  }
  return word;
}

std::string window_in_words(const Page& page, const Window& window) {
  const Instant now = page.of.now;
  const std::string from = page.at(window.from, Bound::begin);
  const std::string until = window.until ? page.at(window.until, Bound::end) : "no end";
  const std::string state = now < window.from      ? "opens " + to_distance(window.from, now)
                            : window.contains(now) ? "open"
                                                   : "over";
  return from + " until " + until + " · " + state;
}

void print_next_step(const Page& page) {
  const NextStep& step = page.of.protection.next_step;
  const Tint tint = tint_of(step.urgency);
  page.line("next", in_words(step, page.of.now, page.zone), tint);
  page.line("why", step.why);
  if (step.urgency != Urgency::none)
    page.line("urgency", std::string(to_string(step.urgency)), tint);
}

void print_clocks(const Page& page) {
  const Clocks& clocks = page.of.protection.clocks;
  const Order& order = page.of.order;
  page.heading("Clocks");
  page.line("ordered", page.at(order.ordered_at, Bound::begin));
  page.line("ship by", page.at(order.ship_by, Bound::end));
  page.line("shipped", page.at(clocks.shipped, Bound::begin));
  if (clocks.deadline) {
    const std::string counted =
        order.days ? " (shipment + " + std::to_string(order.days->count()) + " d)" : "";
    page.line("deadline", page.ahead(clocks.deadline, Bound::end) + counted);
  }
  if (clocks.closes)
    page.line("closes", page.ahead(clocks.closes, Bound::end) + source_in_words(page.of) +
                            (is_held_by_dispute(page.of) ? ", held by the dispute" : ""));
  if (clocks.last_chance != clocks.closes) {
    page.line("last chance", page.ahead(clocks.last_chance, Bound::end) + " (with the grace of " +
                                 order.rules + ")");
  }
  page.line("pick up by", page.ahead(order.pickup_by, Bound::end));
  page.line("delivered", page.at(clocks.delivered, Bound::begin));
  page.line("confirmed", page.at(order.confirmed_at, Bound::begin));
  page.line("cancelled", page.at(order.cancelled_at, Bound::begin));
}

void print_windows(const Page& page) {
  const Clocks& clocks = page.of.protection.clocks;
  const std::pair<const char*, const std::optional<Window>&> windows[] = {
      {"dispute", clocks.dispute},
      {"extension", clocks.extension},
      {"escalation", clocks.escalation},
      {"change reason", clocks.reason_change}};
  page.heading("Windows");
  for (const auto& [label, window] : windows) {
    if (window) page.line(label, window_in_words(page, *window));
  }
}

void print_deadlines(const Page& page) {
  const std::vector<Deadline>& ahead = page.of.protection.deadlines;
  if (ahead.empty()) return;
  page.heading("Deadlines ahead");
  for (const Deadline& deadline : ahead) {
    page.line(spoken(to_string(deadline.kind)), page.ahead(deadline.at, bound_of(deadline.kind)));
  }
}

void print_facts(const Page& page) {
  const Order& order = page.of.order;
  page.heading("Facts");
  page.line("seller", shown(order.seller));
  page.line("client", shown(order.client));
  std::string tags;
  for (const std::string& tag : order.tags) tags += (tags.empty() ? "" : ", ") + printable(tag);
  page.line("tags", tags);
  page.line("price",
            shown(order.price) + (page.of.protection.at_risk && order.price ? ", at risk" : ""));
  page.line("sale price", shown(order.sale_price));
  if (order.inspection) page.line("inspection", std::string(to_string(*order.inspection)));
  page.line("rules", printable(order.rules));
}

void print_parcels(const Page& page) {
  if (page.of.order.parcels.empty()) return;
  page.heading("Parcels");
  for (const Parcel& parcel : page.of.order.parcels) {
    std::string text = parcel.shipped_at ? "shipped " + page.at(parcel.shipped_at, Bound::begin)
                                         : "shipped at an unknown time";
    if (parcel.delivered_at) text += ", delivered " + page.at(parcel.delivered_at, Bound::begin);
    if (parcel.carrier) text += ", " + printable(*parcel.carrier);
    if (parcel.untracked) text += ", cannot be followed";
    page.line(parcel.tracking ? printable(*parcel.tracking) : "no number", text);
  }
}

void print_extensions(const Page& page) {
  if (page.of.order.extensions.empty()) return;
  page.heading("Extensions");
  for (const Extension& extension : page.of.order.extensions) {
    std::string text = extension.days ? std::to_string(extension.days->count()) + " d, " : "";
    text += std::string(to_string(extension.status));
    if (extension.decided_at) text += " " + page.at(extension.decided_at, Bound::begin);
    page.line(page.at(extension.requested_at, Bound::begin), text);
  }
}

void print_dispute(const Page& page, const Dispute& dispute) {
  page.heading("Dispute");
  page.line("opened", page.at(dispute.opened_at, Bound::begin));
  page.line("reason", spoken(to_string(dispute.reason)));
  page.line("wants",
            want_in_words(dispute.want) + (dispute.amount ? " " + to_text(*dispute.amount) : ""));
  page.line("seller's answer", spoken(to_string(dispute.seller_answer)));
  page.line("escalation", escalation_in_words(page, dispute));
  page.line("evidence due", page.ahead(dispute.evidence_due, Bound::end));
  for (const Evidence& evidence : dispute.evidence) page.line("evidence", printable(evidence.file));
  if (dispute.outcome) page.line("outcome", spoken(to_string(*dispute.outcome)));
  page.line("refund", shown(dispute.refund));
  page.line("ended", page.at(dispute.closed_at, Bound::begin));
  page.line("return by", page.ahead(dispute.return_by, Bound::end));
  page.line("returned", page.at(dispute.returned_at, Bound::begin));
}

void print_notes(const Page& page) {
  if (page.of.order.notes.empty()) return;
  page.heading("Notes");
  for (const Note& note : page.of.order.notes) {
    page.line(page.at(note.at, Bound::begin), printable(note.text));
  }
}

}  // namespace

void print_order_page(const AssessedOrder& of, const Zone& zone, const Style& style, Output& out) {
  const Page page{of, zone, style, out};
  const std::string title = of.order.title ? " · " + printable(*of.order.title) : "";
  out.write(style.paint("Order " + std::to_string(of.order.id.value) + " · " +
                            of.order.number.text() + title,
                        Tint::strong) +
            "\n");
  page.line("status", spoken(to_string(of.protection.status)));
  print_next_step(page);
  print_deadlines(page);
  print_clocks(page);
  print_windows(page);
  print_facts(page);
  print_parcels(page);
  print_extensions(page);
  for (const Dispute& dispute : of.order.disputes) print_dispute(page, dispute);
  print_notes(page);
}

}  // namespace aliprotect
