#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "commands/support/context.h"
#include "import/json/fact_lines.h"
#include "import/merge/row.h"
#include "render/text.h"

namespace aliprotect {

class JsonWriter;

/// Counts what happened to the rows. Rejected rows are reported as they are found, so that they
/// need no memory; for JSON they and the skipped values are collected as text.
class ImportReport {
 public:
  /// `source` is the name of a source of `sync`; its messages begin with it.
  explicit ImportReport(Context& context, const std::string& source = {})
      : context_(context), source_(source.empty() ? "" : printable(source) + ": ") {}

  void count_row() { ++rows_; }
  void count_new() { ++new_; }
  /// Counts a new order that is younger than the default rule set, which it follows.
  void count_outdated_rules() { ++outdated_rules_; }
  std::size_t outdated_rules() const { return outdated_rules_; }
  void count_changed() { ++changed_; }
  void count_unchanged() { ++unchanged_; }
  void count_without_shipping_date() { ++without_shipping_date_; }
  /// Counts a new order whose number does not have 14 to 16 digits.
  void count_unusual(const OrderNumber& number) {
    if (++unusual_ == 1) first_unusual_ = number.text();
  }
  /// A fact of an order that is not recorded.
  void count_ignored(IgnoredFact fact) { ++ignored_[fact]; }
  void reject(const std::string& file, const FileRow& row, const std::string& reason);
  /// Adds what mails, pages and responses contained besides orders.
  void add(const ReaderCounts& counts) { counts_.add(counts); }
  /// Writes the unknown subjects with their counts.
  void write_unknown(Output& out) const;
  void skip(const std::string& file, const SkippedValue& value);
  /// Resets the counts after the change was not recorded.
  void forget_changes() {
    new_ = changed_ = 0;
    is_forgotten_ = true;
  }

  Remarks& remarks() { return remarks_; }
  std::size_t rows() const { return rows_; }
  bool has_rejected() const { return rejected_ > 0; }
  /// `prevented_by` is the option that prevented recording, or empty.
  void print(const std::string& prevented_by);
  /// Whether anything was recorded, rejected or skipped.
  bool has_news() const { return new_ + changed_ + rejected_ > 0 || !skipped_.empty(); }
  bool has_orders() const { return new_ + changed_ + unchanged_ + rejected_orders_ > 0; }
  /// Warns of skipped values, and returns what else happened in one line: `mail: 2 new orders, 1
  /// changed`. It is empty if nothing did.
  std::string short_report() const;
  /// Warns of mails and pages that were not understood, if a person reads standard error. Scheduled
  /// runs stay silent.
  void hint_at_unknown() const;
  /// Writes the members of the JSON report.
  void write(JsonWriter& json) const;

 private:
  bool is_json() const {
    return context_.format == Format::json || context_.format == Format::jsonl;
  }
  void warn() const;
  void warn_of_skipped_values() const;
  void warn_of_ignored() const;
  void warn_of_skipped() const;
  void warn_of_unknown(const std::string& noun, const std::string& what,
                       const std::map<std::string, std::size_t>& texts) const;
  std::string next_step() const;
  void print_json() const;
  std::string sentence() const;

  Context& context_;
  const std::string source_;
  std::size_t rows_ = 0;
  std::size_t outdated_rules_ = 0;
  std::size_t new_ = 0;
  std::size_t changed_ = 0;
  std::size_t unchanged_ = 0;
  std::size_t rejected_ = 0;
  std::size_t rejected_orders_ = 0;
  std::size_t unusual_ = 0;
  std::string first_unusual_;
  std::size_t without_shipping_date_ = 0;
  std::map<IgnoredFact, std::size_t> ignored_;
  struct Skipped {
    std::size_t count = 0;
    std::string first;  ///< `orders.csv:5: unknown status "Foo"`
  };
  /// By field and advice.
  std::map<std::pair<std::string, std::string_view>, Skipped> skipped_;
  std::string skipped_as_json_;
  bool is_forgotten_ = false;
  ReaderCounts counts_;
  std::string prevented_by_;
  std::string rejected_as_json_;
  Remarks remarks_;
};

/// Hints at today's rules, on a terminal, if so many new orders follow the default ones but are
/// younger.
void hint_at_rules(Context& context, std::size_t orders);

}  // namespace aliprotect
