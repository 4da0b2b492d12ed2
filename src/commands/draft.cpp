#include <algorithm>
#include <limits>

#include "commands/support/assessed.h"
#include "commands/support/change.h"
#include "commands/support/input_file.h"
#include "commands/support/orders.h"
#include "export/json_writer.h"
#include "render/draft_fields.h"
#include "render/draft_message.h"
#include "render/object_list.h"
#include "render/phrases.h"

namespace aliprotect {
namespace {

struct Options {
  Draft kind{};
  std::vector<std::string> orders;
  std::optional<std::string> width;
};

struct Message {
  std::string order;  ///< the order number
  std::string text;
};

/// Width 0 prints each paragraph as one line.
std::size_t read_width(const Context& context, const std::optional<std::string>& text) {
  constexpr std::size_t usual = 72;
  const bool for_people = context.format == Format::table;
  if (!text) return for_people ? std::min(usual, context.style.width.value_or(usual)) : usual;
  const auto width = static_cast<std::size_t>(read_number("--width", *text, 0, 1'000));
  return width == 0 ? std::numeric_limits<std::size_t>::max() : width;
}

/// The user's own template if there is one, otherwise the built-in one.
Template template_of(const Context& context, Draft kind) {
  const std::string path = context.config_folder + "/templates/" + template_file(kind);
  if (context.config_folder.empty()) return built_in_template(kind);
  const auto text = read_config_file(path);
  return text ? Template{path, *text} : built_in_template(kind);
}

void warn_before_sending(Context& context, Draft kind, const AssessedOrder& of) {
  const std::string order = "order " + name_of(of.order) + ": ";
  if (const auto early_or_late = check_draft_timing(kind, of)) {
    context.warn(order + format_refusal(context, *early_or_late));
  }
  const bool is_about_goods = kind == Draft::dispute || kind == Draft::escalation;
  if (is_about_goods && quotes_notes(of)) {
    context.warn(order + "the draft quotes your notes since the delivery; remove anything private");
  }
}

/// Returns the messages of all orders; throws UserError if one cannot be written.
std::vector<Message> written(Context& context, const Options& options, std::size_t width) {
  const std::vector<OrderRef> refs = read_orders(context, options.orders);
  Store* store = context.store_to_read();
  if (!store || refs.empty()) return {};
  const std::vector<Order> orders = orders_named(*store, refs);
  const Template from = template_of(context, options.kind);
  std::vector<Message> messages;
  for (const Order& order : orders) {
    const AssessedOrder of = assessed(context, order);
    unless_refused(context, order, check_draft(options.kind, of), false);
    messages.push_back({order.number.text(), draft_message(from, of, context.zone(), width)});
    if (messages.back().text.empty()) {
      throw UserError(from.name + ": the message about order " + name_of(order) +
                      " is empty; add text to the template");
    }
    warn_before_sending(context, options.kind, of);
  }
  return messages;
}

void append_json(std::string& text, Draft kind, const Message& message) {
  JsonWriter json(text);
  json.begin_object();
  json.key("kind").value(to_string(kind));
  json.key("order").value(message.order);
  json.key("text").value(message.text);
  json.end_object();
}

void print_texts(Context& context, const std::vector<Message>& messages) {
  const char* before = "";
  for (const Message& message : messages) {
    context.out.write(before + message.text + "\n");
    before = "\n";
  }
}

ExitCode run(const Options& options, Context& context) {
  const std::vector<Message> messages =
      written(context, options, read_width(context, options.width));
  if (context.format == Format::table) {
    print_texts(context, messages);
    return ExitCode::done;
  }
  const bool is_one = context.format == Format::json && messages.size() == 1;
  print_objects(
      is_one ? Format::jsonl : context.format, messages,
      [&](std::string& text, const Message& message) { append_json(text, options.kind, message); },
      context.out);
  return ExitCode::done;
}

void add_draft(Command& draft, Draft kind, const std::string& name, const std::string& purpose,
               std::initializer_list<const char*> examples) {
  Command& command = add_command<Options>(
      draft, name, purpose,
      [kind](Command& writing, Options& options) {
        options.kind = kind;
        add_orders(writing, options.orders);
        add_value(writing, "--width", options.width,
                  "line width in columns; 0 does not wrap lines [72]", "N");
      },
      run);
  command.keeps_lines = true;
  take_formats(command, {"table", "json", "jsonl"});
  add_examples(command, examples);
}

}  // namespace

void register_draft(Command& program) {
  Command& draft = add_family(program, "draft", "Write a message from the recorded facts");
  add_draft(draft, Draft::extension, "extension", "Ask the seller for more time",
            {"aliprotect draft extension 3", "aliprotect draft extension 3 4 --width 0"});
  add_draft(draft, Draft::dispute, "dispute", "Describe a dispute, open or to be opened",
            {"aliprotect draft dispute 3", "aliprotect draft dispute 3 --json"});
  add_draft(draft, Draft::escalation, "escalation", "Describe a dispute to the case team",
            {"aliprotect draft escalation 3", "aliprotect draft escalation 3 --width 60"});
  add_draft(draft, Draft::return_address, "return-address",
            "Ask the seller where to send the goods",
            {"aliprotect draft return-address 3", "aliprotect draft return-address 3 --json"});
  add_examples(draft, {"aliprotect draft extension 3", "aliprotect draft dispute 3 --width 0"});
}

}  // namespace aliprotect
