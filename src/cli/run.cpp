#include "cli/run.h"

#include <new>
#include <optional>

#include "aliprotect/store.h"
#include "cli/completion.h"
#include "cli/config.h"
#include "cli/help.h"
#include "cli/line_shape.h"
#include "cli/line_stream.h"
#include "cli/parser.h"
#include "cli/paths.h"
#include "cli/progress.h"
#include "cli/settings.h"
#include "cli/usage.h"
#include "cli/version.h"
#include "commands/overview.h"
#include "commands/support/commands.h"
#include "commands/support/context.h"
#include "core/text/shell_word.h"
#include "import/json/policy_json.h"
#include "import/text/page_date.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

/// Returns a word of the command line without the password of a server's address.
std::string without_password(const std::string& word) {
  constexpr std::string_view option = "--db=";
  if (!word.starts_with(option)) return Store::name_of(word);
  return std::string(option) + Store::name_of(word.substr(option.size()));
}

/// Returns the command line as recorded in the log, quoted for a shell.
std::string command_line(const std::vector<std::string>& arguments) {
  std::string line = "aliprotect";
  for (const std::string& word : arguments) line += " " + shell_word(without_password(word));
  return line;
}

/// Refuses a clock outside the range of valid times, because it becomes the time of changes.
Instant checked_clock(Instant clock) {
  if (first_instant <= clock && clock <= last_instant) return clock;
  throw UserError(
      "the clock of this computer is set to a time before 1970 or after 2999; correct it, or "
      "pass --now");
}

Instant instant_of_run(const Environment& environment, const Settings& settings,
                       const std::function<Zone()>& find_zone) {
  const Instant clock = environment.clock();
  if (!settings.now) return checked_clock(clock);
  const Zone zone = typed_date_needs_zone(settings.now->value) ? find_zone() : Zone::utc();
  try {
    return read_typed_date(settings.now->value, Bound::begin, clock, zone).at;
  } catch (const UserError& error) {
    throw usage_error(settings.now->from + ": " + error.what());
  }
}

Zone zone_of_run(const Settings& settings) {
  if (!settings.tz) return Zone::system();
  try {
    return Zone::named(settings.tz->value);
  } catch (const UserError& error) {
    throw usage_error(settings.tz->from + ": " + error.what());
  }
}

bool shows_progress(const Environment& environment, const Settings& settings) {
  return environment.errors_are_on_terminal && !settings.quiet &&
         environment.variable("TERM") != "dumb";
}

std::vector<Source> sources_of(const Environment& environment, const Settings& settings) {
  std::vector<Source> sources = settings.sources;
  for (Source& source : sources) {
    if (source.path) source.path = path_in_config(environment, *source.path);
  }
  return sources;
}

constexpr std::size_t widest_help = 80;

/// The program with the commands that this run may need.
struct Program {
  Command root{nullptr, "aliprotect",
               "Track the deadlines of AliExpress order protection, and see what to do by when"};
  Settings settings;
  std::size_t help_width;

  Program(const Environment& environment, const std::vector<std::string>& words, bool has_sections)
      : help_width(terminal_width(environment).value_or(widest_help)) {
    const bool all = has_sections || asks_for_help(words) || is_among(words, "help") ||
                     is_among(words, "completion");
    add_help_options(root);
    add_global_options(root, settings);
    add_commands(root, [&](std::string_view name) { return all || is_among(words, name); });
    add_completion_command(root);
    add_help_command(root, help_width);
  }
};

/// Returns the context of this run. The store's path and the zone are looked up on first use, but a
/// zone named by --tz or the config file is checked at once.
Context context_of(Program& program, const Command& command,
                   const std::vector<std::string>& arguments, const Environment& environment,
                   const Policies& built_in, Output& out, Progress& progress) {
  Settings& settings = program.settings;
  apply_environment(program.root, environment, settings);
  const std::function<Zone()> find_zone = [&settings] { return zone_of_run(settings); };
  if (settings.tz && settings.tz->from != "$TZ") find_zone();
  const WantedFormat wanted = format_of(program.root, command, settings);
  return Context({.now = instant_of_run(environment, settings, find_zone),
                  .built_in = built_in,
                  .in = environment.in,
                  .out = out,
                  .notes = environment.errors,
                  .style = style_of(program.root, environment, settings),
                  .format = wanted.format,
                  .calendar = wanted.calendar,
                  .quiet = settings.quiet,
                  .currency = settings.currency,
                  .rules = settings.rules,
                  .command_line = command_line(arguments),
                  .version = version_number(),
                  .config_folder = config_folder(environment),
                  .config_file = config_path(environment),
                  .sources = sources_of(environment, settings),
                  .gives_hints = environment.errors_are_on_terminal && !settings.quiet,
                  .find_author = environment.author,
                  .find_zone = find_zone,
                  .find_store = [&] { return store_path(environment, settings); },
                  .make_store_folder =
                      [&settings](const std::string& store) {
                        if (!settings.db) make_folder_for(store);
                      },
                  .show_progress = [&progress](const std::string& text) { progress.show(text); },
                  .run_in_shell = environment.run_in_shell,
                  .find_reader = environment.find_reader});
}

