#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "import/json/json_rows.h"
#include "import/merge/mail_collector.h"
#include "import/reading.h"
#include "import/table/sheet_rows.h"

namespace aliprotect {

/// The counts of the reader process for a file.
struct ReaderCounts {
  std::map<std::string, std::size_t> read;              ///< by kind: `mails`, `pages`
  std::map<std::string, std::size_t> skipped;           ///< by kind: `offers`
  std::map<std::string, std::size_t> unknown_subjects;  ///< subjects of AliExpress's mails
  std::map<std::string, std::size_t> unknown_labels;    ///< labels of dates on pages

  void add(const ReaderCounts& other);
};

/// A line about parcels without an order number.
struct UnnamedFact {
  std::string line;
  std::vector<std::string> tracking;
  std::string file;
};

/// Reads the lines that the reader process writes about one file (docs/architecture.md).
class FactLines {
 public:
  /// `file` is the name of the file, as the log shows it.
  FactLines(const Reading& reading, const RowSink& sink, MailCollector& mails, std::string file);

  /// Reads the next line. Throws UserError if the file could not be read.
  void take(const std::string& line);
  /// Whether the last line has been read.
  bool is_at_end() const { return is_at_end_; }
  const ReaderCounts& counts() const { return counts_; }
  const std::vector<UnnamedFact>& unnamed() const { return unnamed_; }
  /// Reads a line whose order number has been found since.
  void take_for(const std::string& number, const std::string& line);

 private:
  void take_facts(const nlohmann::json& fact, FileRow row, const std::string& line);
  void take_mail(const nlohmann::json& fact, FileRow row);
  void take_description(const nlohmann::json& fact, std::size_t line, CollectedMail& mail);
  void take_page(const nlohmann::json& fact, const std::string& number, FileRow row);
  void take_claim(const nlohmann::json& fact, const nlohmann::json& cells,
                  const std::string& number, const FileRow& row);
  void collect(CollectedMail mail, const nlohmann::json& fact);
  void take_refund(const nlohmann::json& fact, FileRow row);
  std::string number_in(const nlohmann::json& fact) const;
  void take_end(const nlohmann::json& end);
  CellReading cells();
  std::optional<Instant> time_of(const std::string& text, SkippedValues& skipped) const;

  const Reading& reading_;
  const RowSink& sink_;
  MailCollector& mails_;
  const std::string file_;
  JsonRows answers_;
  SheetRows sheets_;
  OrderFold pages_;
  std::optional<Zone> zone_;
  std::size_t line_ = 0;
  bool is_at_end_ = false;
  ReaderCounts counts_;
  std::vector<UnnamedFact> unnamed_;
};

}  // namespace aliprotect
