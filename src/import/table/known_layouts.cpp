#include "import/table/known_layouts.h"

#include <algorithm>

namespace aliprotect {
namespace {

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

/// The same program's workbook, of which a sheet each was saved as CSV.
constexpr LayoutColumn sheet_of_orders[] = {
    {"orderid", Role::number},
    {"orderdate", Role::ordered},
    {"thumbnail", Role::passed_over},
    {"ordertitle", Role::title},
    {"alltitles", Role::passed_over},
    {"status", Role::status},
    {"total", Role::price},
    {"currency", Role::currency},
    {"storename", Role::seller},
    {"paymentmethod", Role::passed_over},
    {"shippingcontact", Role::passed_over},
    {"shippingcountry", Role::passed_over},
    {"postcode", Role::passed_over},
    {"regionaddress", Role::passed_over},
    {"detailaddress", Role::passed_over},
    {"phone", Role::passed_over},
    {"orderdetailurl", Role::passed_over},
    {"invoicepageurl", Role::passed_over},
    {"invoicepdfs", Role::passed_over},
    {"listjson", Role::passed_over},
    {"detailjson", Role::passed_over},
    {"invoicejson", Role::passed_over},
};

constexpr LayoutColumn sheet_of_lines[] = {
    {"orderid", Role::number},
    {"orderdate", Role::ordered},
    {"thumbnail", Role::passed_over},
    {"itemtitle", Role::title},
    {"storename", Role::seller},
    {"status", Role::status},
    {"price", Role::item_price},
    {"currency", Role::currency},
    {"quantity", Role::quantity},
    {"orderlineid", Role::passed_over},
    {"productid", Role::passed_over},
    {"skuid", Role::passed_over},
    {"itemdetailurl", Role::passed_over},
    {"snapshoturl", Role::passed_over},
    {"skuattrsjson", Role::passed_over},
    {"itemtagsjson", Role::passed_over},
    {"linejson", Role::passed_over},
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

constexpr TableLayout layouts[] = {
    {.columns = items_and_totals, .has_totals_rows = true},
    {.columns = first_products},
    {.columns = orders_with_documents},
    {.columns = order_lines},
    {.columns = sheet_of_orders},
    {.columns = sheet_of_lines},
    {.columns = clipboard_details, .dates = DateOrder::month_first, .is_badly_quoted = true},
    {.columns = clipboard_orders, .dates = DateOrder::month_first, .is_badly_quoted = true},
    {.columns = unquoted_orders, .is_badly_quoted = true, .is_unquoted = true},
    {.columns = items_by_invoice, .is_badly_quoted = true},
    {.columns = products_by_invoice, .is_badly_quoted = true},
    {.columns = inventory},
    {.columns = data_copy},
};

bool fits(const TableLayout& layout, const std::vector<std::string>& names) {
  return std::all_of(layout.columns.begin(), layout.columns.end(), [&](const LayoutColumn& column) {
    return std::find(names.begin(), names.end(), column.name) != names.end();
  });
}

}  // namespace

const TableLayout* layout_of(const std::vector<std::string>& names) {
  const TableLayout* best = nullptr;
  for (const TableLayout& layout : layouts) {
    const bool larger = !best || layout.columns.size() > best->columns.size();
    if (larger && fits(layout, names)) best = &layout;
  }
  return best;
}

const LayoutColumn* column_named(const TableLayout& layout, std::string_view name) {
  const std::span<const LayoutColumn> columns = layout.columns;
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const LayoutColumn& each) { return each.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

}  // namespace aliprotect
