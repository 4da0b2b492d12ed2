#include "cli/help.h"

#include <algorithm>

#include "cli/usage.h"
#include "cli/version.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

constexpr std::size_t widest_page = 80;
constexpr std::size_t option_width = 30;
constexpr std::size_t narrow_page = 60;  // what an option means stands below it
constexpr std::size_t narrow_option_width = 6;

/// Room for the longest name among the commands of a family, with two blanks on either side.
std::size_t command_width(const CLI::App& family) {
  std::size_t longest = 8;
  for (const CLI::App* each : family.get_subcommands([](const CLI::App*) { return true; })) {
    longest = std::max(longest, each->get_name().size());
  }
  return longest + 4;
}

/// CLI11's own, with the program's terms, within 80 columns, and without its remarks about needs
/// and exclusions.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::size_t width) : width_(std::min(width, widest_page)) {
    column_width(width_ < narrow_page ? narrow_option_width : option_width);
    label("OPTIONS", "options");
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "COMMAND");
    label("SUBCOMMANDS", "COMMAND");
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string type = option->get_type_size() == 0 ? "" : option->get_type_name();
    return type.empty() ? "" : " " + type.substr(0, type.find(':'));
  }
  std::string make_option_desc(const CLI::Option* option) const override {
    const std::size_t room = std::max(width_, narrow_page / 2) - get_column_width();
    std::string text;
    for (const std::string& line : wrapped(option->get_description(), room)) {
      text += (text.empty() ? "" : "\n") + line;
    }
    return text;
  }
  std::string make_subcommand(const CLI::App* command) const override {
    std::string line = "  " + command->get_name();
    line.resize(command_width(*command->get_parent()), ' ');
    return line + command->get_description() + "\n";
  }

 private:
  std::size_t width_;
};

}  // namespace

void set_help_style(CLI::App& program, std::size_t width) {
  program.formatter(std::make_shared<HelpFormatter>(width));
  program.set_help_flag("-h,--help", "this help");
  program.footer(
      "Examples:\n  aliprotect add 3051000000421234 --shipped yesterday --days 45\n"
      "  aliprotect due\n  aliprotect list --json\n\n"
      "The options of a command, with examples: aliprotect COMMAND --help");
  program.set_version_flag(
      "--version", [] { return version_text(); }, "what this program is");
}

std::string help_of(const CLI::App& app) {
  return app.get_formatter()->make_help(&app, full_name(app), CLI::AppFormatMode::Normal);
}

void add_help_command(CLI::App& program, ParsedCommand& chosen) {
  auto words = std::make_shared<std::vector<std::string>>();
  CLI::App* help = program.add_subcommand("help", "The help of a command")->group("Help");
  help->add_option("COMMAND", *words, "the command, or family and command")->type_name("");
  help->callback([words, &program, &chosen] {
    const CLI::App* app = &program;
    for (const std::string& word : *words) {
      const CLI::App* const family = app;
      app = find_command(*family, word);
      if (!app) throw no_such_command(*family, word);
    }
    chosen.run = [app](Context& context) {
      context.out.write(help_of(*app));
      return ExitCode::done;
    };
  });
}

std::vector<std::string> with_help_as_option(std::vector<std::string> words) {
  if (words.empty() || words.front() != "help") return words;
  words.erase(words.begin());
  words.emplace_back("--help");
  return words;
}

bool asks_for_help(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word == "--help" || word == "-h" || word == "--version";
  });
}

}  // namespace aliprotect::cli
