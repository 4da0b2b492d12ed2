#pragma once

#include <map>
#include <string>
#include <vector>

#include "import/json/page_order.h"
#include "import/merge/row.h"
#include "import/text/mail_subject.h"

namespace aliprotect {

/// One mail about one order.
struct CollectedMail {
  std::string number;  ///< of the order; empty if the mail names only parcels
  std::optional<MailKind> kind;
  std::optional<Instant> at;
  std::vector<std::string> tracking;
  std::optional<MailedDispute> dispute;  ///< of a list of refunds
  PageOrder order;                       ///< what the body says of the order
  FileRow row;
  SkippedValues skipped{};
};

/// Collects the mails of an import, read in any order, and makes one patch per order.
class MailCollector {
 public:
  void add(CollectedMail mail);
  /// Returns the parcels whose order no mail names.
  std::vector<std::string> parcels_without_order() const;
  /// Sets the order of a parcel.
  void name_order(const std::string& tracking, const std::string& number);
  /// Passes on the orders, the one with the oldest mail first.
  void finish(const RowSink& sink);

 private:
  void add_orders_of_parcels();

  std::map<std::string, std::vector<CollectedMail>> by_number_;
  std::vector<CollectedMail> of_parcels_;
};

}  // namespace aliprotect
