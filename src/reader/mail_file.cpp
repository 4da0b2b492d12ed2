#include "reader/mail_file.h"

#include <gmime/gmime.h>
#include <iconv.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <memory>

#include "aliprotect/time.h"
#include "core/text/split.h"
#include "import/text/mail_subject.h"
#include "import/text/page_text.h"
#include "reader/encoded_words.h"
#include "reader/mail_facts.h"
#include "reader/page_file.h"
#include "reader/refusal.h"

namespace aliprotect {
namespace {

constexpr int deepest = 16;
constexpr std::size_t most_bytes_of_part = std::size_t{16} * 1024 * 1024;
constexpr std::size_t most_parts = 200;
constexpr int most_people = 20;

template <typename Object>
struct Unreferencing {
  void operator()(Object* object) const { g_object_unref(object); }
};
template <typename Object>
using Owned = std::unique_ptr<Object, Unreferencing<Object>>;

std::string text_or_empty(const char* text) { return text ? text : ""; }

/// Returns the address of the first sender.
std::string sender_in(GMimeMessage* message) {
  InternetAddressList* list = g_mime_message_get_from(message);
  InternetAddress* first = list && internet_address_list_length(list) > 0
                               ? internet_address_list_get_address(list, 0)
                               : nullptr;
  if (!first || !INTERNET_ADDRESS_IS_MAILBOX(first)) return {};
  return text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

void add_words(const char* text, std::vector<std::string>& words) {
  for_each_part(bare_words(text_or_empty(text)), " ", [&](std::string_view word) {
    if (word.size() > 1) words.emplace_back(word);
  });
}

void add_people(InternetAddressList* list, std::vector<std::string>& words) {
  const int count = list ? std::min(internet_address_list_length(list), most_people) : 0;
  for (int i = 0; i < count; ++i) {
    InternetAddress* person = internet_address_list_get_address(list, i);
    add_words(internet_address_get_name(person), words);
    if (INTERNET_ADDRESS_IS_MAILBOX(person))
      add_words(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(person)), words);
  }
}

/// Returns the words in the names and addresses of the recipients, and of the person who forwarded
/// the mail.
std::vector<std::string> people_in(GMimeMessage* message, const std::string& from) {
  std::vector<std::string> words;
  add_people(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_TO), words);
  add_people(g_mime_message_get_addresses(message, GMIME_ADDRESS_TYPE_CC), words);
  if (sender_of(from) == Sender::other) add_people(g_mime_message_get_from(message), words);
  return words;
}

std::string date_in(GMimeMessage* message) {
  GDateTime* date = g_mime_message_get_date(message);
  if (!date) return {};
  const Instant at{Seconds(g_date_time_to_unix(date))};
  return first_instant <= at && at <= last_instant ? to_rfc3339(at) : std::string();
}

std::string subject_in(GMimeMessage* message) {
  GMimeHeaderList* headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
  GMimeHeader* header = g_mime_header_list_get_header(headers, "Subject");
  return header ? decode_header(g_mime_header_get_raw_value(header)) : std::string();
}

Mail headers_of(GMimeMessage* message) {
  Mail mail;
  mail.from = sender_in(message);
  mail.people = people_in(message, mail.from);
  mail.subject = subject_in(message).substr(0, 4'000);
  mail.message_id = text_or_empty(g_mime_message_get_message_id(message)).substr(0, 1'000);
  mail.date = date_in(message);
  return mail;
}

/// Passes the decoded content of a part to `take`, in pieces of UTF-8 if its charset is known.
template <typename Take>
void decode(GMimePart* part, const Take& take) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (!content) return;
  GMimeStream* raw = g_mime_data_wrapper_get_stream(content);
  g_mime_stream_reset(raw);
  const Owned<GMimeStream> stream(g_mime_stream_filter_new(raw));
  const auto add = [&](GMimeFilter* filter) {
    if (!filter) return false;
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream.get()), filter);
    g_object_unref(filter);
    return true;
  };
  add(g_mime_filter_basic_new(g_mime_data_wrapper_get_encoding(content), FALSE));
  const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  const bool is_converted = charset && g_ascii_strcasecmp(charset, "utf-8") != 0 &&
                            add(g_mime_filter_charset_new(charset, "utf-8"));
  const bool is_utf8 = is_converted || (charset && g_ascii_strcasecmp(charset, "utf-8") == 0);
  std::array<char, 32'768> block;
  std::size_t size = 0;
  for (;;) {
    const ssize_t read = g_mime_stream_read(stream.get(), block.data(), block.size());
    if (read <= 0) return;
    size += static_cast<std::size_t>(read);
    if (size > most_bytes_of_part) throw Refusal("a part is larger than 16 MiB");
    take(std::string_view(block.data(), static_cast<std::size_t>(read)), is_utf8);
  }
}

void append(VisibleText&& more, VisibleText& text) {
  for (Link& link : more.links) link.line += text.lines.size();
  std::move(more.links.begin(), more.links.end(), std::back_inserter(text.links));
  std::move(more.lines.begin(), more.lines.end(), std::back_inserter(text.lines));
}

VisibleText html_of(GMimePart* part) {
  HtmlText html;
  decode(part, [&](std::string_view piece, bool is_utf8) { html.take(piece, is_utf8); });
  return html.finish();
}

VisibleText plain_of(GMimePart* part) {
  std::string text;
  decode(part, [&](std::string_view piece, bool) { text += piece; });
  return visible_text_of_plain(text);
}

