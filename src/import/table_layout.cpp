#include "import/table_layout.h"

#include <algorithm>
#include <map>
#include <span>

#include "aliprotect/error.h"
#include "import/column_names.h"
#include "import/folded_name.h"

namespace aliprotect {
namespace {

struct LayoutColumn {
  std::string_view name;  ///< folded
  Role role;
};

// Each layout's columns, those that hold nothing for the tracker included.

constexpr LayoutColumn items_and_totals[] = {
    {"orderid", Role::number},
    {"orderdate", Role::ordered},
    {"orderstatus", Role::status},
    {"orderdetailurl", Role::passed_over},
    {"storename", Role::seller},
    {"storeurl", Role::passed_over},
    {"currency", Role::currency},
    {"trackingnumber", Role::tracking},
    {"trackinglink", Role::passed_over},
    {"itemtitle", Role::title},
    {"itemprice", Role::item_price},
    {"itemquantity", Role::quantity},
    {"itemattributes", Role::passed_over},
    {"itemimageurl", Role::passed_over},
    {"itemproductlink", Role::passed_over},
    {"totalordernetprice", Role::passed_over},
    {"totalshipping", Role::passed_over},
    {"totalpriceadjustments", Role::passed_over},
    {"totaldiscount", Role::passed_over},
    {"totaleutax", Role::passed_over},
    {"totalvat", Role::passed_over},
    {"totalprice", Role::price},
    {"buyerfullname", Role::passed_over},
    {"buyeraddress", Role::passed_over},
    {"buyerphonenumber", Role::passed_over},
    {"buyercountry", Role::passed_over},
    {"buyerregion", Role::passed_over},
    {"buyerzip", Role::passed_over},
    {"buyercity", Role::passed_over},
    {"paymentmethod", Role::passed_over},
};

constexpr LayoutColumn first_products[] = {
    {"orderid", Role::number},
    {"orderdate", Role::ordered},
    {"status", Role::status},
    {"producttitle", Role::title},
    {"productlink", Role::passed_over},
    {"currency", Role::currency},
    {"price", Role::price},
    {"storename", Role::seller},
    {"storelink", Role::passed_over},
};

constexpr LayoutColumn orders_with_documents[] = {
    {"order_id", Role::number},
    {"order_date", Role::ordered},
    {"status", Role::status},
    {"total_price_text", Role::price},
    {"currency", Role::currency},
    {"store_name", Role::seller},
    {"order_title", Role::title},
    {"order_titles", Role::passed_over},
    {"item_image_url", Role::passed_over},
    {"order_line_count", Role::passed_over},
    {"payment_method", Role::passed_over},
    {"shipping_contact_name", Role::passed_over},
    {"shipping_country_code", Role::passed_over},
    {"shipping_post_code", Role::passed_over},
    {"shipping_region_address", Role::passed_over},
    {"shipping_detail_address", Role::passed_over},
    {"shipping_phone", Role::passed_over},
    {"order_detail_url", Role::passed_over},
    {"invoice_page_url", Role::passed_over},
    {"invoice_pdf_paths", Role::passed_over},
    {"list_json", Role::passed_over},
    {"detail_json", Role::passed_over},
    {"invoice_info_json", Role::passed_over},
};

constexpr LayoutColumn order_lines[] = {
    {"order_id", Role::number},
    {"order_date", Role::ordered},
    {"store_name", Role::seller},
    {"status", Role::status},
    {"line_index", Role::passed_over},
    {"order_line_id", Role::passed_over},
    {"product_id", Role::passed_over},
    {"sku_id", Role::passed_over},
    {"item_title", Role::title},
    {"item_image_url", Role::passed_over},
    {"item_price_text", Role::item_price},
    {"currency", Role::currency},
    {"quantity", Role::quantity},
    {"item_detail_url", Role::passed_over},
    {"snapshot_url", Role::passed_over},
    {"sku_attrs_json", Role::passed_over},
    {"item_tags_json", Role::passed_over},
    {"line_json", Role::passed_over},
};

constexpr LayoutColumn clipboard_details[] = {
    {"ordernumber", Role::number},         {"orderdate", Role::ordered},
    {"subtotal", Role::passed_over},       {"shippingandtax", Role::passed_over},
    {"totalorderamount", Role::price},     {"storename", Role::seller},
    {"orderstatus", Role::status},         {"trackingnumber", Role::tracking},
    {"trackingstatus", Role::passed_over}, {"trackingstatuslastupdated", Role::passed_over},
    {"trackinglink", Role::passed_over},   {"producttitle", Role::title},
    {"option", Role::passed_over},         {"price", Role::item_price},
    {"quantity", Role::quantity},          {"piecesperpack", Role::passed_over},
    {"totalquantity", Role::passed_over},  {"landedcost", Role::passed_over},
    {"producturl", Role::passed_over},     {"imageurl", Role::passed_over},
};

constexpr LayoutColumn clipboard_orders[] = {
    {"ordernumber", Role::number},
    {"orderdate", Role::ordered},
    {"total", Role::price},
    {"storename", Role::seller},
    {"orderstatus", Role::status},
    {"producttitle", Role::title},
    {"option", Role::passed_over},
    {"price", Role::item_price},
    {"quantity", Role::quantity},
    {"piecesperpack", Role::passed_over},
    {"totalquantity", Role::passed_over},
    {"landedcost", Role::passed_over},
    {"producturl", Role::passed_over},
    {"imageurl", Role::passed_over},
};

constexpr LayoutColumn unquoted_orders[] = {
    {"orderid", Role::number},    {"product", Role::title},       {"store", Role::seller},
    {"value", Role::price},       {"trackingid", Role::tracking}, {"carrier", Role::carrier},
    {"ordertime", Role::ordered}, {"status", Role::status},
};

constexpr LayoutColumn items_by_invoice[] = {
    {"orderid", Role::number},        {"itemid", Role::passed_over},
    {"product", Role::title},         {"date", Role::ordered},
    {"unitprice", Role::passed_over}, {"quantity", Role::passed_over},
    {"price", Role::row_price},       {"storename", Role::seller},
    {"sku", Role::passed_over},       {"invoiceurl", Role::passed_over},
    {"imageurl", Role::passed_over},
};

constexpr LayoutColumn products_by_invoice[] = {
    {"product", Role::title},
    {"date", Role::ordered},
    {"price", Role::price},
    {"invoiceurl", Role::number_in_url},
};

constexpr LayoutColumn inventory[] = {
    {"orderdate", Role::ordered},
    {"orderid", Role::number},
    {"title", Role::title},
    {"qty", Role::quantity},
    {"price", Role::item_price},
    {"store", Role::seller},
    {"productid", Role::passed_over},
    {"skuid", Role::passed_over},
    {"attributes", Role::passed_over},
    {"priceinfo", Role::passed_over},
    {"currency", Role::currency},
    {"status", Role::status},
    {"producturl", Role::passed_over},
    {"productimageurl", Role::passed_over},
    {"storeurl", Role::passed_over},
    {"tags", Role::tags},
};

constexpr LayoutColumn data_copy[] = {
    {"order_id", Role::number},
    {"parent_orderid", Role::parent_number},
    {"gmt_create_order_time", Role::ordered},
    {"order_status", Role::status},
    {"item_name", Role::title},
    {"unit_price", Role::passed_over},
    {"payable_amt", Role::row_cents},
    {"gmt_pay_order_time", Role::passed_over},
    {"gmt_trade_end_time", Role::ended},
    {"end_reason", Role::end_reason},
    {"is_success_pay", Role::passed_over},
    {"frozen_status", Role::passed_over},
};

struct TableLayout {
  std::span<const LayoutColumn> columns;
  DateOrder dates = DateOrder::unknown;
  bool has_totals_rows = false;
  bool is_badly_quoted = false;
  bool is_unquoted = false;
};

constexpr TableLayout layouts[] = {
    {.columns = items_and_totals, .has_totals_rows = true},
    {.columns = first_products},
    {.columns = orders_with_documents},
    {.columns = order_lines},
    {.columns = clipboard_details, .dates = DateOrder::month_first, .is_badly_quoted = true},
    {.columns = clipboard_orders, .dates = DateOrder::month_first, .is_badly_quoted = true},
    {.columns = unquoted_orders, .is_badly_quoted = true, .is_unquoted = true},
    {.columns = items_by_invoice, .is_badly_quoted = true},
    {.columns = products_by_invoice, .is_badly_quoted = true},
    {.columns = inventory},
    {.columns = data_copy},
};

/// `unit_price(cents)` is `unit_price`.
std::string plain_name(const std::string& name) {
  const std::string folded = folded_name(name);
  return folded.substr(0, folded.find('('));
}

std::vector<std::string> plain_names(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(plain_name(name));
  return names;
}

const LayoutColumn* column_named(std::span<const LayoutColumn> columns, std::string_view name) {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const LayoutColumn& each) { return each.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

bool fits(const TableLayout& layout, const std::vector<std::string>& names) {
  return std::all_of(layout.columns.begin(), layout.columns.end(), [&](const LayoutColumn& column) {
    return std::find(names.begin(), names.end(), column.name) != names.end();
  });
}

const TableLayout* layout_of(const std::vector<std::string>& names) {
  const TableLayout* best = nullptr;
  for (const TableLayout& layout : layouts) {
    const bool larger = !best || layout.columns.size() > best->columns.size();
    if (larger && fits(layout, names)) best = &layout;
  }
  return best;
}

/// The column of `header` that --map names.
std::optional<std::size_t> column_called(const std::vector<std::string>& header,
                                         const std::string& wanted) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (folded_name(header[i]) == folded_name(wanted)) return i;
  }
  return std::nullopt;
}

std::size_t mapped_column(const std::vector<std::string>& header, const std::string& wanted) {
  if (const auto column = column_called(header, wanted)) return *column;
  std::string known;
  for (const std::string& name : header) known += (known.empty() ? "" : ", ") + name;
  throw usage_error("--map: there is no column `" + wanted + "`; the file has: " + known);
}

void give(TableShape& shape, std::size_t column, Role role) {
  const bool alone = role != Role::passed_over && role != Role::note && role != Role::tags;
  if (alone) std::replace(shape.roles.begin(), shape.roles.end(), role, Role::passed_over);
  shape.roles[column] = role;
}

bool has(const TableShape& shape, Role role) {
  return std::find(shape.roles.begin(), shape.roles.end(), role) != shape.roles.end();
}

/// A price beside a quantity, or beside a total, is that of one piece; else that of the row.
void settle_prices(TableShape& shape) {
  const bool of_piece = has(shape, Role::quantity) || has(shape, Role::price);
  std::replace(shape.roles.begin(), shape.roles.end(), Role::plain_price,
               of_piece ? Role::item_price : Role::row_price);
}

std::optional<TableShape> with_number(TableShape shape) {
  settle_prices(shape);
  if (!has(shape, Role::number) && !has(shape, Role::number_in_url)) return std::nullopt;
  return shape;
}

using Meanings = std::vector<std::optional<ColumnMeaning>>;

/// The column that is meant, where several are called alike.
std::map<Role, std::size_t> chosen_columns(const Meanings& meanings) {
  std::map<Role, std::size_t> chosen;
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (!meanings[i]) continue;
    const auto [place, is_first] = chosen.try_emplace(meanings[i]->role, i);
    if (!is_first && meanings[i]->rank < meanings[place->second]->rank) place->second = i;
  }
  return chosen;
}

