#include "store/postgresql/errors.h"

#include <algorithm>
#include <array>

#include "store/postgresql/connection.h"

namespace aliprotect::store {
namespace {

struct Sentence {
  std::string_view sqlstate;  ///< a code, or a class of codes
  std::string_view before;    ///< precedes the store's name
  std::string_view after;     ///< follows it; precedes the server's reason
  std::string_view advice;
};

constexpr std::string_view run_again = "run the command again";
constexpr std::string_view changed_meanwhile =
    " was changed by another program at the same time, so nothing was recorded";
constexpr std::string_view was_lost = " was lost, so nothing was recorded";
constexpr std::string_view try_later = "try again when the server answers";
constexpr std::string_view other_database = "restore the schema, or use another database with --db";

// The first match counts.
constexpr std::array<Sentence, 19> sentences{{
    {"080", "the connection to ", was_lost, try_later},
    {"57P", "the connection to ", was_lost, try_later},
    {"25006", "", " is read-only, such as a standby, so nothing was recorded",
     "name the primary server, or add target_session_attrs=read-write"},
    {"40001", "", changed_meanwhile, run_again},
    {"40P01", "", changed_meanwhile, run_again},
    {"23505", "", changed_meanwhile, run_again},
    {"55P03", "", " is still locked by another program", "try again when it has finished"},
    {"57014", "", " stopped a statement, so nothing was recorded",
     "try again, or ask its administrator about the limit"},
    {"53100", "the disk of ", " is full, so nothing was recorded", "free some space and try again"},
    {"53", "", " has too few resources, so nothing was recorded", "try again later"},
    {"42501", "", " does not allow this, so nothing was recorded",
     "ask the owner of its tables for the privilege"},
    {"3F000", "", " has no schema for its tables", "create the schema that search_path names"},
    {"42P07", "", " contains other tables, so nothing was recorded",
     "use an empty database or schema"},
    {"42P01", "", " lacks a part of its schema", other_database},
    {"42703", "", " lacks a part of its schema", other_database},
    {"42883", "", " lacks a part of its schema", other_database},
    {"22021", "", " does not accept one of the texts, so nothing was recorded",
     "remove the invalid characters"},
    {"23", "", " does not accept one of the values, so nothing was recorded", "report it as a bug"},
    {"54", "", " cannot store such a long text, so nothing was recorded",
     "shorten it and try again"},
}};

constexpr Sentence other_error{"", "", " cannot be used", "use another database with --db"};
constexpr Sentence damaged{"", "", " contains an invalid value", "restore a backup"};

const Sentence& sentence_for(const DbError& error) {
  const auto* const failure = dynamic_cast<const ServerError*>(&error);
  if (!failure) return damaged;
  const auto found =
      std::find_if(sentences.begin(), sentences.end(), [failure](const Sentence& sentence) {
        return failure->sqlstate().starts_with(sentence.sqlstate);
      });
  return found == sentences.end() ? other_error : *found;
}

bool has_code(const DbError& error, std::initializer_list<std::string_view> codes) {
  const auto* const failure = dynamic_cast<const ServerError*>(&error);
  return failure && std::any_of(codes.begin(), codes.end(), [failure](std::string_view code) {
           return failure->sqlstate().starts_with(code);
         });
}

}  // namespace

StoreError server_error(const std::string& name, const DbError& error) {
  const Sentence& sentence = sentence_for(error);
  std::string text(sentence.before);
  text.append(name).append(sentence.after).append(" (").append(error.what()).append("): ");
  return StoreError(text.append(sentence.advice));
}

StoreError cannot_connect(const std::string& name, std::string_view reason) {
  return StoreError("cannot connect to " + name + " (" + one_line(reason) +
                    "): check the address, and whether the server runs");
}

bool is_conflict(const DbError& error) { return has_code(error, {"40001", "40P01"}); }
bool is_missing_table(const DbError& error) { return has_code(error, {"42P01"}); }
bool is_lost_connection(const DbError& error) { return has_code(error, {"080", "57P"}); }
bool is_read_only(const DbError& error) { return has_code(error, {"25006"}); }

/// Leaves out questions such as `Is the server running locally …?`, which start with a tab.
std::string one_line(std::string_view message) {
  std::string line;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    const std::string_view part = message.substr(0, end);
    message.remove_prefix(std::min(end + 1, message.size()));
    if (part.empty() || part.starts_with('\t')) continue;
    if (!line.empty()) line += "; ";
    line += part;
  }
  return line;
}

}  // namespace aliprotect::store
