#include "render/order_page.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "core/order_fields.h"
#include "render/history.h"
#include "render/phrases.h"
#include "render/text.h"
#include "rules/available_actions.h"

namespace aliprotect {
namespace {

constexpr std::size_t label_width = 19;

/// Prints the page line by line. A heading is printed together with the first line below it.
struct Page {
  const AssessedOrder& of;
  const EvidenceRemark& remark_on;
  const Zone& zone;
  const Style& style;
  Output& out;

  /// `column` is the column where the text begins, unless the label is too long.
  void line(const std::string& label, const std::string& text, Tint tint = Tint::plain,
            std::size_t column = label_width) const {
    if (text.empty()) return;
    const std::size_t begin = std::max(column, display_width(label) + 2);
    write("  " + style.paint(label, Tint::faint) + std::string(begin - display_width(label), ' '),
          begin + 2, text, tint);
  }
  void event(const std::string& mark, const std::string& when, const std::string& what,
             Tint tint = Tint::plain) const {
    constexpr std::size_t when_width = 20;  // `Tue 2026-11-24 08:30`
    const std::size_t pad = when_width - std::min(when_width, display_width(when));
    write("  " + style.paint(mark + " " + when, tint) + std::string(pad + 2, ' '), when_width + 6,
          what, tint);
  }
  void heading(const std::string& text) const {
    heading_ahead = "\n" + style.paint(text, Tint::strong) + "\n";
  }

  std::string at(std::optional<Instant> instant, Bound bound) const {
    return instant ? to_text(*instant, bound, zone) : std::string();
  }

  /// Prints `text` after `begin`, which is `indent` columns wide, and indents continuation lines.
  void write(const std::string& begin, std::size_t indent, const std::string& text,
             Tint tint) const {
    out.write(std::exchange(heading_ahead, {}) + begin);
    bool first = true;
    for (const std::string& line : fitted(text, indent)) {
      out.write((first ? "" : std::string(indent, ' ')) + style.paint(line, tint) + "\n");
      first = false;
    }
  }

  std::vector<std::string> fitted(const std::string& text, std::size_t indent) const {
    constexpr std::size_t least = 20;
    if (!style.width || *style.width < indent + least) return {text};  // the output folds it
    return wrapped(text, *style.width - indent);
  }

