#include "commands/support/filters.h"

#include <algorithm>

#include "commands/support/words.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/suggestions.h"
#include "rules/statuses.h"

namespace aliprotect {
namespace {

std::vector<std::string> status_words() {
  std::vector<std::string> words;
  for (const Status status : all_statuses) words.emplace_back(to_string(status));
  return words;
}

Status read_status(std::string word) {
  std::replace(word.begin(), word.end(), '-', '_');
  for (const Status status : all_statuses) {
    if (to_string(status) == word) return status;
  }
  throw unknown_word("--status", word, "status", status_words());
}

std::optional<std::string> read_account(const std::optional<std::string>& account) {
  if (!account) return std::nullopt;
  const bool digits = std::all_of(account->begin(), account->end(), is_digit);
  if (digits && account->size() == 4) return account;
  throw usage_error("--account: " + in_quotes(*account) +
                    " is not the last 4 digits of an order number");
}

std::optional<Instant> read(Context& context, const std::string& option,
                            const std::optional<std::string>& text, Bound bound) {
  if (!text) return std::nullopt;
  return context.read_when(option, *text, bound);
}

}  // namespace

void add_filters(Command& command, FilterOptions& options) {
  add_words(command, "--status", options.statuses, "only orders with this status; may be repeated",
            type_of_words("STATUS", status_words()));
  add_value(command, "--seller", options.seller, "only orders from this seller", "TEXT");
  add_value(command, "--client", options.client, "only orders for this client", "TEXT");
  add_value(command, "--tag", options.tag, "only orders with this tag", "TEXT");
  add_value(command, "--account", options.account,
            "only orders whose number ends in these 4 digits", "LAST4");
  add_value(command, "--search", options.search,
            "only orders with this text in number, title, seller, client, tags, tracking or notes",
            "TEXT");
  add_value(command, "--closes-before", options.closes_before,
            "only orders whose protection ends before this time", "WHEN");
  add_value(command, "--closes-after", options.closes_after,
            "only orders whose protection ends after this time", "WHEN");
  add_value(command, "--ordered-before", options.ordered_before,
            "only orders placed before this time", "WHEN");
  add_value(command, "--ordered-after", options.ordered_after, "only orders placed after this time",
            "WHEN");
}

void apply_filters(Context& context, const FilterOptions& options, Listing& listing) {
  listing.selection.seller = options.seller;
  listing.selection.client = options.client;
  listing.selection.tag = options.tag;
  listing.selection.account = read_account(options.account);
  listing.selection.search = options.search;
  listing.selection.ordered_before =
      read(context, "--ordered-before", options.ordered_before, Bound::begin);
  listing.selection.ordered_after =
      read(context, "--ordered-after", options.ordered_after, Bound::end);
  const auto before = read(context, "--closes-before", options.closes_before, Bound::begin);
  const auto after = read(context, "--closes-after", options.closes_after, Bound::end);
  std::vector<Status> wanted;
  for (const std::string& word : options.statuses) wanted.push_back(read_status(word));
  if (!wanted.empty()) listing.selection.statuses = {wanted, context.now};
  listing.wanted = [=, also = listing.wanted](const AssessedOrder& of) {
    const auto& closes = of.protection.clocks.closes;
    if (before && !(closes && *closes < *before)) return false;
    if (after && !(closes && *closes > *after)) return false;
    const bool status_fits = wanted.empty() || std::find(wanted.begin(), wanted.end(),
                                                         of.protection.status) != wanted.end();
    return status_fits && also(of);
  };
}

void want_open(Context& context, Listing& listing) {
  listing.selection.open_at = context.now;
  listing.wanted = [](const AssessedOrder& of) {
    return is_open(of.order, of.protection.clocks, of.protection.status, of.now);
  };
}

Listing open_unless_statuses(Context& context, const FilterOptions& options) {
  Listing listing;
  if (options.statuses.empty()) want_open(context, listing);
  apply_filters(context, options, listing);
  return listing;
}

}  // namespace aliprotect
