"""Imports damaged rows of real layouts.

No order with a certain number is lost, none is invented, none is ended by a word that does not say so, and each value
that cannot be read is reported with its line. ALIPROTECT_MUTATED_ROWS sets the number of rows.
"""

import csv
import io
import json
import os
import random

from program import ProgramTest, main

ROWS = int(os.environ.get("ALIPROTECT_MUTATED_ROWS", "1500"))
SEED = int(os.environ.get("ALIPROTECT_SEED", "1"))

# Layouts with an order per row: columns as (header, kind).
LAYOUTS = [
    (
        "Order ID:number,Order Date:date,Status:status,Product Title:text,Product Link:other,Currency:currency,"
        "Price:price,Store Name:text,Store Link:other,Tracking Number:tracking,Notes:text"
    ),
    (
        "order_id:number,order_date:date,status:status,total_price_text:price,currency:currency,store_name:text,"
        "order_title:text,order_titles:other,item_image_url:other,order_line_count:other,payment_method:other,"
        "shipping_contact_name:other,shipping_country_code:other,shipping_post_code:other,"
        "shipping_region_address:other,shipping_detail_address:other,shipping_phone:other,order_detail_url:link,"
        "invoice_page_url:other,invoice_pdf_paths:other,list_json:other,detail_json:detail,invoice_info_json:other"
    ),
    (
        "Order Date:date,Order ID:number,Title:text,Qty:quantity,Price:price,Store:text,Product ID:other,SKU ID:other,"
        "Attributes:other,Price Info:other,Currency:currency,Status:status,Product Url:other,Product Image Url:other,"
        "Store Url:other,Tags:other"
    ),
    "Bestellnummer:number,Bestelldatum:date,Status:status,Artikel:text,Gesamtpreis:price,Sendungsnummer:tracking",
    "Numéro de commande:number,Date de commande:date,Statut:status,Produit:text,Prix total:price,Quantité:quantity",
]

# An order can have several rows.
LINES = (
    "order_id:number,order_date:date,store_name:text,status:status,line_index:line,order_line_id:other,product_id:other,"
    "sku_id:other,item_title:text,item_image_url:other,item_price_text:price,currency:currency,quantity:quantity,"
    "item_detail_url:other,snapshot_url:other,sku_attrs_json:other,item_tags_json:other,line_json:other"
)

VALID = {
    "date": ["2026-10-12", "Oct 12, 2026", "12. Okt. 2026", "12 octobre 2026", "2026-10-12 07:44:46"],
    "status": ["Awaiting delivery", "Awaiting shipment", "Completed", "Canceled", "Refunded", "Shipped"],
    "price": ["US $12.34", "1.234,56 €", "12,00 EUR", "R$ 5,00"],
    "currency": ["USD", "EUR", ""],
    "quantity": ["1", "2", "x3"],
    "tracking": ["LP00123456789012", "RR123456789XX", ""],
    "text": ["Lamp", "Cable, 2 m", "Фонарь", "ランプ", 'Hose 1/4"', "-5", "=1+1"],
    "other": ["", "https://example.test/item/1.html", "[]"],
    "link": [""],
    "detail": ["", "{}"],
}

# Values that cannot be read as this kind.
UNREADABLE = {
    "date": ["soon", "2026-02-30", "99/99/9999", "45678", "2026년 9월 13일", "yes", "12 Foo 2026", "03/04/2026"],
    "status": [
        "Expired", "Closed", "Finished", "Confirmed", "8", "Teleported", "배송 완료", "הושלם", "Tamamlandı",
        "Виконано", "完了", "Abgelaufen", "Cerrado", "Terminado", "Zrealizowane", "Refund processing",
        "Awaiting review", "Completed?? no", "Not completed", "LP00123456789012", "resolved",
    ],
    "price": ["cheap", "-US $5.00", "(US $2.00)", "12.34 XYZ", "US $", "1,2,3,4", "12.10.2026"],
    "currency": ["coins", "XXQ", "5"],
    "quantity": ["two", "-1", "1.5", "US $5"],
    "tracking": ["Awaiting shipment", "see mail", "US $5.00", "4.2E+12"],
    "text": ["Bro\udcffken"],
    "detail": ["{", "no JSON"],
}

DAMAGED_NUMBERS = [
    "", "3.05861E+15", "3058610000000000", "12", "305100000001AB34", "3051000000011234 3051000000021234",
    "407-0000000-0014744", "PO-098-00000000000001", "12-00000-00015", "Order",
]

# The words that may end an order.
ENDS = {"Completed": "confirmed", "Canceled": "cancelled", "Refunded": "resolved"}
FIELDS = {
    "date": "ordered_at", "status": "status", "price": "price", "currency": "currency", "quantity": "quantity",
    "tracking": "tracking", "detail": "detail_json",
}
TEXT_FIELDS = {"title", "seller", "notes"}


