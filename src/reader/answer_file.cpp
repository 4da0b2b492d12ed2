#include "reader/answer_file.h"

#include <unistd.h>

#include <array>
#include <cstdint>
#include <istream>
#include <nlohmann/json.hpp>
#include <streambuf>

#include "core/text/scanner.h"
#include "reader/given_file.h"
#include "reader/order_answers.h"
#include "reader/order_links.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

using nlohmann::json;

constexpr std::size_t most_bytes_of_answer = std::size_t{16} * 1024 * 1024;
constexpr int deepest = 32;

/// Checks a JSON text and rewrites it on one line, without building a tree.
class OneLine : public json::json_sax_t {
 public:
  bool null() override { return put("null"); }
  bool boolean(bool value) override { return put(value ? "true" : "false"); }
  bool number_integer(number_integer_t value) override { return put(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& text) override { return put(text); }
  bool string(string_t& value) override { return put(quoted(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return enter('{'); }
  bool end_object() override { return leave('}'); }
  bool start_array(std::size_t) override { return enter('['); }
  bool end_array() override { return leave(']'); }
  bool key(string_t& name) override {
    separate();
    text_ += quoted(name) + ":";
    is_first_ = true;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const json::exception&) override {
    return false;
  }
  std::string take() { return std::move(text_); }

 private:
  static std::string quoted(const std::string& text) {
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
  }
  void separate() {
    if (!is_first_) text_ += ',';
    is_first_ = false;
  }
  bool put(std::string_view text) {
    separate();
    text_ += text;
    return true;
  }
  bool enter(char sign) {
    separate();
    text_ += sign;
    is_first_ = true;
    return ++depth_ <= deepest;
  }
  bool leave(char sign) {
    text_ += sign;
    is_first_ = false;
    --depth_;
    return true;
  }

  std::string text_;
  bool is_first_ = true;
  int depth_ = 0;
};

/// Returns the JSON text on one line, or an empty string if it is not JSON or too deep.
std::string on_one_line(std::string_view text) {
  OneLine line;
  if (!json::sax_parse(text.begin(), text.end(), &line)) return {};
  return line.take();
}

/// Without the call of a function around it.
std::string_view without_call(std::string_view text) {
  const std::string_view plain = trimmed(text);
  if (plain.starts_with('{') || plain.starts_with('[')) return plain;
  const auto begin = plain.find('(');
  const auto end = plain.rfind(')');
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return plain;
  return trimmed(plain.substr(begin + 1, end - begin - 1));
}

std::string decoded_base64(std::string_view text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    std::uint32_t value = 0;
    if (c >= 'A' && c <= 'Z') {
      value = static_cast<std::uint32_t>(c - 'A');
    } else if (c >= 'a' && c <= 'z') {
      value = static_cast<std::uint32_t>(c - 'a' + 26);
    } else if (is_digit(c)) {
      value = static_cast<std::uint32_t>(c - '0' + 52);
    } else if (c == '+' || c == '-') {
      value = 62;
    } else if (c == '/' || c == '_') {
      value = 63;
    } else {
      continue;
    }
    bits = (bits << 6) | value;
    if (++count % 4 == 0) {
      for (const int shift : {16, 8, 0}) bytes += static_cast<char>((bits >> shift) & 0xFF);
      bits = 0;
    }
  }
  if (count % 4 == 3) {
    bytes += static_cast<char>((bits >> 10) & 0xFF);
    bytes += static_cast<char>((bits >> 2) & 0xFF);
  } else if (count % 4 == 2) {
    bytes += static_cast<char>((bits >> 4) & 0xFF);
  }
  return bytes;
}

/// Writes the facts of an answer, or the answer itself if `import` reads it.
void write_answer(const std::string& line, const Origin& origin, FactWriter& writer) {
  const std::vector<OrderFacts> facts = read_answer(line);
  for (const OrderFacts& each : facts) writer.facts("page", each, origin);
  if (facts.empty()) writer.json(line, origin);
}

/// What is recorded of a request.
struct Entry {
  std::string address;
  std::string request_text;
  std::string text;
  std::string encoding;
};

/// An answer of AliExpress about orders, by its address or its content.
bool is_about_orders(const Entry& entry, std::string_view text) {
  for (const std::string_view name : {"buyer.order.list", "buyer.order.detail", "ld.querydetail",
                                      "queryreverseorderpagelist", "ds.order", "tracking.get"}) {
    if (entry.address.find(name) != std::string::npos) return true;
  }
  for (const std::string_view name :
       {"pc_om_list_order", "detail_simple_order_info_component", "trackingDetailLineList",
        "tracking_detail_line_list", "reverseOrderLines", "logistics_info_list"}) {
    if (text.find(name) != std::string_view::npos) return true;
  }
  return false;
}

/// Goes through a HAR file and passes each entry on, so that only one is in memory.
class HarEntries : public json::json_sax_t {
 public:
  HarEntries(FactWriter& writer, Counts& counts) : writer_(writer), counts_(counts) {}

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool string(string_t& value) override {
    if (std::string* place = place_of_text()) *place = std::move(value);
    return true;
  }
  bool start_object(std::size_t) override { return enter(); }
  bool end_object() override {
    leave();
    if (path_.size() == 3 && is_entry()) finish_entry();
    return true;
  }
  bool start_array(std::size_t) override { return enter(); }
  bool end_array() override {
    leave();
    return true;
  }
  bool key(string_t& name) override {
    path_.back() = std::move(name);
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const json::exception& error) override {
    throw Refusal(std::string("it is not a complete HAR file: ") + error.what());
  }

 private:
  bool enter() {
    path_.emplace_back();
    if (path_.size() > 64) throw Refusal("it is nested too deeply for a HAR file");
    return true;
  }
  void leave() { path_.pop_back(); }
  /// Whether the path is that of `log.entries[]`.
  bool is_entry() const { return path_.size() >= 3 && path_[0] == "log" && path_[1] == "entries"; }

  std::string* place_of_text() {
    if (!is_entry() || path_.size() < 5) return nullptr;
    if (path_[3] == "request" && path_.size() == 5 && path_[4] == "url") return &entry_.address;
    if (path_[3] == "request" && path_.size() == 6 && path_[5] == "text")
      return &entry_.request_text;
    if (path_[3] != "response" || path_.size() != 6 || path_[4] != "content") return nullptr;
    if (path_[5] == "text") return &entry_.text;
    return path_[5] == "encoding" ? &entry_.encoding : nullptr;
  }

  void finish_entry() {
    const Entry entry = std::move(entry_);
    entry_ = {};
    ++number_;
    const std::string text = entry.encoding == "base64" ? decoded_base64(entry.text) : entry.text;
    if (text.size() > most_bytes_of_answer || !is_about_orders(entry, text)) {
      ++counts_.skipped["other responses"];
      return;
    }
    const std::string line = on_one_line(without_call(text));
    if (line.empty()) {
      ++counts_.skipped["damaged responses"];
      return;
    }
    LinkedNumbers named;
    add_linked_numbers(entry.address, named);
    add_order_of_request(entry, named);
    ++counts_.read["responses"];
    Origin origin;
    origin.line = number_;
    if (named.orders.size() == 1) origin.order = named.orders.front();
    write_answer(line, origin, writer_);
  }

  /// `data={"tradeOrderId":"819…"}` in the address or in what was sent.
  static void add_order_of_request(const Entry& entry, LinkedNumbers& named) {
    if (!named.orders.empty()) return;
    for (const std::string* text : {&entry.address, &entry.request_text}) {
      const auto at = text->find("radeOrderId");
      if (at == std::string::npos) continue;
      const auto digit = text->find_first_of("123456789", at);
      if (digit == std::string::npos || digit - at > 30) continue;
      // `%22` holds digits of its own: the number is the run that is long enough.
      for (std::size_t i = digit; i < text->size() && i - at < 60;) {
        const std::string_view run = Scanner(std::string_view(*text).substr(i)).take_digits();
        if (is_order_number(run)) {
          named.orders.emplace_back(run);
          return;
        }
        if (run.size() == 18 && run.starts_with("22") && is_order_number(run.substr(2))) {
          named.orders.emplace_back(run.substr(2));
          return;
        }
        i += run.size() + 1;
      }
    }
  }

  FactWriter& writer_;
  Counts& counts_;
  std::vector<std::string> path_;  ///< the key within each open container; empty in arrays
  Entry entry_;
  std::size_t number_ = 0;
};

/// Reads from a descriptor, in blocks.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {}

 protected:
  int_type underflow() override {
    const ssize_t read = ::read(descriptor_, block_.data(), block_.size());
    if (read <= 0) return traits_type::eof();
    setg(block_.data(), block_.data(), block_.data() + read);
    return traits_type::to_int_type(*gptr());
  }

 private:
  int descriptor_;
  std::array<char, 65'536> block_;
};

}  // namespace

void read_answer_file(int descriptor, FactWriter& writer, Counts& counts) {
  const std::string content = whole_content(descriptor, most_bytes_of_answer);
  const std::string line = on_one_line(without_call(content));
  if (line.empty()) throw Refusal("it is not complete JSON");
  ++counts.read["responses"];
  write_answer(line, {}, writer);
}

void read_har_file(int descriptor, FactWriter& writer, Counts& counts) {
  DescriptorBuffer buffer(descriptor);
  std::istream in(&buffer);
  HarEntries entries(writer, counts);
  json::sax_parse(in, &entries);
}

}  // namespace aliprotect
