#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "aliprotect/store.h"

/// Stores as files: what a file is, and backups. Functions that read or write a store throw
/// StoreError if it cannot be used.
namespace aliprotect {

/// Whether the file at `path` starts with the header of a store. The rest may be damaged.
bool has_store_header(const std::string& path);

/// What the file at `path` is, with links followed: the store at `store`, another store, a sidecar
/// file of a store (`-wal`, `-shm`, `-journal`, `-remind`), or none of these.
enum class FileRole { none, store, other_store, sidecar };
FileRole role_of(const std::string& path, const std::string& store);

/// The `-wal` or `-journal` file next to `path`, which SQLite would apply to a store written there;
/// empty if there is none.
std::string leftover_journal(const std::string& path);

struct StoreCopy {
  std::size_t orders = 0;
  std::uintmax_t bytes = 0;
};

/// Copies a snapshot of the store at `path`, a file or one on a server, into the empty file `into`
/// and checks the copy. Other processes can write to the store meanwhile. Returns nullopt if there
/// is no store. Throws StoreError if the store is damaged, UserError if the copy cannot be written.
std::optional<StoreCopy> copy_store(const std::string& path, const std::string& into,
                                    std::chrono::milliseconds lock_wait = Store::default_lock_wait);

/// Copies everything readable of the damaged store in the file `path` into the empty file `into`,
/// as a valid store. Skips rows whose order is lost. Returns nullopt if there is no store. Throws
/// StoreError if even the schema is unreadable, UserError if the copy cannot be written.
std::optional<StoreCopy> salvage_store(
    const std::string& path, const std::string& into,
    std::chrono::milliseconds lock_wait = Store::default_lock_wait);

/// Replaces the contents of the store in the file `path`, which may be damaged or empty, with those
/// of the file `copy`, in one synced transaction. Other processes may have the store open; they see
/// the new contents. Throws StoreError or UserError; the store is then unchanged.
void replace_store(const std::string& path, const std::string& copy,
                   std::chrono::milliseconds lock_wait = Store::default_lock_wait);

/// Copies everything from the file `backup`, a store of this version, into the store at `path`, a
/// file or one on a server, which must be absent or empty: one synced transaction. Returns the
/// number of orders; nullopt if the store is not empty. Throws StoreError if a store cannot be
/// used; the one at `path` is then unchanged or empty.
std::optional<std::size_t> restore_store(
    const std::string& path, const std::string& backup,
    std::chrono::milliseconds lock_wait = Store::default_lock_wait);

}  // namespace aliprotect
