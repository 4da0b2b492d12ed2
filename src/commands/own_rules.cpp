#include "commands/rules.h"
#include "commands/support/field_words.h"
#include "commands/support/input_file.h"
#include "import/json/policy_json.h"
#include "render/phrases.h"
#include "render/text.h"

namespace aliprotect {
namespace {

Policy read_file(Context& context, const std::string& file) {
  refuse_empty_name("rules add", file);
  const std::string name = file == "-" ? "standard input" : printable(file);
  std::string text;
  if (file == "-") {
    text = read_short_text(context.in, name);
  } else {
    std::ifstream in = open_input(file);
    text = read_short_text(in, name);
  }
  try {
    return read_policy(text);
  } catch (const UserError& error) {
    throw UserError(name + ": " + error.what());
  }
}

void refuse_built_in(Context& context, const std::string& rules) {
  if (!is_built_in(context, rules)) return;
  throw UserError("rule set " + rules +
                  " is built in and cannot be changed; add your own under another name");
}

struct AddOptions {
  std::string file;
};

/// Returns `added rule set my-market` or `changed rule set my-market: …; applies to 3 orders`.
std::string format_rules_change(Context& context, const Difference<Policy>& difference) {
  const std::string name = "rule set " + difference.after->name;
  if (!difference.before) return "added " + name;
  if (difference.before == difference.after) return name + " is unchanged";
  const std::size_t orders = context.store_to_read()->orders_by_rules()[difference.after->name];
  std::string text = "changed " + name + ": " + format_changes(changed_fields(difference));
  if (orders > 0) text += "; applies to " + format_count(orders, "order");
  return text;
}

ExitCode run_add(const AddOptions& options, Context& context) {
  const Policy policy = read_file(context, options.file);
  refuse_built_in(context, policy.name);
  Difference<Policy> difference{std::nullopt, policy};
  context.record([&](Changes& changes) {
    if (const Policy* known = context.policies().find(policy.name)) difference.before = *known;
    changes.set_rules(policy);
  });
  if (context.quiet) return ExitCode::done;
  if (context.format == Format::table) {
    context.out.write(format_rules_change(context, difference) + "\n");
  } else {
    print_rule_set(context, policy);
  }
  return ExitCode::done;
}

struct RemoveOptions {
  std::string name;
};

ExitCode run_remove(const RemoveOptions& options, Context& context) {
  const Policy policy = context.policies().at(options.name);
  refuse_built_in(context, policy.name);
  context.record([&](Changes& changes) { changes.remove_rules(policy.name); });
  if (context.quiet) return ExitCode::done;
  if (context.format == Format::table) {
    context.out.write("removed rule set " + policy.name + "\n");
  } else {
    print_rule_set(context, policy);
  }
  return ExitCode::done;
}

}  // namespace

void add_own_rules(Command& rules) {
  Command& add = add_command<AddOptions>(
      rules, "add", "Add or change your own rule set",
      [](Command& command, AddOptions& options) {
        add_argument(command, "FILE", options.file,
                     "a rule set as printed by `rules show NAME --json`; - is stdin");
      },
      run_add);
  add_examples(add, {"aliprotect rules show aliexpress-2016 --json > my-market.json",
                     "aliprotect rules add my-market.json"});
  Command& remove = add_command<RemoveOptions>(
      rules, "remove", "Delete your own rule set if no order uses it",
      [](Command& command, RemoveOptions& options) {
        add_argument(command, "NAME", options.name, "name of the rule set");
      },
      run_remove);
  add_examples(remove, {"aliprotect rules remove my-market"});
}

}  // namespace aliprotect
