#include "reader/har_file.h"

#include <glib.h>
#include <unistd.h>

#include <array>
#include <istream>
#include <nlohmann/json.hpp>
#include <streambuf>

#include "core/text/scanner.h"
#include "reader/answer_file.h"
#include "reader/order_links.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

using nlohmann::json;

std::string decoded_base64(std::string text) {
  gsize size = 0;
  if (!text.empty()) g_base64_decode_inplace(text.data(), &size);
  text.resize(size);
  return text;
}

/// The parts of a HAR entry that are needed.
struct Entry {
  std::string address;
  std::string request_text;
  std::string text;
  std::string encoding;
};

/// Whether a response of AliExpress is about orders, judged by its address or content.
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

/// Reads a HAR file and passes on one entry at a time, so that only one is in memory.
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
  bool parse_error(std::size_t position, const std::string&, const json::exception&) override {
    throw Refusal("it is not a complete HAR file: its JSON ends or is invalid at byte " +
                  std::to_string(position));
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
    LinkedNumbers named;
    add_linked_numbers(entry.address, named);
    add_order_of_request(entry, named);
    Origin origin;
    origin.line = number_;
    if (named.orders.size() == 1) origin.order = named.orders.front();
    const bool is_read = write_answer(text, origin, writer_);
    ++(is_read ? counts_.read["responses"] : counts_.skipped["damaged responses"]);
  }

  /// Finds `data={"tradeOrderId":"819…"}` in the address or body of a request.
  static void add_order_of_request(const Entry& entry, LinkedNumbers& named) {
    if (!named.orders.empty()) return;
    for (const std::string* text : {&entry.address, &entry.request_text}) {
      const auto at = text->find("radeOrderId");
      if (at == std::string::npos) continue;
      const auto digit = text->find_first_of("123456789", at);
      if (digit == std::string::npos || digit - at > 30) continue;
      // `%22` contains digits, too; only the order number has enough consecutive ones.
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

void read_har_file(int descriptor, FactWriter& writer, Counts& counts) {
  DescriptorBuffer buffer(descriptor);
  std::istream in(&buffer);
  HarEntries entries(writer, counts);
  json::sax_parse(in, &entries);
}

}  // namespace aliprotect
