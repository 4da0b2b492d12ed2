#include "commands/support/import_inputs.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "aliprotect/error.h"
#include "core/text/scanner.h"
#include "render/text.h"

namespace aliprotect {

namespace fs = std::filesystem;

namespace {

UserError cannot_read(const std::string& folder, const std::error_code& error) {
  return UserError(printable(folder) + ": the folder cannot be read: " + error.message());
}

void add_files_below(const std::string& folder, std::vector<ImportInput>& inputs) {
  std::vector<std::string> names;
  for_each_file_below(folder, [&](const std::string& file) { names.push_back(file); });
  std::sort(names.begin(), names.end());
  for (std::string& name : names) inputs.push_back({std::move(name), true});
}

}  // namespace

void for_each_file_below(const std::string& folder,
                         const std::function<void(const std::string& file)>& visit) {
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unknown;
    const bool is_folder = entry->is_directory(unknown);
    if (is_folder && entry->path().filename() == "tmp") entry.disable_recursion_pending();
    if (!is_folder && entry->is_regular_file(unknown)) visit(entry->path().native());
  }
  if (error) throw cannot_read(folder, error);
}

std::vector<ImportInput> import_inputs(const std::vector<std::string>& names) {
  std::vector<ImportInput> inputs;
  for (const std::string& name : names) {
    std::error_code unknown;
    if (name != "-" && fs::is_directory(name, unknown)) {
      add_files_below(name, inputs);
    } else {
      inputs.push_back({name, false});
    }
  }
  return inputs;
}

bool has_table_name(const std::string& name) {
  constexpr std::string_view endings[] = {".csv", ".tsv", ".json", ".jsonl", ".txt"};
  return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view ending) {
    return name.size() > ending.size() &&
           same_word(std::string_view(name).substr(name.size() - ending.size()), ending);
  });
}

}  // namespace aliprotect