class Row:
    """One generated row, and what must become of it."""

    def __init__(self, chance, columns, number, line="0"):
        self.number = number
        self.cells = []
        self.unreadable = []  # kinds
        self.status = None
        damaged = chance.random() < 0.05
        for _, kind in columns:
            if kind == "number":
                self.cells.append(chance.choice(DAMAGED_NUMBERS) if damaged else number)
                continue
            if kind == "line":
                self.cells.append(line)
                continue
            bad = kind in UNREADABLE and chance.random() < 0.2
            value = chance.choice((UNREADABLE if bad else VALID)[kind])
            self.cells.append(value)
            if bad:
                self.unreadable.append(kind)
            if kind == "status":
                self.status = value
        self.has_number = not damaged
        self.is_too_long = self.has_number and chance.random() < 0.03
        if self.is_too_long:
            self.cells.append("blue")


def end_of(statuses):
    """An order has ended if all of its rows say so; the items that were kept count first."""
    ends = {ENDS.get(status) for status in statuses}
    if None in ends:
        return None
    return next(end for end in ("confirmed", "resolved", "cancelled") if end in ends)


class ImportMutations(ProgramTest):
    def test_damaged_rows(self):
        chance = random.Random(SEED)
        number = 3051000100000000
        for place, layout in enumerate(LAYOUTS):
            columns = [tuple(column.rsplit(":", 1)) for column in layout.split(",")]
            rows = []
            for _ in range(ROWS // len(LAYOUTS)):
                number += 10007
                rows.append(Row(chance, columns, str(number)))
            with self.subTest(layout=layout, seed=SEED):
                self.check(place, columns, rows)

    def test_damaged_rows_of_orders_with_several(self):
        chance = random.Random(SEED)
        columns = [tuple(column.rsplit(":", 1)) for column in LINES.split(",")]
        rows = []
        for order in range(ROWS // 6):
            number = str(3051000900000000 + 10007 * order)
            rows += [Row(chance, columns, number, str(line)) for line in range(chance.randint(1, 3))]
        report, orders = self.import_rows("lines.db", columns, rows)
        self.assertEqual(set(orders), {row.number for row in rows if row.has_number})
        skipped = {(each["line"], each["field"]) for each in report["skipped"]}
        statuses = {}
        for line, row in enumerate(rows, 2):
            if row.has_number:
                status = None if row.is_too_long else row.status
                statuses.setdefault(row.number, []).append(status)
                kinds = set() if row.is_too_long else {FIELDS.get(kind, "") for kind in row.unreadable}
                for field in kinds - {""}:
                    self.assertIn((line, field), skipped, row.cells)
        for number, order in orders.items():
            ended = order["status"] if order["status"] in ENDS.values() else None
            self.assertEqual(ended, end_of(statuses[number]), (number, statuses[number]))

    def import_rows(self, store, columns, rows):
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow([header for header, _ in columns])
        for row in rows:
            writer.writerow(row.cells)
        with open(self.path("rows.csv"), "wb") as file:
            file.write(text.getvalue().encode("utf-8", "surrogateescape"))
        answer = self.run_program(
            "--db", store, "import", "rows.csv", "--json", "--currency", "USD", "--shipped-after", "3d"
        )
        report = json.loads(answer.out)
        self.assertEqual(answer.code, 4 if report["rejected"] else 0)
        self.assertEqual(report["read"], len(rows))
        return report, {order["number"]: order for order in self.ask("--db", store, "list", "--all")}

    def check(self, place, columns, rows):
        report, orders = self.import_rows("%d.db" % place, columns, rows)
        self.assertEqual(set(orders), {row.number for row in rows if row.has_number})
        rejected = {each["line"] for each in report["rows"]}
        skipped = {}
        for each in report["skipped"]:
            skipped.setdefault(each["line"], []).append(each["field"])
        for line, row in enumerate(rows, 2):
            self.assertEqual(line in rejected, not row.has_number, row.cells)
            if row.has_number:
                self.check_row(row, orders[row.number], skipped.get(line, []))

    def check_row(self, row, order, skipped):
        if row.is_too_long:
            self.assertEqual(skipped, ["row"], row.cells)
            self.assertIn(order["status"], ("awaiting_shipment",), row.cells)
            return
        ended = order["status"] if order["status"] in ENDS.values() else None
        self.assertEqual(ended, ENDS.get(row.status), row.cells)
        fields = set(skipped)
        for kind in row.unreadable:
            known = TEXT_FIELDS if kind == "text" else {FIELDS[kind]}
            self.assertTrue(fields & known, (row.cells, skipped))
        allowed = {FIELDS.get(kind) for kind in row.unreadable} | {"price"}
        if "text" in row.unreadable:
            allowed |= TEXT_FIELDS
        self.assertLessEqual(fields, allowed, row.cells)


if __name__ == "__main__":
    main()
