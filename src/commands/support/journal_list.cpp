#include "commands/support/journal_list.h"

#include <algorithm>

#include "commands/support/field_words.h"
#include "core/text/csv_cell.h"
#include "core/text/utf8.h"
#include "export/field_changes.h"
#include "export/json_writer.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

/// Returns `added`, `changed` or `removed`.
template <typename Facts>
const char* kind_of(const Difference<Facts>& difference) {
  if (!difference.before) return "added";
  return difference.after ? "changed" : "removed";
}

/// Returns the facts after the change, or before it if the subject was removed.
template <typename Facts>
const Facts& subject_of(const Difference<Facts>& difference) {
  return difference.after ? *difference.after : *difference.before;
}

class Json : public JournalList {
 public:
  Json(Context& context, const char* first, const char* between, const char* end,
       const char* end_of_none)
      : context_(context), first_(first), between_(between), end_(end), end_of_none_(end_of_none) {}

  void add(const Entry& entry, Differences& differences) override {
    Output& out = context_.out;
    out.write(empty_ ? first_ : between_);
    empty_ = false;
    out.write(head(entry) + ",\"orders\":[");
    const char* separator = "";
    differences.read_orders([&](const Difference<Order>& difference) {
      out.write(separator + order_json(difference));
      separator = ",";
      return true;
    });
    out.write("],\"rules\":[");
    separator = "";
    for (const Difference<Policy>& difference : differences.rule_sets()) {
      out.write(separator + rules_json(difference));
      separator = ",";
    }
    out.write("],\"origins\":" + origins_json(differences) + "}");
  }
  void end() override { context_.out.write(empty_ ? end_of_none_ : end_); }

 private:
  /// Returns the beginning of the object, without the closing brace.
  static std::string head(const Entry& entry) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.key("entry").value(entry.number);
    json.key("at").value(entry.change.at);
    json.key("command").value(printable_json(entry.change.command));
    json.key("user").value(printable_json(entry.change.author.user));
    json.key("host").value(printable_json(entry.change.author.host));
    json.key("undoes").value(entry.undoes);
    json.key("undone_by").value(entry.undone_by);
    return text;
  }

  static std::string printable_json(const std::string& text) {
    return is_utf8(text) ? text : printable(text);
  }

  std::string order_json(const Difference<Order>& difference) {
    const Order& order = subject_of(difference);
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.key("id").value(order.id.value);
    json.key("number").value(order.number.text());
    json.key("change").value(kind_of(difference));
    write_field_changes(json.key("fields"), changed_fields(context_, difference));
    json.end_object();
    return text;
  }

  /// The store has them as JSON.
  static std::string origins_json(Differences& differences) {
    std::string text;
    JsonWriter json(text);
    json.begin_array();
    for (const std::string& origin : differences.origins()) json.raw(printable(origin));
    json.end_array();
    return text;
  }

  static std::string rules_json(const Difference<Policy>& difference) {
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    json.key("name").value(subject_of(difference).name);
    json.key("change").value(kind_of(difference));
    write_field_changes(json.key("fields"), changed_fields(difference));
    json.end_object();
    return text;
  }

  Context& context_;
  const char* first_;
  const char* between_;
  const char* end_;
  const char* end_of_none_;
  bool empty_ = true;
};

class Csv : public JournalList {
 public:
  explicit Csv(Context& context) : context_(context) {
    context_.out.write("entry,at,command,undoes,undone_by,added,changed,removed,user,host\n");
  }

  void add(const Entry& entry, Differences& differences) override {
    const Tally tally = differences.tally();
    const auto number = [](std::optional<std::int64_t> value) {
      return value ? std::to_string(*value) : std::string();
    };
    context_.out.with([&](std::string& text) {
      text += number(entry.number) + "," + to_rfc3339(entry.change.at) + ",";
      append_text(text, entry.change.command);
      text += "," + number(entry.undoes) + "," + number(entry.undone_by) + "," +
              std::to_string(tally.added) + "," + std::to_string(tally.changed) + "," +
              std::to_string(tally.removed) + ",";
      append_text(text, entry.change.author.user);
      text += ",";
      append_text(text, entry.change.author.host);
      text += "\n";
    });
  }
  void end() override {}

