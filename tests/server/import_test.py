"""Imports on a PostgreSQL server that are large enough for COPY."""

import hashlib
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))

import program  # noqa: E402
from server_case import ServerCase  # noqa: E402

ORDERS = 8000


class Import(ServerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        generate = os.path.join(program.source_folder(), "tests/bench/generate.py")
        lines = subprocess.run([sys.executable, generate, str(ORDERS)], capture_output=True, check=True)
        cls.orders = [json.loads(line) for line in lines.stdout.splitlines()]

    def succeed(self, store, *words, **more):
        answer = self.run_program(*words, env=self.environment(ALIPROTECT_DB=store), **more)
        self.assertEqual((answer.code, answer.err), (0, b""), answer)
        return answer.out

    def test_it_records_the_same_as_in_a_file(self):
        changed = [{**order, "title": "it's \\N \"x\" 雨伞\t🧸"} for order in self.orders[::3]]
        again = [{"number": order["number"], "tags": ["twice"]} for order in self.orders[-2000:]]
        other = [{"number": "90000000%04d1234" % place, "title": "Lamp"} for place in range(2000)]
        files = (self.orders + again, changed + other + other[:50], self.orders)
        stores = self.path("orders.db"), self.server.new_store("same")
        for orders in files:
            answers = [json.loads(self.succeed(store, "import", "-", "--as", "jsonl", "--json",
                                               input=program.jsonl(orders))) for store in stores]
            self.assertEqual(*answers)
            exports = [self.succeed(store, "export", "--format", "jsonl") for store in stores]
            self.assertTrue(exports[0] == exports[1])
        for words in (("undo", "--quiet"), ("undo", "--quiet")):
            for store in stores:
                self.succeed(store, *words)
                self.assertEqual(self.succeed(store, "check", "--quiet"), b"")
            exports = [self.succeed(store, "export", "--format", "jsonl") for store in stores]
            self.assertTrue(exports[0] == exports[1])

    def test_numbers_that_occur_twice_are_found_by_their_index(self):
        """PostgreSQL does not use an index that was built after rows were updated in the same change."""
        again = [{"number": order["number"], "title": "Lamp"} for order in self.orders]
        store = self.server.new_store("twice")
        lines = program.jsonl(self.orders[:100] + again[:3] + self.orders[100:] + again)
        self.succeed(store, "import", "-", "--as", "jsonl", "--quiet", input=lines)
        self.assertEqual(
            self.server.sql("SELECT indcheckxmin FROM pg_index WHERE indexrelid = 'twice.orders_by_number'::regclass"),
            "f",
        )
        titles = {order["title"] for order in json.loads(self.succeed(store, "export"))}
        self.assertEqual(titles, {"Lamp"})
        self.assertEqual(self.succeed(store, "check", "--quiet"), b"")

    def test_orders_in_any_sequence_keep_their_ids(self):
        """A dropped index is built again as soon as ids have to be looked up."""
        orders = [{"id": ORDERS - place, **order} for place, order in enumerate(self.orders[::-1])]
        orders = orders[100:] + orders[:100]
        store = self.server.new_store("backwards")
        self.succeed(store, "import", "-", "--as", "jsonl", "--quiet", input=program.jsonl(orders))
        exported = json.loads(self.succeed(store, "export"))
        self.assertEqual({order["id"]: order["number"] for order in exported},
                         {order["id"]: order["number"] for order in orders})
        self.assertEqual(self.succeed(store, "check", "--quiet"), b"")

    def test_long_texts_are_found(self):
        text = "".join(hashlib.sha256(b"%d" % i).hexdigest() for i in range(1000))
        for store in self.path("long.db"), self.server.new_store("long"):
            for place, end in enumerate("ab"):
                facts = {fact: text + end for fact in ("seller", "client")}
                order = {"number": "90000000000%d1234" % place, **facts, "tags": [text + end]}
                self.succeed(store, "import", "-", "--as", "jsonl", "--quiet", input=program.jsonl([order]))
            for option in ("--seller", "--client", "--tag"):
                found = self.succeed(store, "list", "--all", option, text.upper() + "B", "--format", "ids")
                self.assertEqual(found, b"2\n")
            folder = os.path.join(*[text[i * 100:i * 100 + 200] for i in range(18)])
            os.makedirs(self.path(folder), exist_ok=True)
            with open(self.path(folder, "orders.jsonl"), "wb") as file:
                file.write(program.jsonl([{"number": "9000000000021234"}]))
            self.succeed(store, "import", os.path.join(folder, "orders.jsonl"), "--quiet")
            self.succeed(store, "edit", "2", "--remove-tag", text + "b", "--quiet")
            self.assertEqual(self.succeed(store, "check", "--quiet"), b"")

    def test_a_killed_server_has_nothing_of_it(self):
        file = self.path("orders.jsonl")
        with open(file, "wb") as out:
            out.write(program.jsonl(self.orders))
        delay = 0.4
        while True:
            store = self.server.new_store("killed%d" % (1000 * delay))
            process = self.start([program.program(), "--db", store, "import", file, "--quiet"])
            time.sleep(delay)
            self.server.kill()
            answer = program.finish(process)
            self.server.start()
            if answer.code != 0:
                break
            self.assertGreater(delay, 0.001)
            delay /= 2
        self.assert_one_line_of_error(answer, 5)
        self.assertEqual(self.succeed(store, "export"), b"[]\n")
        self.succeed(store, "import", file, "--quiet")
        self.assertEqual(self.succeed(store, "check", "--quiet"), b"")


if __name__ == "__main__":
    program.main()
