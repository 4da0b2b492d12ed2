#include "import/column_names.h"

#include <algorithm>
#include <span>

namespace aliprotect {
namespace {

struct Names {
  Role role;
  std::span<const std::string_view> names;
};

// Bare words, without the blanks between them.

constexpr std::string_view number[] = {
    "number",          "ordernumber",       "orderid",
    "orderno",         "ordernum",          "order",
    "aliexpressorder", "aliexpressorderid", "aliexpressordernumber",
    "bestellnummer",   "bestellnr",         "bestellid",
    "auftragsnummer",  "bestellung",        "numerodecommande",
    "ndecommande",     "commande",          "idcommande",
    "numerodepedido",  "nodepedido",        "ndepedido",
    "pedido",          "iddepedido",        "iddelpedido",
    "numerodopedido",  "idopedido",         "iddopedido",
    "numerodordine",   "numeroordine",      "ordine",
    "idordine",        "bestelnummer",      "ordernummer",
    "bestelling",      "numerzamowienia",   "nrzamowienia",
    "zamowienie",      "idzamowienia",      "номерзаказа",
    "заказ",           "noзаказа"};
constexpr std::string_view parent_number[] = {"parentorderid", "parentorder"};
constexpr std::string_view ordered[] = {
    "ordered",        "orderedat",        "orderdate",      "ordertime",      "orderedon",
    "date",           "datetime",         "created",        "createdat",      "gmtcreate",
    "purchasedate",   "bestelldatum",     "bestelltam",     "datum",          "kaufdatum",
    "datedecommande", "datedelacommande", "fechadepedido",  "fechadelpedido", "fecha",
    "datadopedido",   "datadepedido",     "data",           "dataordine",     "datadellordine",
    "besteldatum",    "orderdatum",       "datazamowienia", "датазаказа",     "дата"};
constexpr std::string_view shipped[] = {
    "shipped",      "shippedat",       "shipdate",    "shippingdate",     "shipmentdate",
    "dateshipped",  "sentat",          "gmtsend",     "versanddatum",     "versendetam",
    "versandtam",   "datedexpedition", "expediele",   "fechadeenvio",     "enviadoel",
    "datadeenvio",  "datadoenvio",     "enviadoem",   "datadispedizione", "speditoil",
    "verzenddatum", "verzondenop",     "datawysyłki", "датаотправки",     "отправлен"};
constexpr std::string_view delivered[] = {
    "delivered",       "deliveredat",    "deliverydate",   "datedelivered", "receivedat",
    "received",        "zugestelltam",   "zustelldatum",   "geliefertam",   "livrele",
    "datedelivraison", "entregadoel",    "fechadeentrega", "entregueem",    "datadeentrega",
    "consegnatoil",    "datadiconsegna", "bezorgdop",      "leverdatum",    "datadoreczenia",
    "датадоставки"};
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
constexpr std::string_view status[] = {"status",           "orderstatus",     "state",
                                       "bestellstatus",    "auftragsstatus",  "statut",
                                       "etatdelacommande", "estado",          "estadodelpedido",
                                       "estadodopedido",   "situacao",        "stato",
                                       "statoordine",      "statodellordine", "bestelstatus",
                                       "statuszamowienia", "статус",          "статусзаказа"};
constexpr std::string_view end_reason[] = {"endreason", "orderendreason"};
constexpr std::string_view title[] = {
    "title",        "ordertitle",    "itemtitle",   "itemname",     "item",        "product",
    "producttitle", "productname",   "products",    "name",         "description", "goods",
    "titel",        "artikel",       "artikelname", "produkt",      "produktname", "bezeichnung",
    "titre",        "produit",       "article",     "nomduproduit", "titulo",      "producto",
    "articulo",     "produto",       "titolo",      "prodotto",     "articolo",    "tytuł",
    "nazwa",        "nazwaproduktu", "название",    "товар",        "наименование"};
constexpr std::string_view seller[] = {
    "seller",     "sellername", "store",    "storename", "shop",    "shopname", "vendor",
    "supplier",   "verkaufer",  "geschaft", "handler",   "vendeur", "boutique", "magasin",
    "vendedor",   "tienda",     "loja",     "venditore", "negozio", "verkoper", "winkel",
    "sprzedawca", "sklep",      "продавец", "магазин"};
constexpr std::string_view client[] = {"client", "customer",  "customername", "clientname",
                                       "kunde",  "cliente",   "klant",        "klient",
                                       "клиент", "shoporder", "reference"};
constexpr std::string_view total[] = {"total",        "totalprice",     "ordertotal",
                                      "orderamount",  "totalamount",    "totalorderamount",
                                      "pricetotal",   "totalpricetext", "gesamtpreis",
                                      "gesamtbetrag", "summe",          "prixtotal",
                                      "montanttotal", "preciototal",    "importetotal",
                                      "precototal",   "valortotal",     "prezzototale",
                                      "totale",       "totaalprijs",    "totaal",
                                      "suma",         "łacznie",        "итого",
                                      "сумма",        "суммазаказа"};
constexpr std::string_view price[] = {"price",  "amount", "cost",     "value",  "paid",    "preis",
                                      "betrag", "prix",   "montant",  "precio", "importe", "preco",
                                      "valor",  "prezzo", "importo",  "prijs",  "bedrag",  "cena",
                                      "kwota",  "цена",   "стоимость"};
constexpr std::string_view item_price[] = {
    "itemprice",  "unitprice",       "priceperitem",   "itempricetext", "einzelpreis",
    "stuckpreis", "prixunitaire",    "preciounitario", "precounitario", "prezzounitario",
    "stukprijs",  "cenajednostkowa", "ценазаштуку"};
constexpr std::string_view quantity[] = {
    "quantity", "qty",      "itemquantity", "count",    "pieces", "menge", "anzahl",    "stuck",
    "quantite", "cantidad", "quantidade",   "quantita", "aantal", "ilosc", "количество"};
constexpr std::string_view currency[] = {"currency", "currencycode", "wahrung", "devise", "moneda",
                                         "moeda",    "valuta",       "waluta",  "валюта"};
constexpr std::string_view sale_price[] = {"saleprice", "sellingprice", "soldfor", "verkaufspreis"};
constexpr std::string_view tracking[] = {"tracking",
                                         "trackingnumber",
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
                                         "trackandtrace",
                                         "numersledzenia",
                                         "numerprzesyłki",
                                         "трекномер",
                                         "трек",
                                         "номеротслеживания"};
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

}  // namespace

std::optional<Role> role_called(std::string_view name) {
  for (const Names& each : all) {
    if (std::find(each.names.begin(), each.names.end(), name) != each.names.end()) return each.role;
  }
  return std::nullopt;
}

}  // namespace aliprotect
