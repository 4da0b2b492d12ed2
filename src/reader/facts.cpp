#include "reader/facts.h"

#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "reader/refusal.h"

namespace aliprotect {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t flushed_at = std::size_t{64} * 1024;
constexpr std::size_t most_bytes = std::size_t{512} * 1024 * 1024;

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void put(Json& object, const char* key, const std::string& text) {
  if (!text.empty()) object[key] = text;
}

Json json_of(const Origin& origin, const std::string& file) {
  Json object = Json::object();
  put(object, "file", file);
  if (origin.line > 0) object["line"] = origin.line;
  put(object, "sheet", origin.sheet);
  put(object, "order", origin.order);
  put(object, "message_id", origin.message_id);
  put(object, "date", origin.date);
  put(object, "subject", origin.subject);
  return object;
}

Json json_of(const NamedCells& cells) {
  Json object = Json::object();
  for (const auto& [name, text] : cells) put(object, name.c_str(), text);
  return object;
}

}  // namespace

void FactWriter::begin_file(std::string name) {
  file_ = std::move(name);
  bytes_of_file_ = 0;
}

void FactWriter::facts(const char* kind, const OrderFacts& facts, const Origin& origin) {
  Json object = {{"fact", kind}};
  put(object, "number", facts.number);
  put(object, "event", facts.event);
  put(object, "at", facts.at);
  if (!facts.tracking.empty()) object["tracking"] = facts.tracking;
  Json rows = Json::array();
  for (const NamedCells& cells : facts.rows) rows.push_back(json_of(cells));
  if (!rows.empty()) object["rows"] = std::move(rows);
  object["origin"] = json_of(origin, file_);
  line(text_of(object));
}

void FactWriter::json(const std::string& text, const Origin& origin) {
  line(R"({"json":)" + text + R"(,"origin":)" + text_of(json_of(origin, file_)) + "}");
}

void FactWriter::row(const std::vector<std::string>& cells, const Origin& origin) {
  line(text_of(Json{{"row", cells}, {"sheet", origin.sheet}, {"line", origin.line}}));
}

void FactWriter::end_file(const Counts& counts, const std::string& trouble) {
  Json end = {{"read", counts.read}, {"skipped", counts.skipped}};
  end["unknown_subjects"] = counts.unknown_subjects;
  end["unknown_labels"] = counts.unknown_labels;
  put(end, "error", trouble);
  bytes_of_file_ = 0;
  line(text_of(Json{{"end", std::move(end)}}));
  flush();
}

void FactWriter::line(const std::string& text) {
  bytes_of_file_ += text.size() + 1;
  if (bytes_of_file_ > most_bytes) throw Refusal("its facts would take more than 512 MiB");
  pending_ += text;
  pending_ += '\n';
  if (pending_.size() >= flushed_at) flush();
}

void FactWriter::flush() {
  std::string_view rest = pending_;
  while (!rest.empty()) {
    const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) ::_exit(1);  // the other end was closed
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  pending_.clear();
}

}  // namespace aliprotect
