#pragma once

#include "commands/support/context.h"

namespace aliprotect {

/// Runs `aliprotect` without a command: prints what is due and common commands, or how to add the
/// first order.
ExitCode run_overview(Context& context);

}  // namespace aliprotect
