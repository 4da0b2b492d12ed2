#include "store/tables.h"

namespace aliprotect::store {
namespace {

/// Returns `write(place)` for each place from `first` to the number of columns, with commas.
std::string listed(std::size_t first, std::size_t count, const auto& write) {
  std::string list;
  for (std::size_t place = first; place < count; ++place) {
    if (!list.empty()) list += ", ";
    list += write(place);
  }
  return list;
}

}  // namespace

std::string listed(const std::vector<std::string>& columns) {
  return listed(0, columns.size(), [&](std::size_t place) { return columns[place]; });
}

std::string insert_row(std::string_view table, const std::vector<std::string>& columns) {
  const auto parameter = [](std::size_t place) { return "$" + std::to_string(place + 1); };
  return "INSERT INTO " + std::string(table) + " (" + listed(columns) + ") VALUES (" +
         listed(0, columns.size(), parameter) + ")";
}

std::string insert_new_row(std::string_view table, const std::vector<std::string>& columns,
                           std::string_view unique) {
  return insert_row(table, columns) + " ON CONFLICT (" + std::string(unique) + ") DO NOTHING";
}

std::string upsert_row(std::string_view table, const std::vector<std::string>& columns) {
  const auto update = [&](std::size_t place) {
    return columns[place] + " = excluded." + columns[place];
  };
  return insert_row(table, columns) + " ON CONFLICT (" + columns.front() + ") DO UPDATE SET " +
         listed(1, columns.size(), update);
}

}  // namespace aliprotect::store
