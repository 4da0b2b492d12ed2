#include <functional>
#include <string_view>

#include "commands/support/change.h"
#include "commands/support/facts.h"
#include "commands/support/words.h"
#include "core/text/quote.h"
#include "core/text/suggestions.h"

namespace aliprotect {
namespace {

struct Options : ChangeOptions {
  FactOptions facts;
  std::vector<std::string> clear, remove_tags;
  std::optional<std::string> parcel;
};

template <typename Value>
void clear(const PlainFact<Value>& fact, Order& order) {
  (order.*fact.member).reset();
}
template <typename Element>
void clear(const OrderMember<std::vector<Element>>& list, Order& order) {
  (order.*list.member).clear();
}
void clear(const ClosesField&, Order& order) { count_closes(order); }

void clear_deliveries(Order& order) {
  for (Parcel& parcel : order.parcels) parcel.delivered_at.reset();
}

struct Clearable {
  std::string_view key;
  std::function<void(Order& order)> clear;
};

/// The fields that `--clear` can clear, by their JSON keys.
std::vector<Clearable> clearable_facts() {
  std::vector<Clearable> all;
  for_each_order_field([&](const auto& field) {
    if constexpr (requires(Order & order) { clear(field, order); }) {
      all.push_back({field.key.name(), [&field](Order& order) { clear(field, order); }});
    }
  });
  all.push_back({"delivered_at", clear_deliveries});
  return all;
}

struct ClearableOfParcel {
  const char* key;
  void (*clear)(Parcel& parcel);
};

/// The fields of a parcel that `--clear` can clear. `--parcel` selects one of several parcels.
constexpr ClearableOfParcel clearable_of_parcel[] = {
    {"tracking", [](Parcel& parcel) { parcel.tracking.reset(); }},
    {"carrier", [](Parcel& parcel) { parcel.carrier.reset(); }},
    {"untracked", [](Parcel& parcel) { parcel.untracked = false; }},
    {"shipped_at", [](Parcel& parcel) { parcel.shipped_at.reset(); }},
    {"claimed_delivered_at", [](Parcel& parcel) { parcel.claimed_delivered_at.reset(); }},
};

std::vector<std::string> clearable_keys() {
  std::vector<std::string> keys;
  for (const Clearable& field : clearable_facts()) keys.emplace_back(field.key);
  for (const ClearableOfParcel& field : clearable_of_parcel) keys.emplace_back(field.key);
  return keys;
}

UserError no_such_field(const std::string& key) {
  return unknown_word("--clear", key, "field", clearable_keys());
}

/// Returns the parcel to edit: the one chosen with `--parcel`, or the only one. Adds one if the
/// order has none.
Parcel& parcel_meant(Order& order, const std::optional<std::string>& place) {
  if (order.parcels.empty() && !place) return order.parcels.emplace_back();
  const std::string name = "order " + std::to_string(order.id.value);
  const std::size_t count = order.parcels.size();
  if (!place && count > 1) {
    throw UserError(name + " has " + std::to_string(count) +
                    " parcels; choose one with --parcel 1 to --parcel " + std::to_string(count));
  }
  const auto wanted = static_cast<std::size_t>(place ? read_number("--parcel", *place, 1, 999) : 1);
  if (wanted <= count) return order.parcels[wanted - 1];
  throw UserError(name + " has no parcel " + std::to_string(wanted) + "; it has " +
                  (count == 0 ? "none" : std::to_string(count)));
}

void clear_field(const Options& options, Order& order, const std::string& key) {
  for (const Clearable& field : clearable_facts()) {
    if (field.key == key) return field.clear(order);
  }
  if (key == "claimed_delivered_at" && !options.parcel) {  // like `delivered_at`
    for (Parcel& parcel : order.parcels) parcel.claimed_delivered_at.reset();
    return;
  }
  for (const ClearableOfParcel& field : clearable_of_parcel) {
    if (field.key != key) continue;
    if (!order.parcels.empty()) field.clear(parcel_meant(order, options.parcel));
    return;
  }
  throw no_such_field(key);
}

void apply(Context& context, const Options& options, Order& order) {
  for (const std::string& key : options.clear) clear_field(options, order, key);
  for (const std::string& tag : options.remove_tags) {
    if (std::erase(order.tags, tag) == 0) {
      throw UserError("order " + std::to_string(order.id.value) + " has no tag " + in_quotes(tag) +
                      "; `show` lists its tags");
    }
  }
  apply_patch(context, options.facts, order);
  if (states_parcel(options.facts)) {
    apply_parcel(context, options.facts, parcel_meant(order, options.parcel));
  }
}

void check_readable(Context& context, const Options& options) {
  check_readable(context, options.facts);
  if (options.parcel) read_number("--parcel", *options.parcel, 1, 999);
  Order scratch;
  for (const std::string& key : options.clear) clear_field(options, scratch, key);
}

ExitCode run(const Options& options, Context& context) {
  const bool changes =
      states_anything(options.facts) || !options.clear.empty() || !options.remove_tags.empty();
  if (!changes)
    throw usage_error("edit: nothing to change; `aliprotect edit --help` lists the options");
  check_readable(context, options);
  OrderChange change;
  change.done = "edited";
  change.apply = [&](Order& order) { apply(context, options, order); };
  return change_orders(context, options, change);
}

}  // namespace

void register_edit(Command& program) {
  Command& command = add_command<Options>(
      program, "edit", "Correct or complete recorded facts",
      [](Command& edit, Options& options) {
        add_orders(edit, options.orders);
        add_fact_options(edit, options.facts);
        add_value(edit, "--parcel", options.parcel,
                  "the parcel to change, if there are several; 1 is the first", "N");
        add_words(edit, "--clear", options.clear, "clear a field; may be repeated",
                  type_of_words("FIELD", clearable_keys()));
        add_words(edit, "--add-tag", options.facts.tags, "add a tag; may be repeated", "TEXT");
        add_words(edit, "--remove-tag", options.remove_tags, "remove a tag; may be repeated",
                  "TEXT");
        add_force(edit, options.force);
      },
      run);
  add_examples(command, {"aliprotect edit 3 --price '9,99 EUR' --note 'two were missing'",
                         "aliprotect edit 3 --closes '12d 3h 4m'",
                         "aliprotect edit 3 4 5 --add-tag gifts --clear client"});
}

}  // namespace aliprotect