/// A shape by the names of columns.
TableShape named_shape(const std::vector<std::string>& header) {
  Meanings meanings;
  for (const std::string& name : header) meanings.push_back(meaning_of_column(name));
  const auto chosen = chosen_columns(meanings);
  TableShape shape;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto& meaning = meanings[i];
    const bool is_chosen = meaning && chosen.at(meaning->role) == i;
    shape.roles.push_back(is_chosen ? meaning->role : Role::passed_over);
    shape.currencies.push_back(is_chosen ? meaning->currency : std::nullopt);
    if (is_chosen && meaning->is_utc) shape.clock = Clock::utc;
    if (meaning && !is_chosen) {
      const std::string& other = header[chosen.at(meaning->role)];
      shape.unknown_columns.push_back(header[i] + (folded_name(header[i]) == folded_name(other)
                                                       ? " (again)"
                                                       : " (besides " + other + ")"));
    } else if (!meaning && !header[i].empty()) {
      shape.unknown_columns.push_back(header[i]);
    }
  }
  return shape;
}

}  // namespace

std::optional<TableShape> known_shape(const std::vector<std::string>& header) {
  const std::vector<std::string> names = plain_names(header);
  const TableLayout* layout = layout_of(names);
  if (!layout) return std::nullopt;
  TableShape shape;
  shape.clock = Clock::pacific;
  shape.dates = layout->dates;
  shape.has_totals_rows = layout->has_totals_rows;
  shape.is_badly_quoted = layout->is_badly_quoted;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const LayoutColumn* column = column_named(layout->columns, names[i]);
    shape.roles.push_back(column ? column->role : Role::passed_over);
    shape.currencies.emplace_back();
    if (!column && !names[i].empty()) shape.unknown_columns.push_back(header[i]);
  }
  return shape;
}

