#pragma once

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/order_fields.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// Returns the value of a field as it is printed.
template <typename Value>
const std::optional<Value>& value_of(const AssessedOrder& of, const PlainFact<Value>& fact) {
  return of.order.*fact.member;
}
template <typename Value>
const Value& value_of(const AssessedOrder& of, const OrderMember<Value>& field) {
  return of.order.*field.member;
}
template <typename Value>
const std::optional<Value>& value_of(const AssessedOrder& of, const DerivedField<Value>& field) {
  return of.protection.clocks.*field.member;
}
/// Returns the deadline computed from `days`, unless a date is recorded.
inline const std::optional<Instant>& value_of(const AssessedOrder& of,
                                              const ExclusiveFact<Instant>&) {
  return of.protection.clocks.deadline;
}

template <typename Field>
using ValueOf = std::remove_cvref_t<decltype(value_of(std::declval<const AssessedOrder&>(),
                                                      std::declval<const Field&>()))>;

/// Whether a field is an instant and therefore has a `bound`.
template <typename Field>
inline constexpr bool is_instant = std::is_same_v<ValueOf<Field>, std::optional<Instant>>;

template <typename Value>
inline constexpr bool is_list = false;
template <typename Element>
inline constexpr bool is_list<std::vector<Element>> = true;

}  // namespace aliprotect
