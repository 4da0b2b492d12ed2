#pragma once

#include "commands/support/context.h"

namespace aliprotect {

/// The bare `aliprotect`: what is due and the commands most used; on an empty tracker, how to
/// begin.
ExitCode run_overview(Context& context);

}  // namespace aliprotect