/// Returns the format that decides how lines are shown on a terminal; calendars are handled like
/// CSV.
Format format_shown(const Context& context) {
  return context.calendar ? Format::csv : context.format;
}

constexpr auto no_memory = "out of memory; close other programs, or raise the limit (ulimit -v)";

/// Appends what was done to the message about failed output.
std::string with_what_is_done(const std::string& sentence, const Context& context) {
  return context.done().empty() ? sentence : sentence + "; " + context.done();
}

/// Names the config file instead of the option if the file set the value that is wrong.
std::string with_config_line(const std::string& sentence, const Command& command,
                             const std::string& config) {
  for (const Option& option : command.options) {
    if (option.given || option.config_line == 0 || !sentence.starts_with(option.name + ":"))
      continue;
    return config + ": line " + std::to_string(option.config_line) + ": " + sentence.substr(2);
  }
  return sentence;
}

ExitCode run_command(Program& program, const Command& command,
                     const std::vector<std::string>& arguments, const Environment& environment,
                     Output& out) {
  const Policies built_in = built_in_policies();
  Progress progress(environment, shows_progress(environment, program.settings));
  Context context = context_of(program, command, arguments, environment, built_in, out, progress);
  out.shape_lines(shape_of_results(environment, format_shown(context), command.keeps_lines));
  try {
    const ExitCode code = command.run ? command.run(context) : run_overview(context);
    out.flush();
    context.say_warnings();
    return code;
  } catch (const UserError& error) {
    const std::string sentence = with_config_line(error.what(), command, context.config_file);
    throw UserError(with_what_is_done(sentence, context), error.code());
  } catch (const StoreError& error) {
    throw StoreError(with_what_is_done(error.what(), context));
  } catch (const std::bad_alloc&) {
    throw UserError(with_what_is_done(no_memory, context));
  }
}

/// Parses the command line and runs the command.
ExitCode parse_and_run(const std::vector<std::string>& arguments, const Environment& environment,
                       Output& out) {
  const std::vector<std::string> words = with_help_as_option(arguments);
  const std::string config = config_path(environment);
  Program program(environment, words, has_config(config));
  if (!asks_for_help(words)) apply_config(program.root, program.settings, config);
  const ParsedCommand parsed = parse(program.root, words);
  switch (parsed.answer) {
    case ParsedCommand::Answer::help:
      out.write(help_of(parsed.command, program.help_width));
      return ExitCode::done;
    case ParsedCommand::Answer::version:
      out.write(version_text());
      return ExitCode::done;
    case ParsedCommand::Answer::run:
      break;
  }
  return run_command(program, parsed.command, arguments, environment, out);
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, Environment environment) {
  std::optional<LineStream> errors;
  if (const Output::Shape shape = shape_of_errors(environment))
    environment.errors = errors.emplace(environment.errors, shape);
  Output out(environment.out);
  out.shape_lines(shape_of_words(environment));
  const auto report = [&](const std::string& sentence, ExitCode code) {
    environment.errors.get() << "aliprotect: " << message_text(sentence) << std::endl;
    return code;
  };
  try {
    const ExitCode code = parse_and_run(arguments, environment, out);
    out.flush();
    return code;
  } catch (const OutputClosed&) {
    return ExitCode::done;
  } catch (const UserError& error) {
    return report(error.what(), error.code());
  } catch (const StoreError& error) {
    return report(error.what(), ExitCode::store);
  } catch (const std::bad_alloc&) {
    return report(no_memory, ExitCode::not_done);
  } catch (const std::exception& error) {
    return report(
        std::string("this is a bug: ") + error.what() +
            "; please report it with the command line and the output of `aliprotect --version`",
        ExitCode::bug);
  }
}

}  // namespace aliprotect::cli
