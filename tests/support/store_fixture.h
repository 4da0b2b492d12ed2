#pragma once

#include <string>
#include <vector>

#include "aliprotect/store.h"
#include "support/order_builder.h"
#include "support/temp_dir.h"

namespace aliprotect::testing {

Policies shipped_policies();
ChangeLabel label(const std::string& command = "test");
Money usd(std::int64_t cents);

/// An order with no fact but its number.
Order bare_order(const std::string& number);
/// An order in which no optional fact is empty, and which has two of everything that can be
/// several.
Order full_order(const std::string& number);

/// Records new orders as one change; returns their ids.
std::vector<OrderId> add(Store& store, const std::vector<Order>& orders);
/// A store in `folder` with 30 full orders, closed; its path.
std::string made_store(const TempDir& folder);
std::vector<Order> all_orders(Store& store);
std::vector<OrderId> ids_of(Store& store, const Selection& selection);

/// The rows of all tables as text, those of the journal left out on demand.
enum class Journal { with, without };
std::string dump(const std::string& path, Journal journal);
/// The first value of what a statement selects from the file.
std::string value_of(const std::string& path, const std::string& sql);
void run_sql(const std::string& path, const std::string& sql);

std::string bytes_of(const std::string& path);
void write_bytes(const std::string& path, const std::string& bytes);
bool says(const std::string& text, const std::string& words);
/// The names of what lies in a folder.
std::vector<std::string> listing(const std::string& folder);

/// The sentence of the StoreError that opening or using the store ends with; empty where it ends
/// well.
std::string error_of_writing(const std::string& path);
std::string error_of_reading(const std::string& path);

}  // namespace aliprotect::testing
