"""Workbooks: what import records of their sheets, and what stops aliprotect-read."""

import os
import subprocess

from program import ProgramTest, main, program
from workbooks import archive, ods, xlsx

HEADER = ["Order ID", "Order date", "Status", "Product title", "Total", "Currency"]
ORDER = "8190000000010001"
ADDRESS = "https://www.aliexpress.com/p/order/detail.html?orderId=8190000000010002&x=1"


class Workbooks(ProgramTest):
    def import_file(self, content, code=0):
        with open(self.path("orders.bin"), "wb") as file:
            file.write(content)
        answer = self.run_program("import", "orders.bin")
        self.assertEqual(answer.code, code, answer)
        return answer

    def orders(self):
        return {order["number"]: order for order in self.ask("list", "--all")}

    def test_xlsx(self):
        self.import_file(
            xlsx({"Orders": [HEADER, [ORDER, ("date", 46278), "Awaiting delivery", "Lamp & bulb", 12.5, "EUR"]],
                  "More": [HEADER, ["8190000000010003", ("date", 46278.5), "Awaiting delivery", "Cable", 3, "EUR"]]})
        )
        order = self.orders()[ORDER]
        self.assertEqual(order["title"], "Lamp & bulb")
        self.assertEqual(order["price"], {"amount": "12.50", "currency": "EUR"})
        self.assertEqual(order["ordered_at"], "2026-09-13T00:00:00Z")
        self.assertEqual(self.orders()["8190000000010003"]["ordered_at"], "2026-09-13T12:00:00Z")

    def test_ods(self):
        self.import_file(
            ods({"Orders": [HEADER, [ORDER, ("date", "2026-09-13"), "Awaiting delivery", "Lamp", 12.5, "EUR"]]})
        )
        order = self.orders()[ORDER]
        self.assertEqual(order["price"], {"amount": "12.50", "currency": "EUR"})
        self.assertEqual(order["ordered_at"], "2026-09-13T00:00:00Z")

    def test_a_number_that_lost_digits_is_rejected_unless_a_link_names_it(self):
        rows = [HEADER[:1] + HEADER[3:4], [8190000000010001, "Lamp"], [8190000000010002, "Cable"]]
        answer = self.import_file(xlsx({"Orders": rows}, links={"A3": ADDRESS}), code=4)
        self.assertIn(b"spreadsheet", answer.err)
        self.assertEqual(set(self.orders()), {"8190000000010002"})

    def test_a_number_that_lost_digits_is_found_in_another_cell(self):
        rows = [HEADER[:1] + ["Product title", "Link"], [8190000000010002, "Cable", ADDRESS], [8190000000010009, "Lamp", ADDRESS.replace("0002", "9992")]]
        self.import_file(xlsx({"Orders": rows}), code=4)
        self.assertEqual({number: order["title"] for number, order in self.orders().items()}, {"8190000000010002": "Cable"})

    def test_the_address_of_a_link_without_a_number_as_text(self):
        rows = [HEADER, ["Open", "2026-09-13", "Awaiting delivery", 'Lamp "A"']]
        self.import_file(xlsx({"Orders": rows}, links={"A2": ADDRESS}))
        self.assertEqual(self.orders()["8190000000010002"]["title"], 'Lamp "A"')

    def test_a_sheet_of_notes_is_skipped(self):
        notes = [["Remember"], ["the milk"]]
        orders = [HEADER[:1] + HEADER[3:4], [ORDER, "Lamp"]]
        for book in [xlsx({"Notes": notes, "Orders": orders}), ods({"Orders": orders, "Notes": notes})]:
            self.assertIn(b"skipped other sheets: 1", self.import_file(book).err)
        self.assertEqual(set(self.orders()), {ORDER})
        self.assertIn(b"without columns", self.import_file(xlsx({"Notes": notes}), code=1).err)

    def test_the_cached_text_of_a_link_counts(self):
        self.import_file(xlsx({"Orders": [HEADER[:1], [("link", ADDRESS, "8190000000010002")]]}))
        self.assertEqual(set(self.orders()), {"8190000000010002"})

    def test_hostile_workbooks_are_refused_in_one_line(self):
        entities = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
        outside = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
        deep = "<a>" * 100_000
        whole = xlsx({"Orders": [HEADER]})
        for name, content, reason in (
            ("a zip bomb", archive({"[Content_Types].xml": "", "xl/worksheets/sheet1.xml": b"<a>" + b" " * 600_000_000}), b"512 MiB"),
            ("entities", archive({"[Content_Types].xml": "", "xl/worksheets/sheet1.xml": entities}), b"document type"),
            ("a file", archive({"[Content_Types].xml": "", "xl/worksheets/sheet1.xml": outside}), b"document type"),
            ("nested", archive({"[Content_Types].xml": "", "xl/worksheets/sheet1.xml": deep}), b"too deep"),
            ("no sheets", archive({"[Content_Types].xml": "", "a.txt": "b"}), b"without sheets"),
            ("cut", whole[: len(whole) // 2], b""),
        ):
            with self.subTest(name):
                answer = self.import_file(content, code=1)
                self.assert_one_line_of_error(answer, 1)
                self.assertIn(reason, answer.err)


if __name__ == "__main__":
    main()
