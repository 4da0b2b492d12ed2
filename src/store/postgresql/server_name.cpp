#include "store/postgresql/server_name.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace aliprotect::store {
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char letter) { return std::tolower(letter); });
  return lower;
}

/// Returns the length of the scheme; 0 if `store` is a file. libpq refuses capital letters, but
/// then the rest may have a password, too.
std::size_t scheme_length(std::string_view store) {
  for (const std::string_view scheme : {"postgresql://", "postgres://"}) {
    if (lower_case(store.substr(0, scheme.size())) == scheme) return scheme.size();
  }
  return 0;
}

/// Returns where the parameters begin. A question mark in a password that is not encoded does not
/// begin any, because no `name=` follows.
std::size_t begin_of_parameters(std::string_view store) {
  const auto is_in_name = [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '%'; };
  for (auto at = store.find('?'); at != std::string_view::npos; at = store.find('?', at + 1)) {
    const auto* const begin = store.begin() + at + 1;
    const auto* const end = std::find_if_not(begin, store.end(), is_in_name);
    if (end != begin && end != store.end() && *end == '=') return at;
  }
  return store.size();
}

bool names_password(std::string_view parameter) {
  const std::string name = lower_case(parameter.substr(0, parameter.find('=')));
  return name.find('%') != std::string::npos || name.find("pass") != std::string::npos;
}

/// Removes `:password` of `user:password@host`. Assumes the worst of a password that is not
/// encoded: it extends to the last `@`.
std::string without_password(std::string_view address) {
  const std::size_t host = address.rfind('@');
  if (host == std::string_view::npos) return std::string(address);
  const std::size_t password = std::min(address.find(':'), host);
  return std::string(address.substr(0, password)) + std::string(address.substr(host));
}

}  // namespace

bool is_on_server(std::string_view store) { return scheme_length(store) > 0; }

std::string displayed_name(std::string_view store) {
  const std::size_t scheme = scheme_length(store);
  if (scheme == 0) return std::string(store);
  const std::size_t parameters = begin_of_parameters(store);
  std::string name(store.substr(0, scheme));
  name += without_password(store.substr(scheme, parameters - scheme));
  char separator = '?';
  for (std::size_t begin = parameters + 1; begin < store.size();) {
    const std::size_t end = std::min(store.find('&', begin), store.size());
    const std::string_view parameter = store.substr(begin, end - begin);
    begin = end + 1;
    if (names_password(parameter)) continue;
    (name += separator) += parameter;
    separator = '&';
  }
  return name;
}

}  // namespace aliprotect::store
