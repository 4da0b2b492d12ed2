// The config file, read by a complete run of the program.
#include <filesystem>

#include "fuzz/target.h"
#include "render/text.h"
#include "support/program.h"
#include "support/store_fixture.h"

namespace aliprotect::fuzz {

void try_input(std::string_view input) {
  static const testing::TempDir folder;
  static const std::string file = folder / "aliprotect/config.toml";
  std::filesystem::create_directories(folder / "aliprotect");
  testing::write_bytes(file, std::string(input));
  testing::World world;
  world.variables = {{"XDG_CONFIG_HOME", folder.path()}, {"ALIPROTECT_DB", folder / "orders.db"}};
  const testing::Outcome outcome = testing::run_program({"due"}, world);
  expect(outcome.code != ExitCode::bug, outcome.errors);
  expect(outcome.code != ExitCode::store, "settings do not damage the store");
  const std::string_view lines = outcome.errors;
  for (std::size_t at = 0, end = 0; (end = lines.find('\n', at)) != lines.npos; at = end + 1)
    expect(printable(lines.substr(at, end - at)) == lines.substr(at, end - at),
           "messages are safe on a terminal");
}

}  // namespace aliprotect::fuzz
