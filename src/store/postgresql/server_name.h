#pragma once

#include <string>
#include <string_view>

namespace aliprotect::store {

/// Whether `store` names a store on a server, not a file: `postgresql://…` or `postgres://…`.
bool is_on_server(std::string_view store);

/// Returns the name of a store for messages: of one on a server, without passwords.
std::string displayed_name(std::string_view store);

}  // namespace aliprotect::store
