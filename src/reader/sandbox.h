#pragma once

namespace aliprotect {

/// Gives up everything that reading a file does not need: limits memory, and time per file, and
/// allows only system calls for memory and for descriptors that are already open. After this, no
/// file can be opened, no process started and no connection made. Returns whether the kernel could
/// restrict the system calls.
bool enter_sandbox();

/// Starts the time limit of a file: if reading takes longer, SIGPROF ends the process.
void limit_time_of_file();

}  // namespace aliprotect
