#include "cli/paths.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "aliprotect/error.h"
#include "platform/sync_folder.h"
#include "render/text.h"

namespace aliprotect::cli {
namespace {

std::optional<std::string> absolute(const Environment& environment, const std::string& name) {
  const auto path = environment.variable(name);
  return path && path->starts_with('/') ? path : std::nullopt;
}

/// Returns an XDG base folder: the variable's if it is absolute, otherwise the one below the home
/// folder, or an empty string without a home folder.
std::string base_folder(const Environment& environment, const std::string& variable,
                        const std::string& below_home) {
  if (const auto folder = absolute(environment, variable)) return *folder;
  const auto home = absolute(environment, "HOME");
  return home ? *home + "/" + below_home : std::string();
}

}  // namespace

std::string default_store_path(const Environment& environment) {
  const std::string base = base_folder(environment, "XDG_DATA_HOME", ".local/share");
  if (base.empty()) {
    throw UserError(
        "HOME is not set, so the store has no default path; pass --db FILE or set "
        "$ALIPROTECT_DB",
        ExitCode::store);
  }
  return base + "/aliprotect/orders.db";
}

std::string config_folder(const Environment& environment) {
  const std::string base = base_folder(environment, "XDG_CONFIG_HOME", ".config");
  return base.empty() ? base : base + "/aliprotect";
}

std::string config_path(const Environment& environment) {
  const std::string folder = config_folder(environment);
  return folder.empty() ? folder : folder + "/config.toml";
}

std::string path_in_config(const Environment& environment, const std::string& path) {
  if (path.starts_with('/')) return path;
  if (path != "~" && !path.starts_with("~/")) return config_folder(environment) + "/" + path;
  const auto home = absolute(environment, "HOME");
  if (!home) throw usage_error("HOME is not set, so " + printable(path) + " has no meaning");
  return *home + path.substr(1);
}

void make_folder_for(const std::string& store_path) {
  const auto folder = std::filesystem::path(store_path).parent_path();
  std::error_code unknown;
  if (folder.empty() || std::filesystem::exists(folder, unknown)) return;
  make_folder_for(folder.string());
  // Another process may have created the folder just now without having synced it yet.
  int error = ::mkdir(folder.c_str(), 0700) == 0 || errno == EEXIST ? 0 : errno;
  if (error == 0) error = sync_folder_of(folder.string());
  if (error == 0) return;
  throw StoreError("cannot create the folder " + printable(folder.string()) + ": " +
                   std::strerror(error) + "; use another file with --db");
}

}  // namespace aliprotect::cli
