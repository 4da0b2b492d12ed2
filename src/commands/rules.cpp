#include "commands/rules.h"

#include "commands/support/command.h"
#include "core/text/csv_cell.h"
#include "export/policy_json.h"
#include "render/object_list.h"
#include "render/table.h"
#include "render/text.h"

namespace aliprotect {
namespace {

struct ListOptions {};
struct ShowOptions {
  std::string name;
};

std::string format_days(std::optional<Days> days, const char* none) {
  return days ? std::to_string(days->count()) + " d" : none;
}

struct Line {
  const char* label;
  std::string (*text)(const Policy& policy);
};

/// The lines of `rules show`; aliprotect-rules(7), "RULE SETS", explains them.
constexpr Line lines[] = {
    {"era", [](const Policy& policy) { return policy.era; }},
    {"source", [](const Policy& policy) { return policy.source; }},
    {"dispute opens",
     [](const Policy& policy) {
       return format_days(policy.dispute_opens, "") + " after shipment";
     }},
    {"short promise",
     [](const Policy& policy) {
       return "opens at once if delivery is promised within " +
              format_days(policy.short_promise, "");
     }},
    {"dispute ends",
     [](const Policy& policy) {
       return policy.dispute_after_completion == Days{0}
                  ? std::string("when protection closes")
                  : format_days(policy.dispute_after_completion, "") + " after completion";
     }},
    {"delivery",
     [](const Policy& policy) {
       if (!policy.completes_after_delivery) return std::string("does not complete the order");
       return *policy.completes_after_delivery == Days{0}
                  ? std::string("completes the order")
                  : "completes the order after " + format_days(policy.completes_after_delivery, "");
     }},
    {"not received",
     [](const Policy& policy) {
       return policy.not_received_opens == NotReceivedOpens::shipment
                  ? std::string("opens after shipment, as above")
                  : std::string("opens at the guaranteed date if the parcels can be tracked");
     }},
    {"without tracking",
     [](const Policy& policy) {
       return policy.no_tracking
                  ? "ask the seller " + format_days(policy.no_tracking, "") + " after the order"
                  : std::string("no limit");
     }},
    {"return",
     [](const Policy& policy) {
       return policy.return_ship
                  ? "within " + format_days(policy.return_ship, "") + " of the agreement"
                  : std::string("no default limit");
     }},
    {"chargeback",
     [](const Policy& policy) {
       return policy.chargeback
                  ? "until " + format_days(policy.chargeback, "") + " after the guaranteed date"
                  : std::string("none");
     }},
    {"escalation opens",
     [](const Policy& policy) {
       return policy.escalation_opens
                  ? format_days(policy.escalation_opens, "") + " after the dispute"
                  : std::string("only automatically");
     }},
    {"auto-escalation",
     [](const Policy& policy) {
       return format_days(policy.auto_escalates, "") + " after the dispute";
     }},
    {"reason can change",
     [](const Policy& policy) {
       return policy.reason_change
                  ? "until " + format_days(policy.reason_change, "") + " after delivery"
                  : std::string("any time while the dispute is open");
     }},
    {"seller must answer",
     [](const Policy& policy) {
       return policy.seller_answers
                  ? "within " + format_days(policy.seller_answers, "") + "; silence means a refund"
                  : std::string("no limit");
     }},
    {"reminder mail",
     [](const Policy& policy) {
       return std::to_string(policy.reminder_from.count()) + " to " +
              format_days(policy.reminder_until, "") + " before protection closes";
     }},
    {"extension advised",
     [](const Policy& policy) {
       return std::to_string(policy.extension_from.count()) + " to " +
              format_days(policy.extension_until, "") + " before protection closes";
     }},
    {"longest protection",
     [](const Policy& policy) {
       return format_days(policy.longest_protection, "") + " from " +
              (policy.longest_protection_from == ProtectionStart::ordered ? "the order date"
                                                                          : "shipment");
     }},
};

/// Returns the number of orders per rule set; empty if there is no store.
std::map<std::string, std::size_t> counts_of(Context& context) {
  Store* store = context.existing_store();
  return store ? store->orders_by_rules() : std::map<std::string, std::size_t>{};
}

void print_list_table(Context& context) {
  const auto counts = counts_of(context);
  Table table(
      {{"NAME"}, {"ORDERS", true}, {"KIND"}, {"ERA", false, 0, 2, true}, {"SOURCE", false, 0, 1}},
      context.style, context.out);
  for (const Policy& policy : context.policies().all()) {
    const auto count = counts.find(policy.name);
    table.add({{printable(policy.name)},
               {std::to_string(count == counts.end() ? 0 : count->second)},
               {is_built_in(context, policy.name) ? "built in" : "yours"},
               {printable(policy.era)},
               {printable(policy.source)}});
  }
  table.end();
}

void print_csv(Context& context, const std::vector<const Policy*>& policies) {
  const auto counts = counts_of(context);
  context.out.with([&](std::string& text) {
    text += "name,era,source,built_in,orders\n";
    for (const Policy* policy : policies) {
      const auto count = counts.find(policy->name);
      append_csv_cell(text, policy->name);
      text += ',';
      append_csv_cell(text, policy->era);
      text += ',';
      append_csv_cell(text, policy->source);
      text += is_built_in(context, policy->name) ? ",true," : ",false,";
      text += std::to_string(count == counts.end() ? 0 : count->second) + '\n';
    }
  });
}

void append_json(std::string& text, const Policy* policy) { write_policy_json(text, *policy); }

ExitCode run_list(const ListOptions&, Context& context) {
  std::vector<const Policy*> policies;
  for (const Policy& policy : context.policies().all()) policies.push_back(&policy);
  switch (context.format) {
    case Format::table:
      print_list_table(context);
      break;
    case Format::json:
    case Format::jsonl:
      print_objects(context.format, policies, append_json, context.out);
      break;
    case Format::csv:
      print_csv(context, policies);
      break;
    case Format::ids:
      for (const Policy* policy : policies) context.out.write(policy->name + "\n");
      break;
  }
  return ExitCode::done;
}

/// Leaves two columns between the longest label and the values.
constexpr std::size_t label_width = 20;

void print_page(Context& context, const Policy& policy) {
  context.out.write(context.style.paint("Rule set " + printable(policy.name), Tint::strong) + "\n");
  for (const Line& line : lines) {
    const std::string label = line.label;
    context.out.write("  " + context.style.paint(label, Tint::faint) +
                      std::string(label_width - label.size(), ' ') + printable(line.text(policy)) +
                      "\n");
  }
}

ExitCode run_show(const ShowOptions& options, Context& context) {
  print_rule_set(context, context.policies().at(options.name));
  return ExitCode::done;
}

}  // namespace

void print_rule_set(Context& context, const Policy& policy) {
  switch (context.format) {
    case Format::table:
      print_page(context, policy);
      break;
    case Format::json:
    case Format::jsonl:
      print_objects(Format::jsonl, std::vector<const Policy*>{&policy}, append_json, context.out);
      break;
    case Format::csv:
      print_csv(context, {&policy});
      break;
    case Format::ids:
      context.out.write(policy.name + "\n");
      break;
  }
}

bool is_built_in(Context& context, const std::string& rules) {
  const Policy* built_in = context.built_in.find(rules);
  const Policy* known = context.policies().find(rules);
  return built_in && known && *known == *built_in;
}

void register_rules(Command& program) {
  Command& rules = add_family(program, "rules", "Manage rule sets");
  Command& list = add_command<ListOptions>(
      rules, "list", "List the rule sets", [](Command&, ListOptions&) {}, run_list);
  add_examples(list, {"aliprotect rules list"});
  Command& show = add_command<ShowOptions>(
      rules, "show", "Show the day counts of one rule set",
      [](Command& command, ShowOptions& options) {
        add_argument(command, "NAME", options.name, "name of the rule set");
      },
      run_show);
  add_examples(show, {"aliprotect rules show aliexpress-2016",
                      "aliprotect rules show aliexpress-2023 --json"});
  add_rules_use(rules);
  add_own_rules(rules);
  add_examples(rules, {"aliprotect rules list", "aliprotect rules show aliexpress-2016",
                       "aliprotect rules add my-market.json"});
}

}  // namespace aliprotect
