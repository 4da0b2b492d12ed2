#include "import/column_names.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>

#include "core/scanner.h"
#include "import/folded_name.h"
#include "import/page_price.h"
#include "import/page_text.h"

namespace aliprotect {
namespace {

struct Names {
  Role role;
  std::span<const std::string_view> names;
};

// Bare words, without the blanks between them; the vague ones last.

constexpr std::string_view number[] = {
    "ordernumber",      "orderid",       "orderno",         "ordernum",
    "bestellnummer",    "bestellnr",     "bestellid",       "auftragsnummer",
    "numerodecommande", "ndecommande",   "idcommande",      "numerodepedido",
    "nodepedido",       "ndepedido",     "iddepedido",      "iddelpedido",
    "numerodopedido",   "idopedido",     "iddopedido",      "numerodordine",
    "numeroordine",     "idordine",      "bestelnummer",    "ordernummer",
    "numerzamowienia",  "nrzamowienia",  "idzamowienia",    "номерзаказа",
    "noзаказа",         "sourceorderid", "supplierorderid", "supplierordernumber",
    "buyorderid",       "number",        "order",           "bestellung",
    "commande",         "pedido",        "ordine",          "bestelling",
    "zamowienie",       "заказ"};
constexpr std::string_view parent_number[] = {"parentorderid", "parentorder"};
constexpr std::string_view ordered[] = {"ordered",       "orderedat",      "orderdate",
                                        "ordertime",     "orderedon",      "gmtcreate",
                                        "purchasedate",  "bestelldatum",   "bestelltam",
                                        "kaufdatum",     "datedecommande", "datedelacommande",
                                        "fechadepedido", "fechadelpedido", "datadopedido",
                                        "datadepedido",  "dataordine",     "datadellordine",
                                        "besteldatum",   "orderdatum",     "datazamowienia",
                                        "датазаказа",    "buydate",        "created",
                                        "createdat",     "datetime",       "date",
                                        "datum",         "fecha",          "data",
                                        "дата"};
constexpr std::string_view shipped[] = {
    "shipped",      "shippedat",       "shipdate",    "shippingdate",     "shipmentdate",
    "dateshipped",  "sentat",          "gmtsend",     "versanddatum",     "versendetam",
    "versandtam",   "datedexpedition", "expediele",   "fechadeenvio",     "enviadoel",
    "datadeenvio",  "datadoenvio",     "enviadoem",   "datadispedizione", "speditoil",
    "verzenddatum", "verzondenop",     "datawysyłki", "датаотправки",     "отправлен"};
constexpr std::string_view delivered[] = {
    "delivered", "deliveredat", "datedelivered", "receivedat",   "zugestelltam", "geliefertam",
    "livrele",   "entregadoel", "entregueem",    "consegnatoil", "bezorgdop",    "received"};
constexpr std::string_view delivery_date[] = {"deliverydate",   "zustelldatum",   "datedelivraison",
                                              "fechadeentrega", "datadeentrega",  "datadiconsegna",
                                              "leverdatum",     "datadoreczenia", "датадоставки"};
constexpr std::string_view confirmed[] = {"confirmed", "confirmedat"};
constexpr std::string_view cancelled[] = {"cancelled", "cancelledat", "canceled", "canceledat"};
constexpr std::string_view ended[] = {"gmttradeendtime", "tradeend"};
constexpr std::string_view ship_by[] = {"shipby", "processingends"};
constexpr std::string_view deadline[] = {"deadline",         "guaranteeddelivery",
                                         "deliverby",        "guaranteeddeliverydate",
                                         "arriveby",         "lieferfrist",
                                         "lieferungbis",     "datelimite",
                                         "fechalimite",      "prazo",
                                         "prazodeentrega",   "scadenza",
                                         "uiterstelevering", "termindostawy",
                                         "срокдоставки"};
constexpr std::string_view closes[] = {"closes",
                                       "closesat",
                                       "protectionends",
                                       "protectionuntil",
                                       "buyerprotection",
                                       "protectionend",
                                       "buyerprotectionends",
                                       "kauferschutzbis",
                                       "kauferschutzende",
                                       "protectionjusquau",
                                       "proteccionhasta",
                                       "protecaoate",
                                       "protezionefinoal",
                                       "koperbeschermingtot",
                                       "ochronado",
                                       "защитадо"};
constexpr std::string_view pickup_by[] = {"pickupby", "collectby"};
constexpr std::string_view days[] = {"days", "deliverydays", "guaranteeddays"};
constexpr std::string_view protection_days[] = {"protectiondays"};
constexpr std::string_view status[] = {"status",          "orderstatus",     "bestellstatus",
                                       "auftragsstatus",  "statut",          "etatdelacommande",
                                       "estado",          "estadodelpedido", "estadodopedido",
                                       "situacao",        "stato",           "statoordine",
                                       "statodellordine", "bestelstatus",    "statuszamowienia",
                                       "статус",          "статусзаказа",    "state"};
constexpr std::string_view end_reason[] = {"endreason", "orderendreason"};
constexpr std::string_view title[] = {
    "title",        "ordertitle",  "itemtitle",   "itemname",      "item",    "product",
    "producttitle", "productname", "products",    "titel",         "artikel", "artikelname",
    "produkt",      "produktname", "bezeichnung", "titre",         "produit", "article",
    "nomduproduit", "titulo",      "producto",    "articulo",      "produto", "titolo",
    "prodotto",     "articolo",    "tytuł",       "nazwaproduktu", "товар",   "наименование",
    "goods",        "description", "name",        "nazwa",         "название"};
constexpr std::string_view seller[] = {
    "seller",   "sellername", "store",    "storename", "vendor",  "supplier",   "verkaufer",
    "geschaft", "handler",    "vendeur",  "boutique",  "magasin", "vendedor",   "tienda",
    "loja",     "venditore",  "negozio",  "verkoper",  "winkel",  "sprzedawca", "sklep",
    "продавец", "магазин",    "shopname", "shop"};
constexpr std::string_view client[] = {
    "client",       "customer",    "customername", "clientname", "kunde",
    "cliente",      "klant",       "klient",       "клиент",     "shopifyordernumber",
    "shopifyorder", "shoporderid", "shoporder",    "reference"};
constexpr std::string_view total[] = {"total",        "totalprice",     "ordertotal",
                                      "orderamount",  "totalamount",    "totalorderamount",
                                      "pricetotal",   "totalpricetext", "gesamtpreis",
                                      "gesamtbetrag", "summe",          "prixtotal",
                                      "montanttotal", "preciototal",    "importetotal",
                                      "precototal",   "valortotal",     "prezzototale",
                                      "totale",       "totaalprijs",    "totaal",
                                      "suma",         "łacznie",        "итого",
                                      "сумма",        "суммазаказа"};
constexpr std::string_view price[] = {"price",  "cost",  "preis", "prix", "precio",  "preco",
                                      "prezzo", "prijs", "cena",  "цена", "buyprice"};
constexpr std::string_view amount[] = {"amount",  "paid",      "betrag",  "montant",
                                       "importe", "valor",     "importo", "bedrag",
                                       "kwota",   "стоимость", "value"};
constexpr std::string_view item_price[] = {
    "itemprice",  "unitprice",       "priceperitem",   "itempricetext", "einzelpreis",
    "stuckpreis", "prixunitaire",    "preciounitario", "precounitario", "prezzounitario",
    "stukprijs",  "cenajednostkowa", "ценазаштуку"};
constexpr std::string_view quantity[] = {"quantity",   "qty",      "itemquantity", "menge",
                                         "anzahl",     "stuck",    "quantite",     "cantidad",
                                         "quantidade", "quantita", "aantal",       "ilosc",
                                         "количество", "pieces",   "count"};
constexpr std::string_view currency[] = {"currency", "currencycode", "wahrung", "devise", "moneda",
                                         "moeda",    "valuta",       "waluta",  "валюта"};
constexpr std::string_view sale_price[] = {"sellprice", "saleprice", "sellingprice", "soldfor",
                                           "verkaufspreis"};
constexpr std::string_view tracking[] = {"trackingnumber",
                                         "trackingid",
                                         "trackingno",
                                         "trackingcode",
                                         "sendungsnummer",
                                         "trackingnummer",
                                         "numerodesuivi",
                                         "ndesuivi",
                                         "numerodeseguimiento",
                                         "seguimiento",
                                         "codigoderastreamento",
                                         "codigoderastreio",
                                         "rastreamento",
                                         "numeroditracking",
                                         "numeroditracciamento",
                                         "tracciamento",
                                         "volgnummer",
                                         "numersledzenia",
                                         "numerprzesyłki",
                                         "трекномер",
                                         "трек",
                                         "номеротслеживания",
                                         "tracking",
                                         "trackandtrace"};
constexpr std::string_view carrier[] = {
    "carrier",       "shippingcompany", "logistics",     "logisticscompany", "courier",
    "versanddienst", "transporteur",    "transportista", "transportadora",   "corriere",
    "vervoerder",    "przewoznik",      "перевозчик"};
constexpr std::string_view tags[] = {"tags", "tag", "labels"};
constexpr std::string_view note[] = {"note",  "notes",   "comment",    "remark",
                                     "notiz", "nota",    "notas",      "opmerking",
                                     "uwagi", "заметка", "комментарии"};
constexpr std::string_view rules[] = {"rules", "ruleset"};
constexpr std::string_view untracked[] = {"untracked"};

constexpr Names all[] = {
    {Role::number, number},
    {Role::parent_number, parent_number},
    {Role::ordered, ordered},
    {Role::shipped, shipped},
    {Role::delivered, delivered},
    {Role::delivery_date, delivery_date},
    {Role::confirmed, confirmed},
    {Role::cancelled, cancelled},
    {Role::ended, ended},
    {Role::ship_by, ship_by},
    {Role::deadline, deadline},
    {Role::closes, closes},
    {Role::pickup_by, pickup_by},
    {Role::days, days},
    {Role::protection_days, protection_days},
    {Role::status, status},
    {Role::end_reason, end_reason},
    {Role::title, title},
    {Role::seller, seller},
    {Role::client, client},
    {Role::price, total},
    {Role::plain_price, price},
    {Role::plain_amount, amount},
    {Role::item_price, item_price},
    {Role::quantity, quantity},
    {Role::currency, currency},
    {Role::sale_price, sale_price},
    {Role::tracking, tracking},
    {Role::carrier, carrier},
    {Role::untracked, untracked},
    {Role::tags, tags},
    {Role::note, note},
    {Role::rules, rules},
};

/// The words of a name: all that holds none of its letters and signs parts them.
std::vector<std::string> words_of(std::string_view name) {
  const std::string plain = in_plain_signs(name);
  std::vector<std::string> words;
  for (std::string_view rest = plain; !rest.empty();) {
    const auto end = rest.find_first_of(" ()[]{}:,/_-");
    if (end > 0) words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end, rest.size() - 1) + 1);
  }
  return words;
}

