#pragma once

namespace aliprotect {

/// Gives up everything that reading a file does not need: limits memory and the time for a file,
/// and allows only the system calls for memory and for descriptors that are already open. Later, no
/// file can be opened, no process started and no connection made. Returns whether the kernel could
/// restrict the system calls.
bool enter_sandbox();

/// Starts the clock of a file: if it takes longer, SIGPROF ends the process.
void limit_time_of_file();

}  // namespace aliprotect
