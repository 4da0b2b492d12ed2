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

/// Returns an order with only a number.
Order bare_order(const std::string& number);
/// Returns an order with all optional facts, and two elements in each list.
Order full_order(const std::string& number);

/// Adds orders as one change. Returns their ids.
std::vector<OrderId> add(Store& store, const std::vector<Order>& orders);
/// Creates a closed store with 30 full orders in `folder`. Returns its path.
std::string made_store(const TempDir& folder);
std::vector<Order> all_orders(Store& store);
std::vector<OrderId> ids_of(Store& store, const Selection& selection);

/// Returns the rows of all tables as text, optionally without the journal.
enum class Journal { with, without };
std::string dump(const std::string& path, Journal journal);
/// Returns the first value that a statement selects from the file.
std::string value_of(const std::string& path, const std::string& sql);
void run_sql(const std::string& path, const std::string& sql);

std::string bytes_of(const std::string& path);
void write_bytes(const std::string& path, const std::string& bytes);
bool says(const std::string& text, const std::string& words);
/// Returns the names of all files in a folder.
std::vector<std::string> listing(const std::string& folder);

/// Returns the message of the StoreError from opening or using the store; empty if there is none.
std::string error_of_writing(const std::string& path);
std::string error_of_reading(const std::string& path);


}  // namespace aliprotect::testing
