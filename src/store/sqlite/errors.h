#pragma once

#include <SQLiteCpp/Exception.h>

#include <string>
#include <string_view>

#include "aliprotect/error.h"

namespace aliprotect::store {

/// What SQLite reports about the store at `path`, as one sentence: the path, the cause, what to do.
StoreError store_error(const std::string& path, const SQLite::Exception& failure);

/// The same for a file that the system refuses; `error_number` is an errno.
StoreError file_error(const std::string& path, int error_number);

/// How to save what a damaged store still holds, on one line.
std::string salvage_advice(const std::string& path);

/// A path as a shell takes it, as one word.
std::string shell_path(const std::string& path);

/// A value that no version of the program has written.
SQLite::Exception damaged_value(std::string_view column, std::string_view value);

/// Whether `failure` says that nothing can be written to the file at `path` or beside it.
bool is_write_refusal(const std::string& path, const SQLite::Exception& failure);

/// Runs `steps` on the store at `path`; what SQLite throws becomes a StoreError.
template <typename Steps>
auto translate_errors(const std::string& path, const Steps& steps) {
  try {
    return steps();
  } catch (const SQLite::Exception& failure) {
    throw store_error(path, failure);
  }
}

}  // namespace aliprotect::store
