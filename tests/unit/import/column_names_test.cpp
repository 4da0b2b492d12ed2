// What columns are called: the table of names, units, and the marketplace's name.
#include "import/column_names.h"

#include <map>

#include "import/folded_name.h"
#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("column names: each stands in the table as names are compared, and for one thing alone") {
  std::map<std::string_view, Role> roles;
  for (const auto& [name, role] : column_names()) {
    CAPTURE(name);
    CHECK(bare_name(name) == name);
    CHECK(roles.emplace(name, role).second);
    const auto meaning = role_called(name);
    REQUIRE(meaning);
    CHECK(meaning->role == role);
  }
  CHECK(roles.size() > 300);
}

TEST_CASE("column names: as headers have them") {
  struct Row {
    const char* name;
    Role role;
    const char* currency;
    bool is_utc;
  };
  const Row rows[] = {
      {"Order ID", Role::number, "", false},
      {" order_id: ", Role::number, "", false},
      {"ORDER-ID", Role::number, "", false},
      {"Order #", Role::number, "", false},
      {"№ заказа", Role::number, "", false},
      {"N° de commande", Role::number, "", false},
      {"AliExpress Order No.", Role::number, "", false},
      {"Order Number (AliExpress)", Role::number, "", false},
      {"Verkäufer", Role::seller, "", false},
      {"Numer zamówienia", Role::number, "", false},
      {"Gesamtpreis (EUR)", Role::price, "EUR", false},
      {"Total [PLN]", Role::price, "PLN", false},
      {"Amount USD", Role::plain_amount, "USD", false},
      {"Betrag in €", Role::plain_amount, "EUR", false},
      {"Prix, €", Role::plain_price, "EUR", false},
      {"Сумма (₽)", Role::price, "RUB", false},
      {"Price ($)", Role::plain_price, "", false},
      {"Order Time(UTC)", Role::ordered, "", true},
      {"Delivered at", Role::delivered, "", false},
      {"Delivery date", Role::delivery_date, "", false},
      {"Fecha de entrega", Role::delivery_date, "", false},
      {"Дата доставки", Role::delivery_date, "", false},
      {"Shipped GMT", Role::shipped, "", true},
      {"Order", Role::number, "", false},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const auto meaning = meaning_of_column(row.name);
    REQUIRE(meaning);
    CHECK(meaning->role == row.role);
    CHECK(std::string(meaning->currency ? meaning->currency->code() : "") == row.currency);
    CHECK(meaning->is_utc == row.is_utc);
  }
}

TEST_CASE("column names: what is not known stays unknown") {
  for (const char* name : {"", " ", "#", "(EUR)", "EUR", "UTC", "AliExpress", "Ali", "Profit",
                           "Orders", "Email", "Shipping", "Order ID (old)", "Price each",
                           "Order date (local)", "Total weight", "\xFF\xFE", "订单"}) {
    INFO(name);
    CHECK_FALSE(meaning_of_column(name));
  }
}

TEST_CASE(
    "column names: the marketplace's own is sure, and a vague word less so than a plain one") {
  const auto rank = [](const char* name) { return meaning_of_column(name)->rank; };
  CHECK(rank("AliExpress Order") < rank("Order ID"));
  CHECK(rank("Order ID") < rank("Order"));
  CHECK(rank("Product") < rank("Name"));
  CHECK(rank("Order date") < rank("Date"));
  CHECK(rank("Bestelldatum") < rank("Datum"));
  CHECK(rank("Customer") < rank("Reference"));
}
