// Column names: the table of names, units, and the marketplace's name.
#include "import/table/column_names.h"

#include <initializer_list>
#include <map>
#include <set>

#include "import/table/column_spellings.h"
#include "import/text/folded_name.h"
#include "support/catch.h"

using namespace aliprotect;

TEST_CASE(
    "column names: each stands in the table once, and means one thing however it is written") {
  std::set<std::string> names;
  std::map<std::string, Role> roles;
  for (const ColumnSpelling& spelling : column_spellings()) {
    CAPTURE(spelling.name);
    REQUIRE_FALSE(bare_name(spelling.name).empty());
    CHECK(names.insert(bare_name(spelling.name)).second);
    for (const std::string& key : {bare_name(spelling.name), terse_name(spelling.name)})
      CHECK(roles.emplace(key, spelling.role).first->second == spelling.role);
    const auto meaning = meaning_of_column(spelling.name);
    REQUIRE(meaning);
    CHECK(meaning->role == spelling.role);
  }
  CHECK(names.size() > 600);
}

TEST_CASE("column names: names in headers") {
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

TEST_CASE("column names: unknown and ambiguous names") {
  for (const char* name : {"", " ", "#", "(EUR)", "EUR", "UTC", "AliExpress", "Ali", "Profit",
                           "Orders", "Email", "Shipping", "Order ID (old)", "Price each",
                           "Order date (local)", "Total weight", "\xFF\xFE", "订单",
                           // unclear: the number of what
                           "Nr", "№", "Nº", "ID", "Número",
                           // unclear: cost, method or day of delivery
                           "Delivery", "Lieferung", "Livraison", "Entrega", "Consegna", "Levering",
                           "Dostawa", "Доставка", "Expédition", "Envío", "Отправка",
                           // an estimate, not a guarantee
                           "Expected delivery", "Estimated delivery date",
                           "Voraussichtliche Lieferung", "Livraison prévue", "Entrega estimada",
                           "Consegna prevista", "Przewidywana dostawa", "Ожидаемая доставка",
                           // another kind of deadline
                           "Frist", "Zahlungsfrist", "Payment deadline", "Date limite de paiement",
                           "Fecha límite de pago", "Termin płatności", "Date limite de retour",
                           "Return by", "Expires", "Date d'expiration", "Scade", "Ważne do",
                           // unclear: the end of what
                           "Fin", "Fine", "Fin de", "Ende", "Koniec", "Окончание", "Date de fin",
                           "Protection", "Käuferschutz", "Ochrona", "Защита", "Fin de garantie",
                           "Protection of", "Protection fee", "Fin de la protección de datos",
                           // small words at the end of a name
                           "Data d", "Del pedido", "Do zamówienia", "De", "Of the", "Sent",
                           "Payment status", "Stan magazynu", "État civil"}) {
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

TEST_CASE("column names: accents, small words and number signs do not matter") {
  struct Row {
    Role role;
    std::initializer_list<const char*> names;
  };
  const Row rows[] = {
      {Role::number,
       {"Nº do pedido", "Nº pedido", "N° pedido", "Número da encomenda", "NUMERO DE ORDEN",
        "ID commande", "N° commande", "Numéro de la commande", "Numero dell’ordine",
        "Numero dell'ordine", "ID заказа", "Заказ №", "Bestelnr.", "Order Nr", "Nr zamowienia"}},
      {Role::status,
       {"Status do pedido", "Estado da encomenda", "État", "Statut de la commande", "Etat commande",
        "Stan", "Stan zamówienia", "stan_zamowienia", "Состояние", "Order state"}},
      {Role::closes,
       {"Buyer Protection until", "Protection end date", "Käuferschutz endet",
        "Käuferschutz endet am", "Kauferschutz endet am", "Fin de protection",
        "Fin de la protection", "Protection acheteur jusqu’au", "Fin de protección",
        "Fin de la protección", "Fim da proteção", "Fine protezione", "Koniec ochrony",
        "Kopersbescherming tot", "Окончание защиты", "Ochrona do"}},
      {Role::deadline,
       {"Date limite de livraison", "Fecha límite de entrega", "Data limite", "Consegna entro",
        "Entrega até", "entrega ate", "Latest delivery", "Доставка до"}},
      {Role::ordered,
       {"Placed on", "Date Ordered", "Date d'achat", "Fecha de compra", "Data da compra",
        "Data di acquisto", "Data acquisto", "Aankoopdatum", "Data zakupu", "Дата покупки",
        "Дата оформления"}},
      {Role::shipped,
       {"Shipped on", "Shipped Date", "Date d'envoi", "Data spedizione", "Wysłano", "WYSLANO",
        "Data nadania", "Отправлено"}},
      {Role::tracking,
       {"Track & Trace", "Sendungsverfolgungsnummer", "Suivi", "Nº de seguimiento",
        "Código de seguimiento", "Nr przesyłki", "Nr przesylki", "Трек-код"}},
  };
  for (const Row& row : rows) {
    for (const char* name : row.names) {
      INFO(name);
      const auto meaning = meaning_of_column(name);
      REQUIRE(meaning);
      CHECK(meaning->role == row.role);
    }
  }
}

TEST_CASE("column names: a name of a date takes precedence over one of a yes or no") {
  const auto rank = [](const char* name) { return meaning_of_column(name)->rank; };
  CHECK(rank("Shipped on") < rank("Shipped"));
  CHECK(rank("Дата отправки") < rank("Отправлено"));
  CHECK(rank("Delivered at") < rank("Delivered"));
  CHECK(rank("Order date") < rank("Ordered"));
  CHECK(rank("Buyer protection until") < rank("Buyer protection"));
  CHECK(rank("Date limite de livraison") < rank("Date limite"));
  CHECK(rank("Statut de la commande") < rank("État"));
}
