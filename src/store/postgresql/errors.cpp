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
constexpr std::string_view changed_meanwhile = " was changed by another program at the same time";
constexpr std::string_view was_lost = " was lost";
constexpr std::string_view try_later = "try again when the server answers";
constexpr std::string_view other_database = "restore the schema, or use another database with --db";

// The first match counts.
constexpr std::array<Sentence, 19> sentences{{
    {"080", "the connection to ", was_lost, try_later},
    {"57P", "the connection to ", was_lost, try_later},
    {"25006", "", " is read-only, such as a standby",
     "name the primary server, or add target_session_attrs=read-write"},
    {"40001", "", changed_meanwhile, run_again},
    {"40P01", "", changed_meanwhile, run_again},
    {"23505", "", changed_meanwhile, run_again},
    {"55P03", "", " is still locked by another program", "try again when it has finished"},
    {"57014", "", " stopped a statement", "try again, or ask its administrator about the limit"},
    {"53100", "the disk of ", " is full", "free some space and try again"},
    {"53", "", " has too few resources", "try again later"},
    {"42501", "", " does not let you ", "ask its owner for the role "},
    {"3F000", "", " has no schema for its tables", "create the schema that search_path names"},
    {"42P07", "", " contains other tables", "use an empty database or schema"},
    {"42P01", "", " lacks a part of its schema", other_database},
    {"42703", "", " lacks a part of its schema", other_database},
    {"42883", "", " lacks a part of its schema", other_database},
    {"22021", "", " does not accept one of the texts", "remove the invalid characters"},
    {"23", "", " does not accept one of the values", "report it as a bug"},
    {"54", "", " cannot store such a long text", "shorten it and try again"},
}};

constexpr Sentence other_error{"", "", " cannot be used", "use another database with --db"};
constexpr Sentence damaged{"", "", " contains an invalid value", "restore a backup"};

/// What to do if the connection failed for a reason that contains `words`. The server may give its
/// reason in another language.
struct Refusal {
  std::string_view words;
  std::string_view advice;
};

constexpr std::string_view ask_for_role =
    "ask its owner for the role aliprotect_reader or aliprotect_writer";
constexpr std::string_view check_password = "check the user, and the password in ~/.pgpass";
constexpr std::string_view too_many = "try again when fewer programs use it";

constexpr std::array<Refusal, 15> refusals{{
    {"authentication failed", check_password},
    {"no password supplied", check_password},
    {"pg_hba.conf", "ask its administrator to allow your computer and user there"},
    {"permission denied for database", ask_for_role},
    {"too many", too_many},
    {"remaining connection slots", too_many},
    {"starting up", "try again in a moment"},
    {"shutting down", "try again in a moment"},
    {"in recovery mode", "try again in a moment"},
    {"session is read-only", "name a server that accepts changes, or try again after a failover"},
    {"in hot standby mode", "name a server that accepts changes, or try again after a failover"},
    {"SSL", "check sslmode and the certificates"},
    {"certificate", "check sslmode and the certificates"},
    {"FATAL:  database ", "check the name of the database"},
    {"FATAL:  role ", "check the name of the user"},
}};

constexpr std::string_view other_refusal = "check the address, and whether the server runs";

std::string_view advice_for(std::string_view reason) {
  const auto found =
      std::find_if(refusals.begin(), refusals.end(), [reason](const Refusal& refusal) {
        return reason.find(refusal.words) != std::string_view::npos;
      });
  return found == refusals.end() ? other_refusal : found->advice;
}

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

StoreError server_error(const std::string& name, const DbError& error, Database::Access access) {
  const Sentence& sentence = sentence_for(error);
  const bool writes = access == Database::Access::write;
  std::string text(sentence.before);
  text.append(name).append(sentence.after);
  if (is_denied(error)) text += writes ? "change it" : "read it";
  if (writes) text += ", so nothing was recorded";
  text.append(" (").append(error.what()).append("): ").append(sentence.advice);
  if (is_denied(error)) text += writes ? "aliprotect_writer" : "aliprotect_reader";
  return StoreError(text);
}

StoreError cannot_connect(const std::string& name, std::string_view reason) {
  return StoreError("cannot connect to " + name + " (" + one_line(reason) +
                    "): " + std::string(advice_for(reason)));
}

bool is_conflict(const DbError& error) { return has_code(error, {"40001", "40P01"}); }
bool is_missing_table(const DbError& error) { return has_code(error, {"42P01"}); }
bool is_denied(const DbError& error) { return has_code(error, {"42501"}); }
bool is_lost_connection(const DbError& error) { return has_code(error, {"080", "57P"}); }
bool is_read_only(const DbError& error) { return has_code(error, {"25006"}); }

/// Leaves out questions such as `Is the server running locally …?`, which start with a tab, and
/// lines that repeat the one before, because libpq tries again without TLS.
std::string one_line(std::string_view message) {
  std::string line;
  std::string_view last;
  while (!message.empty()) {
    const std::size_t end = std::min(message.find('\n'), message.size());
    const std::string_view part = message.substr(0, end);
    message.remove_prefix(std::min(end + 1, message.size()));
    if (part.empty() || part.starts_with('\t') || part == last) continue;
    if (!line.empty()) line += "; ";
    line += part;
    last = part;
  }
  return line;
}

}  // namespace aliprotect::store