 private:
  void append_text(std::string& line, const std::string& text) {
    append_csv_cell(line, context_.style.terminal ? printable(text) : text);
  }

  Context& context_;
};

class Numbers : public JournalList {
 public:
  explicit Numbers(Context& context) : context_(context) {}

  void add(const Entry& entry, Differences&) override {
    context_.out.write(std::to_string(entry.number) + "\n");
  }
  void end() override {}

 private:
  Context& context_;
};

/// Prints a header line per entry, followed by what it changed.
class Page : public JournalList {
 public:
  explicit Page(Context& context) : context_(context) {}

  void add(const Entry& entry, Differences& differences) override {
    write_head(entry);
    write_orders(differences);
    for (const Difference<Policy>& difference : differences.rule_sets()) {
      write_line(kind_of(difference) + (" rule set " + subject_of(difference).name) +
                 (difference.before && difference.after
                      ? ": " + format_changes(changed_fields(difference))
                      : ""));
    }
  }
  void end() override {}

 private:
  void write_head(const Entry& entry) {
    std::string number = std::to_string(entry.number);
    width_ = std::max(width_, number.size());  // the newest, which is the highest, comes first
    number.insert(0, width_ - number.size(), ' ');
    const std::string when = to_text(entry.change.at, Bound::begin, context_.zone());
    std::string remarks;
    const std::string author = format_other_author(context_, entry.change.author);
    if (!author.empty()) remarks += " ·" + author;
    if (entry.undoes) remarks += " · undoes " + std::to_string(*entry.undoes);
    if (entry.undone_by) remarks += " · undone by " + std::to_string(*entry.undone_by);
    const Style& style = context_.style;
    context_.out.write(style.paint(number, Tint::strong) + "  " + style.paint(when, Tint::faint) +
                       "  " + printable(entry.change.command) + style.paint(remarks, Tint::faint) +
                       "\n");
  }

  void write_orders(Differences& differences) {
    const Tally tally = differences.tally();
    if (tally.added + tally.changed + tally.removed > most_named_orders) {
      return write_line(format_tally(tally, "added", "changed", "removed"));
    }
    differences.read_orders([&](const Difference<Order>& difference) {
      std::string line = kind_of(difference) + (" " + name_of(subject_of(difference)));
      if (difference.before && difference.after) line += ": " + field_words(context_, difference);
      write_line(line);
      return true;
    });
  }

  void write_line(const std::string& line) {
    context_.out.write(std::string(width_ + 2, ' ') + line + "\n");
  }

  Context& context_;
  std::size_t width_ = 0;
};

}  // namespace

std::string format_other_author(Context& context, const Author& author) {
  if (author == context.author()) return {};
  return " by " + printable(author.user) + "@" + printable(author.host);
}

std::string format_tally(const Tally& tally, const char* added, const char* changed,
                         const char* removed) {
  const std::pair<std::size_t, const char*> parts[] = {
      {tally.added, added}, {tally.changed, changed}, {tally.removed, removed}};
  std::string text;
  for (const auto& [count, word] : parts) {
    if (count == 0) continue;
    text += text.empty() ? format_count(count, "order") : ", " + std::to_string(count);
    text += std::string(" ") + word;
  }
  return text;
}

std::unique_ptr<JournalList> open_journal_list(Context& context) {
  switch (context.format) {
    case Format::table:
      return std::make_unique<Page>(context);
    case Format::json:
      return std::make_unique<Json>(context, "[\n", ",\n", "\n]\n", "[]\n");
    case Format::jsonl:
      return std::make_unique<Json>(context, "", "\n", "\n", "");
    case Format::csv:
      return std::make_unique<Csv>(context);
    case Format::ids:
      return std::make_unique<Numbers>(context);
  }
  return nullptr;
}

}  // namespace aliprotect
