#include "import/table/column_spellings.h"

#include <map>

#include "core/text/split.h"

namespace aliprotect {
namespace {

struct Row {
  Role role;
  std::string_view names;  ///< between bars
};

// Case, accents, blanks, signs and the small words within a name do not matter (bare_name,
// terse_name). Left out is what can mean several things: `Delivery`, `Expected delivery`, `Nr`.
// Where a role has several rows, the last one has the vague names.
constexpr Row rows[] = {
    {Role::number,
     "Order number | Order ID | Order no. | Order num | Order nr | "
     "Bestellnummer | Bestellnr. | Bestell-ID | Bestellungsnummer | Nummer der Bestellung | "
     "Auftragsnummer | Auftragsnr. | Auftrags-ID | "
     "Numéro de commande | N° de commande | No de commande | Num. de commande | "
     "ID de commande | Commande N° | Commande No | Référence de commande | "
     "Número de pedido | No. de pedido | N° de pedido | ID de pedido | ID del pedido | "
     "Código de pedido | Pedido No. | Pedido N° | Número de orden | No. de orden | "
     "N° de orden | ID de orden | "
     "Número do pedido | Nº do pedido | N° do pedido | ID do pedido | ID o pedido | "
     "Código do pedido | Número da encomenda | Nº da encomenda | N° da encomenda | "
     "ID da encomenda | Encomenda Nº | "
     "Numero d'ordine | Numero dell'ordine | Num. ordine | N° ordine | Nº ordine | Nr. ordine | "
     "ID ordine | ID dell'ordine | Codice ordine | Ordine N° | "
     "Bestelnummer | Bestelnr. | Bestel-ID | Bestellingsnummer | Ordernummer | "
     "Numer zamówienia | Nr zamówienia | ID zamówienia | Zamówienie nr | "
     "Номер заказа | № заказа | ID заказа | Код заказа | Заказ № | Заказ номер | "
     "sourceOrderId | supplierOrderId | supplierOrderNumber | buyOrderId"},
    {Role::number,
     "Number | Order | Bestellung | Auftrag | Commande | Pedido | Orden | Encomenda | Ordine | "
     "Bestelling | Zamówienie | Заказ"},
    {Role::parent_number, "Parent order ID | Parent order"},
    {Role::ordered,
     "Ordered at | Ordered on | Order date | Order time | Date ordered | Date of order | "
     "Order placed | Order placed on | Placed on | Date placed | gmt_create | "
     "Purchase date | Date of purchase | Purchased on | Date purchased | "
     "Bestelldatum | Bestellt am | Bestellzeit | Datum der Bestellung | Auftragsdatum | "
     "Kaufdatum | Gekauft am | Datum des Kaufs | "
     "Date de commande | Date de la commande | Commandé le | Commandée le | Date d'achat | "
     "Date de l'achat | Acheté le | "
     "Fecha de pedido | Fecha del pedido | Fecha de orden | Fecha de la orden | "
     "Fecha de compra | Comprado el | "
     "Data do pedido | Data de pedido | Data da encomenda | Data da compra | Data de compra | "
     "Encomendado em | Comprado em | "
     "Data ordine | Data dell'ordine | Data di acquisto | Data d'acquisto | Data dell'acquisto | "
     "Ordinato il | Acquistato il | "
     "Besteldatum | Orderdatum | Besteld op | Datum van bestelling | Aankoopdatum | Gekocht op | "
     "Data zamówienia | Data złożenia zamówienia | Data zakupu | Zamówiono | Kupiono | "
     "Дата заказа | Дата покупки | Дата оформления | Дата оформления заказа | Время заказа | "
     "Заказано | Куплено"},
    {Role::ordered,
     "Ordered | buyDate | Created | Created at | Datetime | Date | Datum | Fecha | Data | Дата"},
    {Role::shipped,
     "Shipped at | Shipped on | Shipped date | Ship date | Shipping date | Shipment date | "
     "Date shipped | Date of shipment | Date sent | Sent at | Sent on | Dispatch date | "
     "Dispatched on | Date dispatched | gmt_send | "
     "Versanddatum | Versendet am | Versandt am | Verschickt am | Datum des Versands | "
     "Date d'expédition | Date de l'expédition | Expédié le | Expédiée le | Date d'envoi | "
     "Date de l'envoi | Envoyé le | Envoyée le | "
     "Fecha de envío | Fecha del envío | Enviado el | "
     "Data de envio | Data do envio | Enviado em | Data de expedição | Data da expedição | "
     "Expedido em | Data de postagem | Data da postagem | Postado em | "
     "Data di spedizione | Data della spedizione | Spedito il | Spedita il | Data di invio | "
     "Data d'invio | Inviato il | "
     "Verzenddatum | Verzonden op | Verstuurd op | Datum van verzending | "
     "Data wysyłki | Data wysłania | Data nadania | "
     "Дата отправки | Дата отправления | Дата отгрузки"},
    {Role::shipped,
     "Shipped | Dispatched | Versendet | Versandt | Verschickt | Expédié | Expédiée | Enviado | "
     "Spedito | Verzonden | Verstuurd | Wysłano | Wysłane | Nadano | Отправлен | Отправлено | "
     "Отгружен | Отгружено"},
    {Role::delivered,
     "Delivered at | Delivered on | Date delivered | Received at | Received on | "
     "Date received | Zugestellt am | Geliefert am | Erhalten am | "
     "Livré le | Livrée le | Reçu le | Date de réception | "
     "Entregado el | Recibido el | Fecha de recepción | "
     "Entregue em | Recebido em | Data de recebimento | "
     "Consegnato il | Consegnata il | Ricevuto il | Data di ricezione | "
     "Bezorgd op | Geleverd op | Ontvangen op | Data odbioru | Дата получения | Дата вручения"},
    {Role::delivery_date,
     "Delivery date | Date of delivery | Zustelldatum | Lieferdatum | Date de livraison | Fecha de "
     "entrega | "
     "Data de entrega | Data da entrega | Data di consegna | Leverdatum | Data doręczenia | "
     "Data dostarczenia | Data dostawy | Дата доставки"},
    {Role::delivered,
     "Delivered | Zugestellt | Geliefert | Livré | Livrée | Entregado | Entregue | Consegnato | "
     "Bezorgd | Geleverd | Dostarczono | Doręczono | Odebrano | Доставлен | Доставлено | "
     "Получен | Получено | Received"},
    {Role::confirmed, "Confirmed at | Confirmed on | Confirmed"},
    {Role::cancelled,
     "Cancelled at | Cancelled on | Canceled at | Canceled on | Date cancelled | Date canceled | "
     "Storniert am | Annulé le | Annulée le | Cancelado el | Cancelado em | Annullato il | "
     "Geannuleerd op | Data anulowania | Дата отмены | Cancelled | Canceled"},
    {Role::ended, "gmt_trade_end_time | Trade end"},
    {Role::ship_by, "Ship by | Ship before | Processing ends | Versand bis | Versenden bis"},
    {Role::deadline,
     "Guaranteed delivery | Guaranteed delivery date | Deliver by | Arrive by | Arrives by | "
     "Delivery deadline | Latest delivery | Latest delivery date | "
     "Lieferfrist | Lieferung bis | Lieferung bis spätestens | Lieferung spätestens | "
     "Späteste Lieferung | Spätester Liefertermin | Garantierte Lieferung | "
     "Date limite de livraison | Livraison au plus tard | Livraison au plus tard le | "
     "Livraison avant le | Livraison garantie | "
     "Fecha límite de entrega | Plazo de entrega | Entrega antes del | Entrega garantizada | "
     "Prazo de entrega | Data limite de entrega | Entrega até | Entregar até | "
     "Entrega garantida | "
     "Consegna entro | Consegna entro il | Data limite di consegna | Termine di consegna | "
     "Scadenza consegna | Consegna garantita | "
     "Uiterste levering | Uiterste leverdatum | Levering uiterlijk | Levering uiterlijk op | "
     "Gegarandeerde levering | "
     "Termin dostawy | Ostateczny termin dostawy | Gwarantowana dostawa | "
     "Срок доставки | Крайний срок доставки | Гарантированная доставка"},
    {Role::deadline,
     "Deadline | Date limite | Fecha límite | Prazo | Data limite | Scadenza | Dostawa do | "
     "Доставка до"},
    {Role::closes,
     "Closes at | Protection ends | Protection ends on | Protection end | Protection end date | "
     "Protection until | Protected until | Protection expires | Protection expires on | "
     "End of protection | Buyer protection ends | Buyer protection ends on | "
     "Buyer protection end | Buyer protection end date | Buyer protection until | "
     "Buyer protection expires | End of buyer protection | "
     "Käuferschutz bis | Käuferschutz endet | Käuferschutz endet am | Käuferschutzende | "
     "Ende Käuferschutz | Ende des Käuferschutzes | "
     "Protection jusqu'au | Protection acheteur jusqu'au | Fin de protection | "
     "Fin de la protection | Fin de protection acheteur | Fin de la protection de l'acheteur | "
     "Date de fin de protection | "
     "Protección hasta | Protección hasta el | Protección del comprador hasta | "
     "Fin de protección | Fin de la protección | Fin de la protección del comprador | "
     "Proteção até | Proteção do comprador até | Fim da proteção | "
     "Fim da proteção do comprador | "
     "Protezione fino al | Protezione acquirente fino al | Fine protezione | "
     "Fine della protezione | Fine protezione acquirente | Scadenza protezione | "
     "Kopersbescherming tot | Koperbescherming tot | Bescherming tot | "
     "Einde kopersbescherming | Einde van de kopersbescherming | "
     "Ochrona do | Ochrona kupującego do | Koniec ochrony | Koniec ochrony kupującego | "
     "Защита до | Защита покупателя до | Окончание защиты | Окончание защиты покупателя | "
     "Конец защиты"},
    {Role::closes, "Closes | Buyer protection"},
    {Role::pickup_by,
     "Pick up by | Collect by | Abholen bis | Abholung bis | Retirer avant le | "
     "À retirer avant le | Recoger antes del | Ritirare entro | Ritirare entro il | "
     "Ophalen voor | Odbiór do | Odebrać do | Забрать до"},
    {Role::days, "Days | Delivery days | Guaranteed days"},
    {Role::protection_days, "Protection days | Buyer protection days | Days of protection"},
    {Role::status,
     "Status | Order status | Order state | Status of the order | "
     "Bestellstatus | Auftragsstatus | Status der Bestellung | "
     "Statut | Statut de commande | Statut de la commande | État de commande | "
     "État de la commande | "
     "Estado | Estado del pedido | Estado de la orden | "
     "Estado do pedido | Estado da encomenda | Status do pedido | Status da encomenda | "
     "Situação | Situação do pedido | "
     "Stato | Stato ordine | Stato dell'ordine | "
     "Bestelstatus | Status bestelling | Status van de bestelling | "
     "Status zamówienia | Stan zamówienia | Статус | Статус заказа | Состояние заказа"},
    {Role::status, "State | État | Stan | Состояние"},
    {Role::end_reason, "End reason | Order end reason"},
    {Role::title,
     "Title | Order title | Item title | Item name | Item | Product | Product title | "
     "Product name | Products | Titel | Artikel | Artikelname | Artikelbezeichnung | Produkt | "
     "Produktname | Bezeichnung | Titre | Produit | Article | Nom du produit | "
     "Nom de l'article | Título | Producto | Artículo | Nombre del producto | "
     "Nombre del artículo | Produto | Nome do produto | Titolo | Prodotto | Articolo | "
     "Nome prodotto | Productnaam | Tytuł | Nazwa produktu | Nazwa towaru | Товар | "
     "Название товара | Наименование товара | Наименование"},
    {Role::title, "Goods | Description | Name | Nazwa | Название"},
    {Role::seller,
     "Seller | Seller name | Store | Store name | Vendor | Supplier | Verkäufer | Geschäft | "
     "Händler | Vendeur | Boutique | Magasin | Vendedor | Tienda | Loja | Venditore | Negozio | "
     "Verkoper | Winkel | Sprzedawca | Sklep | Продавец | Магазин | Shop name | Shop | "
     "Verkäufername | Nom du vendeur | Nom de la boutique | Nombre del vendedor | "
     "Nombre de la tienda | Nome do vendedor | Nome da loja | Nome venditore | Nazwa sklepu | "
     "Имя продавца | Название магазина"},
    {Role::client,
     "Client | Customer | Customer name | Client name | Kunde | Cliente | Klant | Klient | "
     "Клиент | Shopify order number | Shopify order | Shop order ID | Shop order | Reference"},
    {Role::price,
     "Total | Total price | Order total | Order amount | Total amount | Total order amount | "
     "Price total | total_price_text | Gesamtpreis | Gesamtbetrag | Summe | Prix total | "
     "Montant total | Precio total | Importe total | Preço total | Valor total | "
     "Prezzo totale | Totale | Totaalprijs | Totaal | Suma | Łącznie | Итого | Сумма | "
     "Сумма заказа | Grand total | Gesamt | Gesamtsumme | Total de la commande | "
     "Total del pedido | Total do pedido | Importo totale | Totale ordine | Totaalbedrag | "
     "Wartość zamówienia | Razem | Всего"},
    {Role::plain_price,
     "Price | Cost | Preis | Prix | Precio | Preço | Prezzo | Prijs | Cena | Цена | buyPrice"},
    {Role::plain_amount,
     "Amount | Betrag | Montant | Importe | Valor | Importo | Bedrag | Kwota | Стоимость | "
     "Paid | Value"},
    {Role::item_price,
     "Item price | Unit price | Price per item | item_price_text | Einzelpreis | Stückpreis | "
     "Prix unitaire | Precio unitario | Preço unitário | Prezzo unitario | Stukprijs | "
     "Cena jednostkowa | Цена за штуку"},
    {Role::quantity,
     "Quantity | Qty | Item quantity | Menge | Anzahl | Stück | Quantité | Cantidad | "
     "Quantidade | Quantità | Aantal | Ilość | Количество | Pieces | Count | Qté | "
     "Qtd | Qtà | Кол-во"},
    {Role::currency,
     "Currency | Currency code | Währung | Devise | Moneda | Moeda | Valuta | Waluta | Валюта"},
    {Role::sale_price, "Sell price | Sale price | Selling price | Sold for | Verkaufspreis"},
    {Role::tracking,
     "Tracking number | Tracking ID | Tracking no. | Tracking code | Track & Trace | "
     "Track and trace | Track & Trace code | "
     "Sendungsnummer | Trackingnummer | Sendungsverfolgungsnummer | Paketnummer | "
     "Numéro de suivi | N° de suivi | Nº de suivi | Code de suivi | "
     "Número de seguimiento | Nº de seguimiento | N° de seguimiento | Código de seguimiento | "
     "Número de rastreamento | Código de rastreamento | Número de rastreio | "
     "Código de rastreio | "
     "Numero di tracking | Numero di tracciamento | Codice di tracking | "
     "Codice di tracciamento | Volgnummer | "
     "Numer śledzenia | Nr śledzenia | Numer przesyłki | Nr przesyłki | "
     "Трек-номер | Трек-код | Номер отслеживания | Код отслеживания"},
    {Role::tracking,
     "Tracking | Sendungsverfolgung | Suivi | Seguimiento | Rastreamento | Rastreio | "
     "Tracciamento | Śledzenie | Трек"},
    {Role::carrier,
     "Carrier | Shipping company | Logistics | Logistics company | Courier | Versanddienst | "
     "Versanddienstleister | Paketdienst | Transporteur | Transportista | Transportadora | "
     "Corriere | Vervoerder | Przewoźnik | Перевозчик | "
     "Служба доставки"},
    {Role::untracked, "Untracked"},
    {Role::tags, "Tags | Tag | Labels | Étiquettes | Etiquetas | Etichette | Tagi | Метки"},
    {Role::note,
     "Note | Notes | Comment | Remark | Notiz | Nota | Notas | Opmerking | Uwagi | Заметка | "
     "Комментарий | Notizen | Bemerkung | Kommentar | Commentaire | Remarque | Comentario | "
     "Observaciones | Observações | Commento | Komentarz | Notatka | Примечание"},
    {Role::rules, "Rules | Rule set"},
};

std::vector<ColumnSpelling> all_of_table() {
  std::vector<ColumnSpelling> spellings;
  std::map<Role, std::size_t> ranks;
  for (const Row& row : rows) {
    for_each_part(row.names, "|", [&](std::string_view name) {
      spellings.push_back({name, row.role, ++ranks[row.role]});
    });
  }
  return spellings;
}

}  // namespace

const std::vector<ColumnSpelling>& column_spellings() {
  static const auto spellings = all_of_table();
  return spellings;
}

}  // namespace aliprotect
