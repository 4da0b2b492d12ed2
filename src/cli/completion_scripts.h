#pragma once

#include <string>
#include <vector>

#include "cli/completion_grammar.h"

namespace aliprotect::cli {

std::string bash_completion(const std::vector<CommandGrammar>& grammar);
std::string zsh_completion(const std::vector<CommandGrammar>& grammar);
std::string fish_completion(const std::vector<CommandGrammar>& grammar);

/// Returns the text of a file of data/completion.
std::string completion_part(const std::string& file);

}  // namespace aliprotect::cli
