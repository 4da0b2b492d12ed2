#include <algorithm>
#include <type_traits>

#include "core/order_fields.h"
#include "core/written_order.h"
#include "rules/refusals.h"

namespace aliprotect {
namespace {

/// Leaves room for derived values and for spaces between values.
constexpr std::size_t largest_order = longest_written_order - 1024 * 1024;

// The maximum bytes of the parts of an order without their texts: as JSON in a CSV cell, with all
// fields and doubled quotes.
constexpr std::size_t size_of_order = 2'048;
constexpr std::size_t size_of_parcel = 256;
constexpr std::size_t size_of_extension = 320;
constexpr std::size_t size_of_dispute = 1'280;
constexpr std::size_t size_of_evidence = 256;
constexpr std::size_t size_of_note = 96;
constexpr std::size_t size_of_tag = 8;

/// Returns how many bytes a byte of text can take in a file: control characters, which can have
/// several bytes, are written as `\u0085`, and quotes as `\""`.
constexpr std::size_t size_of(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte == '"' || byte == '\\') return 3;
  const bool may_be_escaped =
      byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2;
  return may_be_escaped ? 6 : 1;
}

std::size_t size_of(const std::string& text) {
  std::size_t size = 0;
  for (const char c : text) size += size_of(c);
  return size;
}
std::size_t size_of(const std::optional<std::string>& text) { return text ? size_of(*text) : 0; }

/// Calls `visit(text)` for each plain fact of the order that is a text.
void for_each_plain_text(const Order& order, auto&& visit) {
  for_each_plain_fact([&]<typename Value>(const PlainFact<Value>& fact) {
    if constexpr (std::is_same_v<Value, std::string>) {
      if (const auto& text = order.*fact.member) visit(*text);
    }
  });
}

std::size_t size_of(const Dispute& dispute) {
  std::size_t size = size_of_dispute;
  for (const Evidence& item : dispute.evidence) {
    size += size_of_evidence + size_of(item.file) + size_of(item.sha256) + size_of(item.note);
  }
  return size;
}

std::size_t size_of(const Order& order) {
  std::size_t size = size_of_order;
  for_each_plain_text(order, [&](const std::string& text) { size += size_of(text); });
  for (const std::string& tag : order.tags) size += size_of_tag + size_of(tag);
  for (const Parcel& parcel : order.parcels) {
    size += size_of_parcel + size_of(parcel.tracking) + size_of(parcel.carrier);
  }
  size += order.extensions.size() * size_of_extension;
  for (const Dispute& dispute : order.disputes) size += size_of(dispute);
  for (const Note& note : order.notes) size += size_of_note + size_of(note.text);
  return size;
}

/// Returns how many lines the order takes in a table. Lists are written as JSON, in one line.
std::size_t lines_of(const Order& order) {
  std::ptrdiff_t breaks = 0;
  for_each_plain_text(order, [&](const std::string& text) {
    breaks += std::count(text.begin(), text.end(), '\n');
  });
  return static_cast<std::size_t>(1 + breaks);
}

}  // namespace

std::optional<Refusal> check_size(const Order& order) {
  if (size_of(order) > largest_order) {
    return Refusal{
        "it needs more than 15 MiB in a file; shorten its texts or remove some notes", {}, false};
  }
  if (lines_of(order) > most_lines_of_order) {
    return Refusal{
        "its texts, not counting notes, have more than 10,000 lines; shorten them", {}, false};
  }
  return std::nullopt;
}

}  // namespace aliprotect
