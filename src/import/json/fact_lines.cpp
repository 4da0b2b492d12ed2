#include "import/json/fact_lines.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "aliprotect/error.h"
#include "core/short_hash.h"
#include "core/text/quote.h"
#include "import/json/json_tree.h"
#include "import/json/page_json.h"
#include "import/merge/mail_fact_text.h"
#include "import/text/mail_date.h"

namespace aliprotect {
namespace {

using nlohmann::json;

std::string text_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts_at(const json& object, const char* key) {
  std::vector<std::string> texts;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return texts;
  for (const json& each : *found) {
    if (each.is_string()) texts.push_back(each.get<std::string>());
  }
  return texts;
}

std::size_t number_at(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::size_t>() : 0;
}

std::size_t line_in(const json& fact) {
  const auto origin = fact.find("origin");
  return origin == fact.end() || !origin->is_object() ? 0 : number_at(*origin, "line");
}

/// Where the fact is stated, as the log shows it.
json origin_in(const json& fact) {
  json origin = json::object();
  const auto stated = fact.find("origin");
  if (stated == fact.end() || !stated->is_object()) return origin;
  for (const char* key : {"line", "message_id", "date"}) {
    if (stated->contains(key)) origin[key] = stated->at(key);
  }
  return origin;
}

JsonCells cells_in(const json& row, const std::string& number) {
  JsonCells cells;
  cells.add(Role::number, number);
  for (const auto& [name, value] : row.items()) {
    const auto role = role_from_string(name);
    if (role && value.is_string()) cells.add(*role, value.get<std::string>());
  }
  return cells;
}

std::map<std::string, std::size_t> counts_at(const json& object, const char* key) {
  std::map<std::string, std::size_t> counts;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_object()) return counts;
  for (const auto& [name, count] : found->items()) {
    if (count.is_number_unsigned()) counts[name] = count.get<std::size_t>();
  }
  return counts;
}

/// The clock of a mail server may be wrong, and the day of a forwarded mail in another zone.
constexpr Seconds latest_mail{std::chrono::hours{24}};

}  // namespace

void ReaderCounts::add(const ReaderCounts& other) {
  for (const auto& [kind, count] : other.read) read[kind] += count;
  for (const auto& [kind, count] : other.skipped) skipped[kind] += count;
  for (const auto& [subject, count] : other.unknown_subjects) unknown_subjects[subject] += count;
  for (const auto& [label, count] : other.unknown_labels) unknown_labels[label] += count;
}

FactLines::FactLines(const Reading& reading, const RowSink& sink, MailCollector& mails,
                     std::string file)
    : reading_(reading),
      sink_(sink),
      mails_(mails),
      file_(std::move(file)),
      answers_(reading, sink),
      sheets_(reading, sink),
      pages_(sink, reading.now) {}

void FactLines::take(const std::string& line) {
  ++line_;
  json value;
  try {
    value = tree_of(line, largest_order);
  } catch (const std::exception& error) {
    sink_.rejected({line_, {}}, error.what());
    return;
  }
  if (!value.is_object()) return;
  const std::size_t stated = line_in(value);
  FileRow row{stated > 0 ? stated : line_, {}};
  if (value.contains("json")) return answers_.take(value["json"], std::move(row));
  if (value.contains("row")) return sheets_.take(text_at(value, "sheet"), texts_at(value, "row"));
  if (value.contains("end")) return take_end(value["end"]);
  if (value.contains("fact")) take_facts(value, std::move(row), line);
}

void FactLines::take_facts(const json& fact, FileRow row, const std::string& line) {
  try {
    if (text_at(fact, "fact") == "mail") return take_mail(fact, row);
    if (!text_at(fact, "event").empty()) return take_refund(fact, row);
    const std::string number = number_in(fact);
    if (!number.empty()) return take_page(fact, number, row);
    unnamed_.push_back({line, texts_at(fact, "tracking"), file_});
  } catch (const RowError& error) {
    sink_.rejected(row, error.what());
  } catch (const UserError& error) {
    sink_.rejected(row, error.what());
  }
}

void FactLines::take_for(const std::string& number, const std::string& line) {
  const json fact = tree_of(line, largest_order);
  take_page(fact, number, {std::max<std::size_t>(line_in(fact), 1), {}, false, file_});
  pages_.finish();
}

/// The order number in the fact, or else that of `--order`, or else that of the request.
std::string FactLines::number_in(const json& fact) const {
  const std::string number = text_at(fact, "number");
  if (!number.empty()) return OrderNumber::read(number).text();
  if (reading_.order) return reading_.order->text();
  const auto origin = fact.find("origin");
  return origin == fact.end() ? std::string() : text_at(*origin, "order");
}

void FactLines::take_refund(const json& fact, FileRow row) {
  CollectedMail mail;
  mail.number = number_in(fact);
  mail.fact.at = from_rfc3339(text_at(fact, "at"));
  if (mail.number.empty() || !mail.fact.at) return;
  const bool is_return = text_at(fact, "event") == "return_requested";
  mail.fact.dispute = MailedDispute{*mail.fact.at, is_return ? Want::return_goods : Want::full};
  mail.row = std::move(row);
  collect(std::move(mail), fact);
}