/// Collects the texts of a mail and the mails attached to it.
class Parts {
 public:
  void add(GMimeObject* object, int depth = 0) {
    if (!object || depth > deepest || ++count_ > most_parts) return;
    if (GMIME_IS_MULTIPART(object)) return add_multipart(GMIME_MULTIPART(object), depth);
    if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (message) attached_.push_back(message);
      return;
    }
    if (!GMIME_IS_PART(object)) return;
    GMimeContentType* type = g_mime_object_get_content_type(object);
    if (g_mime_content_type_is_type(type, "text", "html")) html_.push_back(GMIME_PART(object));
    if (g_mime_content_type_is_type(type, "text", "plain")) plain_.push_back(GMIME_PART(object));
  }

  /// Returns the HTML, because it has the links, or else the plain text.
  VisibleText text() const {
    VisibleText text;
    for (GMimePart* part : html_) append(html_of(part), text);
    if (!html_.empty()) return text;
    for (GMimePart* part : plain_) append(plain_of(part), text);
    return text;
  }
  const std::vector<GMimeMessage*>& attached() const { return attached_; }

 private:
  void add_multipart(GMimeMultipart* multipart, int depth) {
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count && count_ <= most_parts; ++i)
      add(g_mime_multipart_get_part(multipart, i), depth + 1);
  }

  std::vector<GMimePart*> html_;
  std::vector<GMimePart*> plain_;
  std::vector<GMimeMessage*> attached_;
  std::size_t count_ = 0;
};

/// Reads mails one by one.
class MailReader {
 public:
  MailReader(FactWriter& writer, Counts& counts) : writer_(writer), counts_(counts) {}

  void read(GMimeMessage* message, std::size_t line, int depth = 0) {
    Mail mail = headers_of(message);
    const Sender sender = sender_of(mail.from);
    if (sender == Sender::offers) {
      ++counts_.skipped["offers"];
      return;
    }
    const bool has_text = sender == Sender::orders || may_be_forwarded(mail);
    Parts parts;
    parts.add(g_mime_message_get_mime_part(message));
    const bool has_attached = depth < 2 && !parts.attached().empty();
    if (!has_text && !has_attached) {
      ++counts_.skipped["other mails"];
      return;
    }
    if (has_attached) {
      for (GMimeMessage* attached : parts.attached()) read(attached, line, depth + 1);
      if (sender == Sender::other) return;
    }
    mail.body = parts.text();
    write(mail, line);
  }

 private:
  void write(const Mail& mail, std::size_t line) {
    const MailReading reading = read_mail(mail);
    if (!reading.is_from_aliexpress) {
      ++counts_.skipped["other mails"];
      return;
    }
    ++counts_.read["mails"];
    if (!reading.unknown_subject.empty() && counts_.unknown_subjects.size() < 1'000)
      ++counts_.unknown_subjects[reading.unknown_subject];
    const Origin origin{.message_id = mail.message_id,
                        .date = mail.date,
                        .subject = mail.subject,
                        .sheet = {},
                        .order = {},
                        .line = line};
    for (const OrderFacts& facts : reading.facts) writer_.facts("mail", facts, origin);
  }

  FactWriter& writer_;
  Counts& counts_;
};

Owned<GMimeStream> stream_of(int descriptor) {
  const int own = ::dup(descriptor);
  if (own < 0) throw Refusal("it cannot be read");
  return Owned<GMimeStream>(g_mime_stream_fs_new(own));
}

Owned<GMimeParser> parser_of(GMimeStream* stream, bool is_mbox) {
  Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream));
  g_mime_parser_set_format(parser.get(), is_mbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
  return parser;
}

}  // namespace

void prepare_mail() {
  g_mime_init();
  static auto& converters =
      *new std::vector<iconv_t>;  // never closed, so that their libraries stay loaded
  for (const char* charset :
       {"iso-8859-1",   "iso-8859-2",   "iso-8859-5",   "iso-8859-7",   "iso-8859-9",
        "iso-8859-15",  "windows-1250", "windows-1251", "windows-1252", "windows-1253",
        "windows-1254", "koi8-r",       "koi8-u",       "gb2312",       "gbk",
        "gb18030",      "big5",         "euc-kr",       "shift_jis",    "iso-2022-jp"}) {
    converters.push_back(iconv_open("utf-8", charset));
  }
}

void read_mail_file(int descriptor, bool is_mbox, FactWriter& writer, Counts& counts) {
  const auto stream = stream_of(descriptor);
  const auto parser = parser_of(stream.get(), is_mbox);
  MailReader reader(writer, counts);
  for (std::size_t number = 1;; ++number) {
    const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) {
      if (number == 1) throw Refusal("it is not a mail, although it begins like one");
      return;
    }
    try {
      reader.read(message.get(), number);
    } catch (const Refusal&) {
      if (!is_mbox) throw;
      ++counts.skipped["mails that are too large"];
    }
    if (!is_mbox || g_mime_parser_eos(parser.get())) return;
  }
}

void read_mhtml_file(int descriptor, FactWriter& writer, Counts& counts) {
  const auto stream = stream_of(descriptor);
  const auto parser = parser_of(stream.get(), false);
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) throw Refusal("it is not a saved page, although it begins like one");
  Parts parts;
  parts.add(g_mime_message_get_mime_part(message.get()));
  write_page(parts.text(), writer, counts);
}

}  // namespace aliprotect
