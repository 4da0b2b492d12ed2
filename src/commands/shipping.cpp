#include "commands/support/change.h"
#include "commands/support/facts.h"
#include "core/text/quote.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

struct ShipOptions : ChangeOptions {
  FactOptions facts;
};

/// Returns the parcel with this tracking number if it has no shipping date yet, or adds one.
Parcel& parcel_shipped(Order& order, const FactOptions& facts) {
  for (Parcel& parcel : order.parcels) {
    if (facts.tracking && parcel.tracking == facts.tracking && !parcel.shipped_at) return parcel;
  }
  return order.parcels.emplace_back();
}

ExitCode run_ship(const ShipOptions& options, Context& context) {
  const Instant at = happened(context, options);
  check_readable(context, options.facts);
  OrderChange change;
  change.done = "shipped";
  change.check = [&](const Order& order) { return unless_final(context, order, at); };
  change.apply = [&](Order& order) {
    Parcel& parcel = parcel_shipped(order, options.facts);
    parcel.shipped_at = at;
    apply_parcel(context, options.facts, parcel);
    apply_patch(context, options.facts, order);
  };
  return change_orders(context, options, change);
}

struct PickupOptions : ChangeOptions {
  std::string by;
};

ExitCode run_pickup(const PickupOptions& options, Context& context) {
  const Instant by = context.read_when("--by", options.by, Bound::end);
  OrderChange change;
  change.done = "ready for pickup:";
  change.check = [&](const Order& order) { return unless_final(context, order, context.now); };
  change.apply = [&](Order& order) {
    if (by <= context.now) {
      context.warn("the time to collect order " + name_of(order) + " already ended on " +
                   to_text(by, Bound::end, context.zone()));
    }
    order.pickup_by = by;
  };
  return change_orders(context, options, change);
}

struct DeliverOptions : ChangeOptions {
  std::optional<std::string> tracking;
  bool claimed = false;
};

/// The fact that `deliver` records: that the goods arrived, or that the carrier reports it.
struct Delivery {
  std::optional<Instant> Parcel::*fact;
  const char* already;
  const char* key;
};
constexpr Delivery received{&Parcel::delivered_at, " has already been delivered", "delivered_at"};
constexpr Delivery claimed{&Parcel::claimed_delivered_at, " has already been reported as delivered",
                           "claimed_delivered_at"};

[[noreturn]] void refuse_second_delivery(const Order& order, const std::string& what,
                                         const Delivery& delivery) {
  throw UserError("order " + name_of(order) + ": " + what + delivery.already +
                  "; undo that with `edit --clear " + delivery.key + "`");
}

/// Returns the parcels without this fact, all or only those with the tracking number. Throws
/// UserError if there are none.
std::vector<Parcel*> parcels_without(const Delivery& delivery, Order& order,
                                     const std::optional<std::string>& tracking) {
  std::vector<Parcel*> found;
  bool known = false;
  for (Parcel& parcel : order.parcels) {
    if (tracking && parcel.tracking != tracking) continue;
    known = true;
    if (!(parcel.*delivery.fact)) found.push_back(&parcel);
  }
  if (!known) {
    throw UserError("order " + name_of(order) + " has no parcel with the tracking number " +
                    in_quotes(*tracking) + "; `show` lists them");
  }
  if (found.empty())
    refuse_second_delivery(order, tracking ? "the parcel " + in_quotes(*tracking) : "it", delivery);
  return found;
}

/// Adds a parcel if there is none: `--force` allows delivering an order that was never shipped.
void deliver(const Delivery& delivery, Order& order, const std::optional<std::string>& tracking,
             Instant at) {
  if (order.parcels.empty()) order.parcels.emplace_back().tracking = tracking;
  const std::vector<Parcel*> parcels = parcels_without(delivery, order, tracking);
  for (Parcel* parcel : parcels) {
    parcel->*delivery.fact = at;
    if (tracking) return;  // if a number occurs twice, each `deliver` takes one parcel
  }
}

ExitCode run_deliver(const DeliverOptions& options, Context& context) {
  const Instant at = happened(context, options);
  OrderChange change;
  const Delivery& delivery = options.claimed ? claimed : received;
  const char* const arrived = options.tracking ? "parcel delivered:" : "delivered";
  change.done = options.claimed ? "reported as delivered:" : arrived;
  change.check = [&](const Order& order) {
    auto refusal = unless_final(context, order, at, AfterEnd::delivery);
    return refusal ? refusal : check_delivery(order);
  };
  change.apply = [&](Order& order) { deliver(delivery, order, options.tracking, at); };
  return change_orders(context, options, change);
}

}  // namespace

void register_ship(Command& program) {
  Command& command = add_command<ShipOptions>(
      program, "ship", "Record that a parcel was shipped",
      [](Command& ship, ShipOptions& options) {
        add_orders(ship, options.orders);
        add_parcel_options(ship, options.facts);
        add_clock_options(ship, options.facts);
        add_when_and_force(ship, options, "when it was shipped");
      },
      run_ship);
  add_examples(command, {"aliprotect ship 3 --tracking LP00123456789 --days 45",
                         "aliprotect ship 3051000000421234 --at 2026-11-03 --closes 2027-01-02"});
}

void register_pickup(Command& program) {
  Command& command = add_command<PickupOptions>(
      program, "pickup", "Record that a parcel is waiting for collection",
      [](Command& pickup, PickupOptions& options) {
        add_orders(pickup, options.orders);
        add_value(pickup, "--by", options.by, "the last time to collect the parcel", "WHEN");
        add_force(pickup, options.force);
      },
      run_pickup);
  add_examples(command,
               {"aliprotect pickup 3 --by 'in 2 weeks'", "aliprotect pickup 3 --by 2026-12-01"});
}

void register_deliver(Command& program) {
  Command& command = add_command<DeliverOptions>(
      program, "deliver", "Record that the goods arrived",
      [](Command& deliver, DeliverOptions& options) {
        add_orders(deliver, options.orders);
        add_value(deliver, "--tracking", options.tracking,
                  "tracking number of the parcel, if only one of several arrived", "TEXT");
        add_flag(deliver, "--claimed", options.claimed,
                 "only the carrier reports delivery; you do not have the goods");
        add_when_and_force(deliver, options, "when they arrived");
      },
      run_deliver);
  add_examples(command, {"aliprotect deliver 3",
                         "aliprotect deliver 3 --tracking LP00123456789 --at yesterday",
                         "aliprotect deliver 3 --claimed --at 2026-10-18"});
}

}  // namespace aliprotect
