#include <algorithm>
#include <filesystem>

#include "commands/support/command.h"
#include "export/json_writer.h"
#include "render/text.h"

namespace aliprotect {
namespace {

using State = Finding::State;

struct Options {};

struct CheckResult {
  CheckReport store;
  std::vector<Finding> environment;  ///< findings about settings, templates, version and zone
  std::optional<std::string> zone;   ///< none if it is unknown
};

std::string_view word(State state) {
  switch (state) {
    case State::ok:
      return "ok";
    case State::note:
      return "note";
    case State::bad:
      return "BAD";
  }
  return {};
}

Tint tint(State state) {
  switch (state) {
    case State::ok:
      return Tint::plain;
    case State::note:
      return Tint::yellow;
    case State::bad:
      return Tint::red;
  }
  return Tint::plain;
}

std::string settings_file(const Context& context) { return context.config_folder + "/config.toml"; }
std::string templates_folder(const Context& context) {
  return context.config_folder + "/templates";
}

/// The config file or the templates folder. Either may be missing.
Finding check_path(const Context& context, const char* about, const std::string& path) {
  if (context.config_folder.empty()) return {State::note, about, "HOME is not set", {}};
  std::error_code unknown;
  const bool exists = std::filesystem::exists(path, unknown);
  return {State::ok, about, path + (exists ? "" : ": does not exist"), {}};
}

Finding check_zone(Context& context, std::optional<std::string>& zone) {
  try {
    zone = context.zone().name();
    Zone::named("Europe/London");  // so that the zone database is checked for any zone
    return {State::ok, "zone", *zone, {}};
  } catch (const UserError& error) {
    return {State::bad, "zone", error.what(), {}};
  }
}

/// Compares the clocks, because each command uses that of its own computer.
Finding check_clock(Context& context, Instant server) {
  constexpr Seconds tolerance{30};
  const Seconds difference = std::max(context.now, server) - std::min(context.now, server);
  if (difference <= tolerance) return {State::ok, "clock", "the same as the server's", {}};
  return {State::note,
          "clock",
          "differs from the server's by " + std::to_string(difference.count()) + " s",
          {}};
}

CheckResult run_checks(Context& context) {
  CheckResult checked;
  checked.store = Store::check(context.store_path(), context.built_in);
  if (checked.store.server_clock) {
    checked.store.findings.push_back(check_clock(context, *checked.store.server_clock));
  }
  checked.environment = {
      check_path(context, "settings", settings_file(context)),
      check_path(context, "templates", templates_folder(context)),
      {State::ok, "program", context.version + ", " + Store::engine(), {}},
      check_zone(context, checked.zone),
  };
  return checked;
}

std::vector<Finding> all_findings(const CheckResult& checked) {
  std::vector<Finding> all = checked.store.findings;
  all.insert(all.end(), checked.environment.begin(), checked.environment.end());
  return all;
}

bool any_bad(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.state == State::bad; });
}

std::string padded(std::string_view text, std::size_t width) {
  return std::string(text) + std::string(width - text.size(), ' ');
}

/// What to do about each problem, once per subject.
std::string remedies(const std::vector<Finding>& findings) {
  std::string text;
  std::string last;
  for (const Finding& finding : findings) {
    if (finding.remedy.empty() || finding.about == last) continue;
    last = finding.about;
    text += "What to do about " + last + ": " + printable(finding.remedy) + "\n";
  }
  return text;
}

void print_lines(Context& context, const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (context.quiet && finding.state != State::bad) continue;
    context.out.write(context.style.paint(padded(word(finding.state), 5), tint(finding.state)) +
                      padded(finding.about, 11) + printable(finding.text) + "\n");
  }
  context.out.write(remedies(findings));
}

void put_text(JsonWriter& json, std::string_view key, const std::string& text) {
  json.key(key);
  text.empty() ? json.null() : json.value(text);
}

void put_findings(JsonWriter& json, const std::vector<Finding>& findings) {
  json.key("findings").begin_array();
  for (const Finding& finding : findings) {
    json.begin_object();
    json.key("state").value(finding.state == State::bad ? "bad" : word(finding.state));
    json.key("about").value(finding.about);
    json.key("text").value(finding.text);
    put_text(json, "remedy", finding.remedy);
    json.end_object();
  }
  json.end_array();
}

void print_json(Context& context, const CheckResult& checked) {
  const std::vector<Finding> findings = all_findings(checked);
  const bool has_home = !context.config_folder.empty();
  context.out.with([&](std::string& text) {
    JsonWriter json(text);
    json.begin_object();
    json.key("well").value(!any_bad(findings));
    json.key("store").value(context.store_name());
    put_text(json, "settings", has_home ? settings_file(context) : std::string());
    put_text(json, "templates", has_home ? templates_folder(context) : std::string());
    json.key("program").value(context.version);
    json.key("engine").value(Store::engine());
    json.key("schema");
    checked.store.schema ? json.value(std::int64_t{*checked.store.schema}) : json.null();
    put_text(json, "zone", checked.zone.value_or(""));
    put_findings(json, findings);
    json.end_object();
    text += '\n';
  });
}

ExitCode run(const Options&, Context& context) {
  const bool as_json = context.format != Format::table;
  const CheckResult checked = run_checks(context);
  if (as_json) {
    print_json(context, checked);
  } else {
    print_lines(context, all_findings(checked));
  }
  if (any_bad(checked.store.findings)) return ExitCode::store;
  return any_bad(checked.environment) ? ExitCode::not_done : ExitCode::done;
}

constexpr auto words =
    "It changes nothing. Lines that begin with BAD describe a problem, and the last\n"
    "lines say what to do; with --quiet, only these are printed. Exit status 5\n"
    "means that the store is damaged or cannot be used, 1 that its environment has\n"
    "a problem.\n\n";

}  // namespace

void register_check(Command& program) {
  Command& command = add_command<Options>(
      program, "check", "Check the store and its environment for problems",
      [](Command&, Options&) {}, run);
  take_formats(command, {"table", "json", "jsonl"});
  add_examples(command, {"aliprotect check", "aliprotect check --quiet",
                         "aliprotect --db orders-copy.db check --json"});
  command.notes = words;
}

}  // namespace aliprotect
