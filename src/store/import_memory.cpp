#include "store/import_memory.h"

#include "store/list_json.h"

namespace aliprotect::store {
namespace {

void bind(Statement& statement, int parameter, std::optional<std::int64_t> entry) {
  if (entry) {
    statement.bind(parameter, *entry);
  } else {
    statement.bind_null(parameter);
  }
}

/// A damaged store may contain anything.
bool is_object(std::string_view json) { return json.starts_with('{') && json.ends_with('}'); }

/// Returns a member to insert before the end of `object`.
std::string member(std::string_view key, std::string_view digits, std::string_view object) {
  return (object == "{}" ? "\"" : ",\"") + std::string(key) + "\":\"" + std::string(digits) + "\"";
}

}  // namespace

ImportMemory::ImportMemory(Database& db)
    : db_(db),
      mails_(db, "SELECT mail, facts, origin FROM read_mails WHERE number = $1 ORDER BY mail"),
      files_(db,
             "SELECT file, size, modified, ending FROM read_files WHERE source = $1 ORDER BY file"),
      write_mail_(db, R"(
        INSERT INTO read_mails (number, mail, facts, origin, entry_id)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (number, mail) DO UPDATE
        SET facts = excluded.facts, origin = excluded.origin,
          entry_id = coalesce(excluded.entry_id, read_mails.entry_id)
        WHERE read_mails.facts <> excluded.facts
      )"),
      write_file_(db, R"(
        INSERT INTO read_files (source, file, size, modified, ending, entry_id)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (source, file) DO UPDATE
        SET size = excluded.size, modified = excluded.modified, ending = excluded.ending,
          entry_id = coalesce(excluded.entry_id, read_files.entry_id)
      )"),
      write_origin_(db, R"(
        INSERT INTO entry_files (entry_id, file)
        VALUES ($1, $2)
      )"),
      origin_files_(db, "SELECT file FROM entry_files WHERE entry_id = $1 ORDER BY file"),
      origin_mails_(db, R"(
        SELECT number, origin FROM read_mails WHERE entry_id = $1 ORDER BY number, mail
      )") {}

std::vector<RememberedMail> ImportMemory::mails_about(const std::string& number) {
  mails_.reset();
  mails_.bind(1, number);
  std::vector<RememberedMail> mails;
  while (mails_.step()) {
    mails.push_back(
        {number, mails_.number(0), std::string(mails_.text(1)), std::string(mails_.text(2))});
  }
  mails_.reset();
  return mails;
}

std::vector<ReadFile> ImportMemory::files_of(const std::string& source) {
  files_.reset();
  files_.bind(1, source);
  std::vector<ReadFile> files;
  while (files_.step()) {
    files.push_back({files_.number(0), files_.number(1), files_.number(2), files_.number(3)});
  }
  files_.reset();
  return files;
}

void ImportMemory::write(const RememberedMail& mail, std::optional<std::int64_t> entry) {
  write_mail_.bind(1, mail.number);
  write_mail_.bind(2, mail.mail);
  write_mail_.bind(3, mail.facts);
  write_mail_.bind(4, mail.origin);
  bind(write_mail_, 5, entry);
  write_mail_.run();
}

void ImportMemory::write(const std::string& source, const ReadFile& file,
                         std::optional<std::int64_t> entry) {
  write_file_.bind(1, source);
  write_file_.bind(2, file.name);
  write_file_.bind(3, file.size);
  write_file_.bind(4, file.modified);
  write_file_.bind(5, file.ending);
  bind(write_file_, 6, entry);
  write_file_.run();
}

void ImportMemory::write_origin(const std::string& file, std::int64_t entry) {
  write_origin_.bind(1, entry);
  write_origin_.bind(2, file);
  write_origin_.run();
}

std::vector<std::string> ImportMemory::origins_of(std::int64_t entry) {
  std::vector<std::string> origins;
  origin_files_.reset();
  origin_files_.bind(1, entry);
  while (origin_files_.step()) {
    std::string file;
    append_escaped(file, origin_files_.text(0));
    origins.push_back("{\"file\":\"" + file + "\"}");
  }
  origin_files_.reset();
  origin_mails_.reset();
  origin_mails_.bind(1, entry);
  while (origin_mails_.step()) {
    const std::string_view number = origin_mails_.text(0);
    std::string origin(origin_mails_.text(1));
    if (!is_object(origin)) continue;
    if (!number.empty()) origin.insert(origin.size() - 1, member("order", number, origin));
    origins.push_back(std::move(origin));
  }
  origin_mails_.reset();
  return origins;
}

/// Mails of the change may have been read again, without a further change, from mailboxes that are
/// then to be read again, too: files that never change, and mboxes.
void ImportMemory::forget(std::int64_t entry) {
  for (const char* sql : {R"(
         DELETE FROM read_files
         WHERE entry_id = $1
           OR (entry_id IS NULL AND (size = 0 OR ending <> 0)
               AND EXISTS (SELECT 1 FROM read_mails WHERE entry_id = $1))
       )",
                          "DELETE FROM read_mails WHERE entry_id = $1"}) {
    Statement forget(db_, sql);
    forget.bind(1, entry);
    forget.run();
  }
}

}  // namespace aliprotect::store
