#include "import/json/json_values.h"

#include <iterator>
#include <nlohmann/json.hpp>
#include <streambuf>
#include <utility>

#include "core/text/scanner.h"
#include "import/json/json_tree_check.h"

namespace aliprotect {
namespace {

using nlohmann::json;

/// Whether brackets are open at the end of the line, so that the value may continue on the next
/// line.
bool is_open(std::string_view line) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_text) {
      if (c == '\\') ++i;
      in_text = c != '"';
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return depth > 0 && !in_text;
}

/// Whether a line seems to begin a value rather than to continue one.
bool begins_value(std::string_view line) {
  return !line.empty() && std::string_view(" \t\r]},").find(line.front()) == std::string_view::npos;
}

}  // namespace

/// Passes on lines and keeps them.
class JsonValues::LinesTaken : public std::streambuf {
 public:
  LinesTaken(JsonValues& values, std::string first) : values_(values) { add(std::move(first)); }

  /// The part of the lines that was read.
  std::string text() const {
    std::string text;
    for (const std::string& line : lines_) text += line + "\n";
    text.resize(text.size() - rest().size());
    return text;
  }
  std::string_view rest() const { return {gptr(), static_cast<std::size_t>(egptr() - gptr())}; }
  std::deque<std::string> lines() && { return std::move(lines_); }

 protected:
  int_type underflow() override {
    if (std::string line; size_ <= most_bytes && values_.next_line(line)) {
      add(std::move(line));
      return traits_type::to_int_type(*gptr());
    }
    return traits_type::eof();
  }

 private:
  void add(std::string line) {
    size_ += line.size() + 1;
    lines_.push_back(std::move(line));
    current_ = lines_.back() + "\n";
    setg(current_.data(), current_.data(), current_.data() + current_.size());
  }

  JsonValues& values_;
  std::deque<std::string> lines_;
  std::size_t size_ = 0;
  std::string current_;
};

bool JsonValues::next(FileRow& row) {
  row.text.clear();
  is_cut_ = false;
  while (trimmed(row.text).empty()) {
    row.line = line_;
    if (!next_line(row.text)) return false;
  }
  if (is_open(row.text) && !take_whole(row)) take_broken(row);
  return true;
}

bool JsonValues::next_line(std::string& line) {
  if (!ahead_.empty()) {
    line = std::move(ahead_.front());
    ahead_.pop_front();
  } else if (lines_.next(line)) {
    is_cut_ = is_cut_ || lines_.is_cut();
    if (line.ends_with(lines_.ends() == LineEnds::feeds ? '\n' : '\r')) line.pop_back();
  } else {
    return false;
  }
  ++line_;
  return true;
}

void JsonValues::put_back(std::deque<std::string> lines) {
  line_ -= lines.size();
  ahead_.insert(ahead_.begin(), std::make_move_iterator(lines.begin()),
                std::make_move_iterator(lines.end()));
}

/// Adds the following lines of the value, or none if the value is never completed.
bool JsonValues::take_whole(FileRow& row) {
  LinesTaken taken(*this, row.text);
  std::istream in(&taken);
  TreeCheck check;
  const bool whole = json::sax_parse(in, &check, json::input_format_t::json, false);
  const std::string_view rest = taken.rest();
  const bool has_nul = rest.find('\0') != std::string_view::npos;  // not the end of the value
  if (whole && (has_nul || trimmed(rest).empty())) {
    row.text = taken.text();
    if (has_nul) row.text += rest;
    return true;
  }
  std::deque<std::string> lines = std::move(taken).lines();
  lines.pop_front();
  put_back(std::move(lines));
  return false;
}

void JsonValues::take_broken(FileRow& row) {
  for (std::string line; next_line(line);) {
    if (begins_value(line)) return put_back({std::move(line)});
    append(line, row);
  }
}

void JsonValues::append(const std::string& line, FileRow& row) {
  is_cut_ = is_cut_ || row.text.size() + line.size() > most_bytes;
  if (!is_cut_) row.text += "\n" + line;
}

}  // namespace aliprotect
