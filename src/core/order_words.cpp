#include <algorithm>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"

namespace aliprotect {
namespace {

template <typename Enum>
struct Word {
  Enum value;
  std::string_view word;
};

constexpr Word<Inspection> inspections[] = {
    {Inspection::good, "good"},
    {Inspection::bad, "bad"},
};
constexpr Word<Channel> channels[] = {
    {Channel::button, "button"},
    {Channel::message, "message"},
};
constexpr Word<ExtensionStatus> extension_statuses[] = {
    {ExtensionStatus::pending, "pending"},
    {ExtensionStatus::granted, "granted"},
    {ExtensionStatus::declined, "declined"},
};
constexpr Word<Reason> reasons[] = {
    {Reason::not_received, "not_received"},
    {Reason::not_as_described, "not_as_described"},
};
constexpr Word<Want> wants[] = {
    {Want::full, "full"},
    {Want::return_goods, "return"},
    {Want::partial, "partial"},
};
constexpr Word<SellerAnswer> seller_answers[] = {
    {SellerAnswer::none, "none"},
    {SellerAnswer::refused, "refused"},
    {SellerAnswer::offered, "offered"},
    {SellerAnswer::accepted, "accepted"},
};
constexpr Word<Outcome> outcomes[] = {
    {Outcome::refunded, "refunded"},
    {Outcome::partial, "partial"},
    {Outcome::rejected, "rejected"},
};
constexpr Word<NotReceivedOpens> not_received_opens[] = {
    {NotReceivedOpens::shipment, "shipment"},
    {NotReceivedOpens::deadline, "deadline"},
};
constexpr Word<ProtectionStart> protection_starts[] = {
    {ProtectionStart::shipment, "shipment"},
    {ProtectionStart::ordered, "ordered"},
};

// Selects the table of an enum by its type.
constexpr auto& table_of(Inspection) { return inspections; }
constexpr auto& table_of(Channel) { return channels; }
constexpr auto& table_of(ExtensionStatus) { return extension_statuses; }
constexpr auto& table_of(Reason) { return reasons; }
constexpr auto& table_of(Want) { return wants; }
constexpr auto& table_of(SellerAnswer) { return seller_answers; }
constexpr auto& table_of(Outcome) { return outcomes; }
constexpr auto& table_of(NotReceivedOpens) { return not_received_opens; }
constexpr auto& table_of(ProtectionStart) { return protection_starts; }

template <typename Table, typename Enum>
std::string_view word_of(const Table& table, Enum value) {
  const auto row = std::find_if(std::begin(table), std::end(table),
                                [value](const auto& word) { return word.value == value; });
  return row == std::end(table) ? std::string_view{} : row->word;
}

/// Treats hyphens as underscores, because the command line uses `not-received`.
bool same_but_for_hyphens(std::string_view word, std::string_view typed) {
  return std::equal(word.begin(), word.end(), typed.begin(), typed.end(),
                    [](char a, char b) { return a == b || (a == '_' && b == '-'); });
}

template <typename Enum, std::size_t count>
std::optional<Enum> value_of(const Word<Enum> (&table)[count], std::string_view typed) {
  for (const Word<Enum>& row : table) {
    if (same_but_for_hyphens(row.word, typed)) return row.value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view to_string(Inspection value) { return word_of(inspections, value); }
std::string_view to_string(Channel value) { return word_of(channels, value); }
std::string_view to_string(ExtensionStatus value) { return word_of(extension_statuses, value); }
std::string_view to_string(Reason value) { return word_of(reasons, value); }
std::string_view to_string(Want value) { return word_of(wants, value); }
std::string_view to_string(SellerAnswer value) { return word_of(seller_answers, value); }
std::string_view to_string(Outcome value) { return word_of(outcomes, value); }
std::string_view to_string(NotReceivedOpens value) { return word_of(not_received_opens, value); }
std::string_view to_string(ProtectionStart value) { return word_of(protection_starts, value); }

template <typename Enum>
std::optional<Enum> from_string(std::string_view word) {
  return value_of(table_of(Enum{}), word);
}

template <typename Enum>
std::vector<std::string> words_of() {
  std::vector<std::string> words;
  for (const Word<Enum>& row : table_of(Enum{})) words.emplace_back(row.word);
  return words;
}

template std::optional<Inspection> from_string(std::string_view word);
template std::optional<Channel> from_string(std::string_view word);
template std::optional<ExtensionStatus> from_string(std::string_view word);
template std::optional<Reason> from_string(std::string_view word);
template std::optional<Want> from_string(std::string_view word);
template std::optional<SellerAnswer> from_string(std::string_view word);
template std::optional<Outcome> from_string(std::string_view word);
template std::optional<NotReceivedOpens> from_string(std::string_view word);
template std::optional<ProtectionStart> from_string(std::string_view word);
template std::vector<std::string> words_of<Inspection>();
template std::vector<std::string> words_of<Channel>();
template std::vector<std::string> words_of<ExtensionStatus>();
template std::vector<std::string> words_of<Reason>();
template std::vector<std::string> words_of<Want>();
template std::vector<std::string> words_of<SellerAnswer>();
template std::vector<std::string> words_of<Outcome>();
template std::vector<std::string> words_of<NotReceivedOpens>();
template std::vector<std::string> words_of<ProtectionStart>();

}  // namespace aliprotect