bool is_word(const std::string& word, std::initializer_list<std::string_view> known) {
  return std::any_of(known.begin(), known.end(),
                     [&](std::string_view each) { return same_word(word, each); });
}

/// Takes the unit off the end of a name: `(EUR)`, `in €`, `(UTC)`.
bool take_unit(std::vector<std::string>& words, ColumnMeaning& unit) {
  if (words.size() < 2) return false;
  unit.currency = currency_named(words.back());
  unit.is_utc = is_word(words.back(), {"utc", "gmt"});
  if (!unit.currency && !unit.is_utc) return false;
  words.pop_back();
  if (words.size() > 1 && is_word(words.back(), {"in", "en", "em", "w", "в"})) words.pop_back();
  return true;
}

/// Takes the marketplace's name out: of two numbers of an order, that one is meant.
bool take_marketplace(std::vector<std::string>& words) {
  return std::erase_if(words, [](const std::string& word) {
           return is_word(word, {"aliexpress", "ali"});
         }) > 0;
}

std::string bare(const std::vector<std::string>& words) {
  std::string name;
  for (const std::string& word : words) name += word + " ";
  return bare_name(name);
}

}  // namespace

std::optional<ColumnMeaning> role_called(std::string_view name) {
  for (const Names& each : all) {
    const auto found = std::find(each.names.begin(), each.names.end(), name);
    if (found == each.names.end()) continue;
    const auto rank = static_cast<std::size_t>(found - each.names.begin()) + 1;
    return ColumnMeaning{each.role, rank, std::nullopt, false};
  }
  return std::nullopt;
}

std::optional<ColumnMeaning> meaning_of_column(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  ColumnMeaning unit;
  const bool has_unit = take_unit(words, unit);
  const bool is_marketplaces = take_marketplace(words);
  auto meaning = has_unit || is_marketplaces ? role_called(bare(words)) : std::nullopt;
  if (!meaning) return role_called(bare_name(name));
  meaning->currency = unit.currency;
  meaning->is_utc = unit.is_utc;
  if (is_marketplaces) meaning->rank = 0;
  return meaning;
}

std::vector<ColumnName> column_names() {
  std::vector<ColumnName> names;
  for (const Names& each : all) {
    for (const std::string_view name : each.names) names.push_back({name, each.role});
  }
  return names;
}

}  // namespace aliprotect