  mutable std::string heading_ahead = {};
};

std::string shown(const std::optional<std::string>& text) {
  return text ? printable(*text) : std::string();
}
std::string shown(const std::optional<Money>& money) {
  return money ? to_text(*money) : std::string();
}
template <typename Enum>
requires std::is_enum_v<Enum> std::string shown(std::optional<Enum> value) {
  return value ? format_word(to_string(*value)) : std::string();
}
std::string shown(const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& each : texts) text += (text.empty() ? "" : ", ") + printable(each);
  return text;
}

/// The facts printed on separate lines. Instants are not among them, because the history lists
/// them.
template <typename Field>
constexpr bool has_line = false;
template <typename Value>
constexpr bool has_line<PlainFact<Value>> = !std::is_same_v<Value, Instant>;
template <>
constexpr bool has_line<OrderMember<std::vector<std::string>>> = true;

std::string format_want(Want want) {
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

std::string format_escalation(const Page& page, const Dispute& dispute) {
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

std::string format_window(const Page& page, const Window& window) {
  const Instant now = page.of.now;
  const std::string until = window.until ? "until " + page.at(window.until, Bound::end) : "";
  if (window.until && *window.until <= now) return "ended " + page.at(window.until, Bound::end);
  if (window.from <= now) return until.empty() ? "now" : "now, " + until;
  return "from " + page.at(window.from, Bound::begin) + ", " + to_distance(window.from, now) +
         (until.empty() ? "" : ", " + until);
}

std::string format_buyer_action(BuyerAction action) {
  switch (action) {
    case BuyerAction::open_dispute:
      return "open a dispute";
    case BuyerAction::request_extension:
      return "request an extension";
    case BuyerAction::add_evidence:
      return "add evidence";
    case BuyerAction::change_reason:
      return "change the reason";
    case BuyerAction::escalate:
      return "escalate";
    case BuyerAction::cancel_dispute:
      return "cancel the dispute";
    case BuyerAction::send_back:
      return "send the goods back";
    case BuyerAction::confirm:
      return "confirm receipt";
    case BuyerAction::cancel_order:
      return "cancel the order";
  }
  return {};
}

void print_next_step(const Page& page) {
  const Protection& protection = page.of.protection;
  const NextStep& step = protection.next_step;
  const bool pressing = step.urgency == Urgency::critical || step.urgency == Urgency::soon;
  const std::string urgency = pressing ? " · " + std::string(to_string(step.urgency)) : "";
  page.line("next", format_next_step(step, page.of.now, page.zone) + urgency,
            tint_of(step.urgency));
  page.line("why", step.why);
  const auto& price = page.of.order.price;
  const bool at_risk = protection.at_risk && price;
  page.line("status", format_status(page.of, page.zone) +
                          (at_risk ? " · " + to_text(*price) + " at risk" : ""));
  if (!is_undated(page.of)) return;
  page.line("closes", "unknown; copy it from the order page with `aliprotect edit " +
                          std::to_string(page.of.order.id.value) + " --closes '12d 3h'`");
}

void print_history(const Page& page) {
  page.heading("History");
  bool now_printed = false;
  const auto print_now = [&] {
    if (std::exchange(now_printed, true)) return;
    page.event("▶", page.at(page.of.now, Bound::begin), "now", Tint::strong);
  };
  for (const HistoryEvent& event : history(page.of)) {
    const bool ahead = page.of.now < event.at;
    if (ahead) print_now();
    const std::string distance = ahead ? ", " + to_distance(event.at, page.of.now) : "";
    page.event(ahead ? "○" : "●", page.at(event.at, event.bound), event.what + distance);
  }
  print_now();
}

/// Adds when it is best to request an extension.
std::string advice_on(const Page& page, const AvailableAction& available) {
  const auto& advised = page.of.protection.clocks.extension;
  if (available.action != BuyerAction::request_extension || !advised) return {};
  if (*advised->until <= page.of.now) return ", later than advised";
  return ", best from " + page.at(advised->from, Bound::begin) + " until " +
         page.at(advised->until, Bound::end);
}

void print_available_actions(const Page& page) {
  constexpr std::size_t column = 22;  // after `request an extension`
  page.heading("What can be done");
  for (const AvailableAction& each : available_actions(page.of)) {
    page.line(format_buyer_action(each.action),
              format_window(page, each.window) + advice_on(page, each), Tint::plain, column);
  }
}

void print_facts(const Page& page) {
  const Order& order = page.of.order;
  page.heading("Facts");
  for_each_order_field([&]<typename Field>(const Field& field) {
    if constexpr (has_line<Field>) {
      const bool is_in_heading = field.key.name() == "title";
      if (!is_in_heading) page.line(field.label, shown(order.*field.member));
    }
  });
  page.line("rules", printable(order.rules));
}

void print_parcels(const Page& page) {
  if (page.of.order.parcels.empty()) return;
  page.heading("Parcels");
  const bool waiting = page.of.protection.status == Status::ready_for_pickup &&
                       page.of.order.parcels.size() == 1;  // of several, any could be meant
  for (const Parcel& parcel : page.of.order.parcels) {
    std::string text = parcel.delivered_at           ? "delivered"
                       : parcel.claimed_delivered_at ? "carrier says delivered"
                       : waiting                     ? "ready for pickup"
                                                     : "on its way";
    if (!parcel.shipped_at) text += ", shipping date unknown";
    if (parcel.carrier) text += ", " + printable(*parcel.carrier);
    if (parcel.untracked) text += ", cannot be tracked";
    page.line(parcel.tracking ? printable(*parcel.tracking) : "no tracking", text);
  }
}

std::string format_seller_answer(const Dispute& dispute) {
  return format_word(to_string(dispute.seller_answer)) +
         (dispute.offer ? " " + to_text(*dispute.offer) : "");
}

void print_dispute(const Page& page, const Dispute& dispute) {
  const bool current = &dispute == current_dispute(page.of.order);
  page.heading(current ? "Dispute" : "Earlier dispute");
  page.line("outcome", format_outcome(dispute));
  page.line("reason", format_word(to_string(dispute.reason)));
  page.line("requested",
            format_want(dispute.want) + (dispute.amount ? ", " + to_text(*dispute.amount) : ""));
  page.line("seller's answer", format_seller_answer(dispute));
  page.line("escalation", format_escalation(page, dispute));
  for (const Evidence& evidence : dispute.evidence) {
    const std::string remark = page.remark_on(evidence);
    page.line("evidence",
              printable(evidence.file) + ", " +
                  format_count(static_cast<std::size_t>(evidence.size), "byte") +
                  (evidence.note ? ", " + printable(*evidence.note) : "") +
                  (remark.empty() ? "" : " · " + remark),
              remark.empty() ? Tint::plain : Tint::red);
  }
}

void print_notes(const Page& page) {
  if (page.of.order.notes.empty()) return;
  page.heading("Notes");
  for (const Note& note : page.of.order.notes) {
    page.line(page.at(note.at, Bound::begin), printable(note.text));
  }
}

}  // namespace

void print_order_page(const AssessedOrder& of, const EvidenceRemark& remark_on, const Zone& zone,
                      const Style& style, Output& out) {
  const Page page{of, remark_on, zone, style, out};
  const std::string title = of.order.title ? " · " + printable(*of.order.title) : "";
  out.write(style.paint("Order " + std::to_string(of.order.id.value) + " · " +
                            of.order.number.text() + title,
                        Tint::strong) +
            "\n");
  print_next_step(page);
  print_history(page);
  print_available_actions(page);
  for (const Dispute& dispute : of.order.disputes) print_dispute(page, dispute);
  print_facts(page);
  print_parcels(page);
  print_notes(page);
}

}  // namespace aliprotect