void FactLines::take_mail(const json& fact, FileRow row) {
  CollectedMail mail;
  mail.number = number_in(fact);
  mail.fact.kind = mail_kind_from_string(text_at(fact, "event"));
  mail.fact.at = time_of(text_at(fact, "at"), mail.skipped);
  for (SkippedValue& value : mail.skipped) value.line = row.line;
  mail.fact.tracking = texts_at(fact, "tracking");
  take_description(fact, row.line, mail);
  mail.row = std::move(row);
  collect(std::move(mail), fact);
}

void FactLines::take_description(const json& fact, std::size_t line, CollectedMail& mail) {
  const auto rows = fact.find("rows");
  if (rows == fact.end() || !rows->is_array() || rows->empty() || mail.number.empty()) return;
  PageOrder order;
  bool is_first = true;
  for (const json& cells : *rows) {
    PageRow item = cells_in(cells, mail.number).read(this->cells());
    for (SkippedValue& value : item.skipped) value.line = line;
    std::move(item.skipped.begin(), item.skipped.end(), std::back_inserter(mail.skipped));
    if (is_first) {
      order = std::move(item.order);
    } else {
      add_item(order, std::move(item.order));
    }
    is_first = false;
  }
  mail.fact.ordered_at = order.facts.ordered_at;
  const OrderPatch described = facts_of(std::move(order), mail.fact.at.value_or(first_instant));
  mail.fact.title = described.title;
  mail.fact.price = described.price;
}

/// A mail is known by its Message-ID, anything else by what it states.
void FactLines::collect(CollectedMail mail, const json& fact) {
  json origin = origin_in(fact);
  const std::string id = text_at(origin, "message_id");
  mail.id = short_hash(id.empty() ? to_text(mail.fact) : id);
  if (!file_.empty()) origin["file"] = file_;
  mail.origin = origin.dump(-1, ' ', true, json::error_handler_t::replace);
  mail.row.file = file_;
  for (SkippedValue& value : mail.skipped) value.file = file_;
  mails_.add(std::move(mail));
}

void FactLines::take_page(const json& fact, const std::string& number, FileRow row) {
  const auto rows = fact.find("rows");
  if (rows == fact.end() || !rows->is_array()) return;
  for (const json& cells : *rows) {
    take_claim(fact, cells, number, row);
    try {
      pages_.add(row, cells_in(cells, number).read(this->cells()));
    } catch (const RowError& error) {
      pages_.reject(row, number, error.what());
    }
  }
}

/// A delivery in a tracking response is the carrier's report, like one in a mail.
void FactLines::take_claim(const json& fact, const json& cells, const std::string& number,
                           const FileRow& row) {
  CollectedMail claim;
  claim.number = number;
  claim.fact.kind = MailKind::delivered;
  claim.fact.at = from_rfc3339(text_at(cells, "claimed"));
  const std::string tracking = text_at(cells, "tracking");
  if (!tracking.empty()) claim.fact.tracking = {tracking};
  claim.row = row;
  claim.row.is_further = true;
  if (claim.fact.at) collect(std::move(claim), fact);
}

void FactLines::take_end(const json& end) {
  is_at_end_ = true;
  sheets_.finish();
  pages_.finish();
  answers_.finish();
  counts_.read = counts_at(end, "read");
  counts_.skipped = counts_at(end, "skipped");
  if (sheets_.skipped() > 0) counts_.skipped["other sheets"] = sheets_.skipped();
  counts_.unknown_subjects = counts_at(end, "unknown_subjects");
  counts_.unknown_labels = counts_at(end, "unknown_labels");
  const std::string trouble = text_at(end, "error");
  if (!trouble.empty()) throw UserError("cannot be read: " + trouble);
}

CellReading FactLines::cells() {
  if (!zone_) zone_ = zone_of(reading_, Clock::pacific);
  return {{*zone_, reading_.dates, reading_.written()},
          reading_.currency,
          reading_.now,
          Currency::from_code("USD")};
}

/// The date printed in a forwarded mail is in the time zone of the person who forwarded it. If it
/// cannot be read, it is skipped, because the date of forwarding is too late.
std::optional<Instant> FactLines::time_of(const std::string& text, SkippedValues& skipped) const {
  if (text.empty()) return std::nullopt;
  try {
    auto at = from_rfc3339(text);
    if (!at) {
      const Zone zone = zone_of(reading_, Clock::users);
      at = read_mail_date(text, {zone, reading_.dates, reading_.written()});
    }
    if (*at > reading_.now + latest_mail) throw RowError(in_quotes(text) + " is in the future");
    return at;
  } catch (const RowError& error) {
    skip(skipped, "date", text, error.what());
    return std::nullopt;
  }
}

}  // namespace aliprotect
