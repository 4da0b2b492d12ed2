#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "aliprotect/order.h"
#include "aliprotect/protection.h"
#include "core/text/json_key.h"

namespace aliprotect {

/// The option of `add` and `edit` that sets a fact, and its help; no name if other commands set it.
struct FactOption {
  const char* name = nullptr;
  const char* meaning = nullptr;
};

/// A fact that is one value: recorded, merged, written and read like all others of its type.
template <typename Value>
struct PlainFact {
  JsonKey key;  ///< also the CSV column, the store's column, and the word of `--clear`
  std::optional<Value> PlainFacts::*member;
  const char* label;  ///< in lists and on the order's page
  FactOption option{};
  Bound bound = Bound::begin;   ///< of an instant: `begin` of an event, `end` of a time limit
  const char* event = nullptr;  ///< the noun for an event in messages; null for all other facts
};

/// A plain fact that replaces another one: the end of a clock is either a date or a number of days.
/// The options and patches that set one have their own code, which removes the other.
template <typename Value>
struct ExclusiveFact : PlainFact<Value> {};

/// A fact with its own type: the order's id, number and rule set, and its lists.
template <typename Value>
struct OrderMember {
  JsonKey key;
  Value Order::*member;
  const char* label;
};

/// A clock that is printed among the facts. It is not recorded.
template <typename Value>
struct DerivedField {
  JsonKey key;
  std::optional<Value> Clocks::*member;
  const char* label;
  Bound bound = Bound::begin;
};

/// `closes_at`: printed with the granted extensions, recorded without them in `Order::closes`.
struct ClosesField : DerivedField<Instant> {};

template <typename Value>
ExclusiveFact(PlainFact<Value>) -> ExclusiveFact<Value>;

/// The facts among the fields of the order object (docs/order.schema.json), in printing order.
/// Derived values such as `status` and `windows`, which follow them, are not included.
// clang-format off
inline constexpr std::tuple order_fields{
    OrderMember{"id"_key, &Order::id, "id"},
    OrderMember{"number"_key, &Order::number, "number"},
    PlainFact{"title"_key, &Order::title, "title", {"--title", "what was ordered"}},
    PlainFact{"seller"_key, &Order::seller, "seller", {"--seller", "the seller's name"}},
    PlainFact{"client"_key, &Order::client, "client",
              {"--client", "your client's name, or your shop's reference"}},
    OrderMember{"tags"_key, &Order::tags, "tags"},
    PlainFact{"price"_key, &Order::price, "price",
              {"--price", "what was paid: 12.34, 12,34 EUR, US $12.34"}},
    PlainFact{"sale_price"_key, &Order::sale_price, "sale price",
              {"--sale-price", "what your client paid"}},
    OrderMember{"rules"_key, &Order::rules, "rules"},
    PlainFact{"ordered_at"_key, &Order::ordered_at, "ordered",
              {"--ordered", "when it was ordered"}, Bound::begin, "order date"},
    PlainFact{"ship_by"_key, &Order::ship_by, "ship by",
              {"--ship-by", "the time by which the seller must have shipped"}, Bound::end},
    DerivedField{"shipped_at"_key, &Clocks::shipped, "shipped"},
    ExclusiveFact{PlainFact{"days"_key, &Order::days, "days"}},
    ExclusiveFact{PlainFact{"deadline"_key, &Order::deadline, "deadline", {}, Bound::end}},
    ExclusiveFact{PlainFact{"protection_days"_key, &Order::protection_days, "protection days"}},
    ClosesField{{"closes_at"_key, &Clocks::closes, "closes", Bound::end}},
    DerivedField{"closes_source"_key, &Clocks::closes_source, "closes from"},
    PlainFact{"late_credit"_key, &Order::late_credit, "late credit",
              {"--late-credit", "the page's text about a coupon for late delivery"}},
    PlainFact{"pickup_by"_key, &Order::pickup_by, "pick up by", {}, Bound::end},
    DerivedField{"delivered_at"_key, &Clocks::delivered, "delivered"},
    PlainFact{"inspection"_key, &Order::inspection, "inspection"},
    PlainFact{"completion_notice_at"_key, &Order::completion_notice_at, "completion notice",
              {"--completion-notice", "when the site announced that it will complete the order"},
              Bound::begin, "completion notice"},
    PlainFact{"completed_at"_key, &Order::completed_at, "completed",
              {"--completed", "when the site completed the order, without you"},
              Bound::begin, "completion"},
    PlainFact{"confirmed_at"_key, &Order::confirmed_at, "confirmed",
              {}, Bound::begin, "confirmation"},
    PlainFact{"cancelled_at"_key, &Order::cancelled_at, "cancelled",
              {}, Bound::begin, "cancellation"},
    OrderMember{"parcels"_key, &Order::parcels, "parcels"},
    OrderMember{"extensions"_key, &Order::extensions, "extensions"},
    OrderMember{"disputes"_key, &Order::disputes, "disputes"},
    OrderMember{"notes"_key, &Order::notes, "notes"},
};
// clang-format on

template <typename Field>
inline constexpr bool is_plain = requires(const Field& field, PlainFacts& facts) {
  facts.*field.member;
};

template <typename Field>
inline constexpr bool is_exclusive = false;
template <typename Value>
inline constexpr bool is_exclusive<ExclusiveFact<Value>> = true;

/// Calls `visit(field)` for each of `order_fields`.
constexpr void for_each_order_field(auto&& visit) {
  [&]<std::size_t... place>(std::index_sequence<place...>) {
    (visit(std::get<place>(order_fields)), ...);
  }
  (std::make_index_sequence<std::tuple_size_v<decltype(order_fields)>>{});
}

/// Calls `visit(fact)` for each plain fact, including the exclusive ones.
constexpr void for_each_plain_fact(auto&& visit) {
  for_each_order_field([&]<typename Field>(const Field& field) {
    if constexpr (is_plain<Field>) visit(field);
  });
}

static_assert(
    [] {
      bool all_named = true;
      for_each_plain_fact([&]<typename Value>(const PlainFact<Value>& fact) {
        const bool is_event = std::is_same_v<Value, Instant> && fact.bound == Bound::begin;
        if (is_event != (fact.event != nullptr)) all_named = false;
      });
      return all_named;
    }(),
    "an instant without Bound::end needs an `event`, and other facts have none");

/// The keys of `order_fields`, in the same order.
inline constexpr auto order_keys = [] {
  std::array<std::string_view, std::tuple_size_v<decltype(order_fields)>> keys;
  for_each_order_field(
      [&, next = keys.begin()](const auto& field) mutable { *next++ = field.key.name(); });
  return keys;
}();

}  // namespace aliprotect