std::optional<TableShape> guessed_shape(const std::vector<std::string>& header) {
  return with_number(named_shape(header));
}

bool has_columns(const std::vector<std::string>& header, const ColumnMap& map) {
  return std::all_of(map.begin(), map.end(),
                     [&](const auto& pair) { return column_called(header, pair.second); });
}

std::optional<TableShape> mapped_shape(const std::vector<std::string>& header,
                                       const ColumnMap& map) {
  auto known = known_shape(header);
  TableShape shape = known ? *std::move(known) : named_shape(header);
  for (const auto& [role, name] : map) {
    const std::size_t column = mapped_column(header, name);
    give(shape, column, role);
    std::erase(shape.unknown_columns, header[column]);
  }
  shape.clock = Clock::users;
  return with_number(std::move(shape));
}

Dialect dialect_of(const std::string& header_line) {
  Dialect best;
  std::size_t most = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const std::vector<std::string> cells = split_cells(header_line, Dialect{delimiter});
    std::size_t known = 0;
    for (const std::string& name : cells) known += meaning_of_column(name) ? 2 : 1;
    if (known <= most) continue;
    most = known;
    best.delimiter = delimiter;
  }
  const TableLayout* layout = layout_of(plain_names(split_cells(header_line, best)));
  best.quoted = !(layout && layout->is_unquoted);
  return best;
}

std::string trouble_with_header(const std::vector<std::string>& header) {
  const std::vector<std::string> names = plain_names(header);
  const auto has_column = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (has_column("productname") && has_column("shippingdetails")) {
    return "its rows have no order number (the name of the file has it); add a column `Order ID`";
  }
  return {};
}

}  // namespace aliprotect
