#include "cli/completion.h"

#include <algorithm>

#include "cli/completion_scripts.h"
#include "commands/support/words.h"
#include "core/embedded.h"

namespace aliprotect {

/// Returns the files of data/completion.
std::span<const EmbeddedFile> completion_files();

}  // namespace aliprotect

namespace aliprotect::cli {
namespace {

struct Shell {
  const char* name;
  std::string (*script)(const std::vector<CommandGrammar>& grammar);
};

constexpr Shell shells[] = {
    {"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}};

}  // namespace

std::string completion_part(const std::string& file) {
  const auto files = completion_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const EmbeddedFile& each) { return each.name == file; });
  return std::string(found->text);
}

void add_completion_command(Command& program) {
  auto name = std::make_shared<std::string>();
  Command& completion =
      program.commands.emplace_back(&program, "completion", "Print a shell completion script");
  completion.heading = "Help";
  add_argument(completion, "SHELL", *name, "bash, zsh or fish").type =
      type_of_words("", names_of(shells));
  completion.keeps_lines = true;
  completion.run = [name, &program](Context& context) {
    const Shell& shell = row_named(shells, "completion", *name, "shell");
    context.out.write(shell.script(grammar_of(program)));
    return ExitCode::done;
  };
  add_examples(completion,
               {"source <(aliprotect completion bash)", "aliprotect completion fish | source"});
}

}  // namespace aliprotect::cli
