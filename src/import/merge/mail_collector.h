#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "aliprotect/import_memory.h"
#include "import/merge/row.h"
#include "import/text/mail_subject.h"

namespace aliprotect {

/// What one mail, or one line of a list of refunds, states about an order.
struct MailFact {
  std::optional<MailKind> kind;
  std::optional<Instant> at;
  std::vector<std::string> tracking;
  std::optional<MailedDispute> dispute;  ///< only from a list of refunds
  std::optional<std::string> title;
  std::optional<Money> price;
  std::optional<Instant> ordered_at;  ///< as the body states it

  friend bool operator==(const MailFact&, const MailFact&) = default;
};

/// One mail about one order.
struct CollectedMail {
  std::string number;   ///< the order number; empty if the mail has only tracking numbers
  std::int64_t id = 0;  ///< identifies the mail
  MailFact fact;
  std::string origin;  ///< JSON
  FileRow row;
  SkippedValues skipped{};
  bool is_remembered = false;  ///< from an earlier import
};

/// Collects the mails of an import, read in any order, and makes one patch per order from them and
/// from those that earlier imports have read.
class MailCollector {
 public:
  void add(CollectedMail mail);
  /// Adds a mail that an earlier import has read.
  void add(const RememberedMail& mail);

  bool empty() const { return by_number_.empty() && of_parcels_.empty(); }
  /// Returns the numbers of the orders that the mails name.
  std::vector<std::string> orders() const;
  /// Returns the parcels whose order no mail names.
  std::set<std::string> parcels_without_order() const;
  /// Sets the order of a parcel.
  void name_order(const std::string& tracking, const std::string& number);
  /// Passes on the orders that new mails are about, the one with the oldest mail first. Returns the
  /// new mails that name only parcels, which may belong to orders of later mails.
  std::vector<RememberedMail> finish(const RowSink& sink);

 private:
  void add_orders_of_parcels();

  std::map<std::string, std::vector<CollectedMail>> by_number_;
  std::vector<CollectedMail> of_parcels_;
  /// Number, id and whether it is remembered, of each mail.
  std::set<std::tuple<std::string, std::int64_t, bool>> known_;
};

}  // namespace aliprotect
