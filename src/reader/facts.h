#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace aliprotect {

/// The place in a file that states a fact. Members without a value are not written.
struct Origin {
  std::string message_id;
  std::string date;  ///< the date of the mail, RFC 3339
  std::string subject;
  std::string sheet;
  std::string order;     ///< the order in the address of a response
  std::size_t line = 0;  ///< or of the mail in an mbox, or of the entry in a HAR file
};

/// The cells of one row: the column name from data/import, and the text as printed.
using NamedCells = std::vector<std::pair<std::string, std::string>>;

/// The facts about one order in a mail or page.
struct OrderFacts {
  std::string number;            ///< empty for a mail that names only a parcel
  std::vector<NamedCells> rows;  ///< the cells of the order and its items
  std::string event;             ///< the name of a MailKind; empty for a page
  std::string at;                ///< when: RFC 3339, or as printed, in the user's time zone
  std::vector<std::string> tracking;
};

/// Counts what was read and what was skipped, by kind, and unknown texts.
struct Counts {
  std::map<std::string, std::size_t> read;     ///< `mails`, `pages`, `responses`, `sheets`
  std::map<std::string, std::size_t> skipped;  ///< `offers`, `other mails`, `other responses`
  std::map<std::string, std::size_t> unknown_subjects;
  std::map<std::string, std::size_t> unknown_labels;  ///< labels of dates on pages
};

/// Writes the facts of one file as lines of JSON; docs/architecture.md describes them.
class FactWriter {
 public:
  /// Writes to `descriptor`, at most `most_bytes` for one file.
  explicit FactWriter(int descriptor) : descriptor_(descriptor) {}

  void begin_file(std::string name);
  void facts(const char* kind, const OrderFacts& facts, const Origin& origin);
  /// Writes a JSON text that `import` can read, such as a list of orders.
  void json(const std::string& text, const Origin& origin);
  /// Writes a row of a sheet.
  void row(const std::vector<std::string>& cells, const Origin& origin);
  /// Ends the file. `trouble` says why it could not be read, or is empty.
  void end_file(const Counts& counts, const std::string& trouble);

 private:
  void line(const std::string& text);
  void flush();

  int descriptor_;
  std::string file_;
  std::string pending_;
  std::size_t bytes_of_file_ = 0;
};

}  // namespace aliprotect
