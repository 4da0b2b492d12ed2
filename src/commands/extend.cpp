#include <algorithm>

#include "commands/support/change.h"
#include "commands/support/facts.h"
#include "commands/support/words.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

struct ExtendOptions : ChangeOptions {
  std::optional<std::string> days, channel, closes;
};

/// The parsed options.
struct Terms {
  Instant at;
  std::optional<Days> days;
  std::optional<Channel> channel;
  std::optional<Instant> closes;
};

Terms read_terms(Context& context, const ExtendOptions& options) {
  Terms terms{happened(context, options), {}, {}, {}};
  if (options.days) terms.days = read_days("--days", *options.days);
  if (options.channel) terms.channel = read_word<Channel>("--channel", *options.channel);
  if (options.closes) terms.closes = context.read_when("--closes", *options.closes, Bound::end);
  return terms;
}

/// Returns the latest pending request, or null.
template <typename Extensions>
auto* pending_request(Extensions& extensions) {
  auto* last = static_cast<decltype(extensions.data())>(nullptr);
  for (auto& extension : extensions) {
    if (extension.status != ExtensionStatus::pending) continue;
    if (!last || extension.requested_at >= last->requested_at) last = &extension;
  }
  return last;
}

Extension& add_request(Order& order, const Terms& terms) {
  Extension& request = order.extensions.emplace_back();
  request.requested_at = terms.at;
  request.channel = terms.channel;
  return request;
}

[[noreturn]] void refuse(const Order& order, const std::string& sentence) {
  throw UserError("order " + name_of(order) + ": " + sentence);
}

/// Completion by delivery is not certain, so it does not refuse a request.
void warn_if_completed(Context& context, const Order& order, Instant at) {
  const Clocks clocks = clocks_under_its_rules(context, order);
  if (!clocks.completion || clocks.completion->source != CompletionSource::delivery) return;
  if (at < clocks.completion->at) return;
  context.warn("order " + name_of(order) +
               " was delivered, so the site may have completed it; an extension may be too late");
}

ExitCode run_request(const ExtendOptions& options, Context& context) {
  const Terms terms = read_terms(context, options);
  OrderChange change;
  change.done = "extension requested:";
  change.check = [&](const Order& order) {
    const Clocks clocks = clocks_under_its_rules(context, order);
    return first_refusal(
        {unless_final(context, order, terms.at), check_extension_request(order, clocks, terms.at)});
  };
  change.apply = [&](Order& order) {
    warn_if_completed(context, order, terms.at);
    add_request(order, terms).days = terms.days;
  };
  return change_orders(context, options, change);
}

/// A grant without a pending request also records the request, so the rules for requests apply too.
std::optional<Refusal> check_grant(Context& context, const Order& order, const Terms& terms) {
  const Clocks clocks = clocks_under_its_rules(context, order);
  std::vector<std::optional<Refusal>> refusals{unless_final(context, order, terms.at)};
  if (terms.closes) refusals.push_back(check_granted_closes(clocks, *terms.closes));
  if (!pending_request(order.extensions)) {
    refusals.push_back(check_extension_request(order, clocks, terms.at));
  }
  return first_refusal(refusals);
}

/// Returns the whole days, rounded up, from the present end of protection to the granted one.
std::optional<Days> days_until(std::optional<Instant> present, Instant granted) {
  if (!present) return std::nullopt;
  return std::chrono::ceil<Days>(granted - *present);
}

void grant(Context& context, Order& order, const Terms& terms) {
  const std::optional<Instant> present = clocks_under_its_rules(context, order).closes;
  Extension* extension = pending_request(order.extensions);
  if (!extension) extension = &add_request(order, terms);
  extension->status = ExtensionStatus::granted;
  extension->decided_at = terms.at;
  if (terms.channel) extension->channel = terms.channel;
  if (terms.days) extension->days = terms.days;
  if (terms.closes) {
    extension->days = days_until(present, *terms.closes);
    if (extension->days > longest_clock)
      refuse(order, "--closes: the new end is more than ten years after the current one");
    extension->closes_at = terms.closes;
  } else if (!extension->days) {
    refuse(order, "the number of days granted is unknown; pass --days or --closes");
  }
}

ExitCode run_grant(const ExtendOptions& options, Context& context) {
  const Terms terms = read_terms(context, options);
  OrderChange change;
  change.done = "extension granted:";
  change.check = [&](const Order& order) { return check_grant(context, order, terms); };
  change.apply = [&](Order& order) { grant(context, order, terms); };
  return change_orders(context, options, change);
}

ExitCode run_decline(const ExtendOptions& options, Context& context) {
  const Terms terms = read_terms(context, options);
  OrderChange change;
  change.done = "extension declined:";
  change.check = [&](const Order& order) { return unless_final(context, order, terms.at); };
  change.apply = [&](Order& order) {
    Extension* request = pending_request(order.extensions);
    if (!request)
      refuse(order, "no pending extension request found; record one with `extend request`");
    request->status = ExtensionStatus::declined;
    request->decided_at = terms.at;
  };
  return change_orders(context, options, change);
}

void add_channel(Command& command, ExtendOptions& options) {
  add_value(command, "--channel", options.channel, "how you asked", type_of_words<Channel>());
}

void describe_request(Command& request, ExtendOptions& options) {
  add_orders(request, options.orders);
  add_value(request, "--days", options.days, "the number of days requested", "N");
  add_channel(request, options);
  add_when_and_force(request, options, "when you asked");
}

void describe_grant(Command& grant, ExtendOptions& options) {
  add_orders(grant, options.orders);
  add_value(grant, "--days", options.days, "the number of days granted [as requested]", "N");
  add_value(grant, "--closes", options.closes,
            "the new end of protection, as shown on the order page", "WHEN")
      .excludes = "--days";
  add_channel(grant, options);
  add_when_and_force(grant, options, "when it was granted");
}

void describe_decline(Command& decline, ExtendOptions& options) {
  add_orders(decline, options.orders);
  add_when_and_force(decline, options, "when it was declined");
}

}  // namespace

void register_extend(Command& program) {
  Command& extend = add_family(program, "extend", "Record requests to extend protection");
  add_examples(
      add_command<ExtendOptions>(extend, "request", "Record that you asked for an extension",
                                 describe_request, run_request),
      {"aliprotect extend request 3 --days 10 --channel button",
       "aliprotect extend request 3 4 --at yesterday"});
  add_examples(add_command<ExtendOptions>(extend, "grant", "Record that the extension was granted",
                                          describe_grant, run_grant),
               {"aliprotect extend grant 3", "aliprotect extend grant 3 --closes '22d 3h 4m'"});
  add_examples(add_command<ExtendOptions>(extend, "decline",
                                          "Record that the extension was declined or cancelled",
                                          describe_decline, run_decline),
               {"aliprotect extend decline 3"});
  add_examples(extend, {"aliprotect extend request 3 --days 10", "aliprotect extend grant 3"});
}

}  // namespace aliprotect
