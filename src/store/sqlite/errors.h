#pragma once

#include <SQLiteCpp/Exception.h>

#include <string>
#include <string_view>

#include "aliprotect/error.h"
#include "store/sqlite/sqlite_database.h"

namespace aliprotect::store {

/// Returns SQLite's error on the store at `path` as one sentence: the path, the cause, what to do.
StoreError store_error(const std::string& path, const SQLite::Exception& failure);

/// The same for a system error; `error_number` is an errno.
StoreError file_error(const std::string& path, int error_number);

/// Returns one line on how to recover data from a damaged store.
std::string salvage_advice(const std::string& path);

/// Returns a path quoted for the shell; it is never taken for an option.
std::string shell_path(const std::string& path);

/// Whether `failure` means that the file is damaged, not that it is unavailable.
bool is_damage(const SQLite::Exception& failure);

/// Whether `failure` means that the file at `path` or its folder cannot be written.
bool is_write_refusal(const std::string& path, const SQLite::Exception& failure);

/// Runs `steps` on the store at `path`. Turns a SQLite::Exception or a DbError into a StoreError.
template <typename Steps>
auto translate_errors(const std::string& path, const Steps& steps) {
  try {
    return steps();
  } catch (const SQLite::Exception& failure) {
    throw store_error(path, failure);
  } catch (const DbError& error) {
    throw store_error(path, sqlite_failure(error));
  }
}

}  // namespace aliprotect::store
