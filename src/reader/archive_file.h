#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace aliprotect {

/// Takes a piece of an entry's content.
using TakePiece = std::function<void(std::string_view piece)>;

/// Reads the entries of a ZIP archive from the start of `descriptor`. `wants` returns the function
/// that takes the content of an entry, or an empty one to skip it. Throws Refusal if the archive is
/// damaged or unpacks to more than 512 MiB.
void for_each_entry(int descriptor, const std::function<TakePiece(const std::string& name)>& wants,
                    const std::function<void()>& finish_entry);

}  // namespace aliprotect
