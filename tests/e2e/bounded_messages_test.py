"""Messages quote only the beginning of a long text, whether it was typed or comes from a file."""

import json
import os
import re

from program import ProgramTest, main

NUMBER = "3051000000421234"
LONG = "x" * 10_000
LONGEST_MESSAGE = 1_000
LONGEST_WITH_PATHS = 2_200

WHEN = "2026-11-20T00:00:00Z"
MONEY = {"amount": "1.00", "currency": "USD"}
ORDER = {
    "id": 1, "number": NUMBER, "title": "Lamp", "seller": "Shop", "client": "Client", "tags": ["gift"], "price": MONEY,
    "sale_price": MONEY, "rules": "aliexpress-2016", "ordered_at": WHEN, "ship_by": WHEN, "shipped_at": WHEN, "days": 30,
    "deadline": WHEN, "protection_days": 30, "closes_at": WHEN, "closes_source": "typed", "pickup_by": WHEN,
    "delivered_at": WHEN, "inspection": "good", "confirmed_at": WHEN, "cancelled_at": WHEN,
    "parcels": [{"tracking": "LP1", "carrier": "Post", "untracked": False, "shipped_at": WHEN, "delivered_at": WHEN}],
    "extensions": [{"requested_at": WHEN, "days": 1, "channel": "button", "status": "granted", "decided_at": WHEN,
                    "closes_at": WHEN}],
    "disputes": [{"reason": "not_received", "want": "full", "amount": MONEY, "opened_at": WHEN, "seller_answer": "none",
                  "answered_at": WHEN, "offer": MONEY, "escalated_at": WHEN, "evidence_due": WHEN,
                  "evidence": [{"file": "/a", "sha256": "0", "size": 1, "note": "n", "added_at": WHEN}],
                  "outcome": "refunded", "refund": MONEY, "closed_at": WHEN, "return_by": WHEN, "returned_at": WHEN}],
    "notes": [{"at": WHEN, "text": "note"}],
}
LISTED = {
    "orderId": NUMBER, "orderDateText": "Nov 1, 2026", "statusText": "Awaiting delivery", "currencyCode": "USD",
    "orderLines": [{"itemTitle": "Lamp", "itemPriceText": "US $1.00", "quantity": 1}], "totalPriceText": "US $1.00",
    "storeName": "Shop",
}
INTERFACE = {
    "order_id": NUMBER, "gmt_create": "2026-11-01 00:00:00", "order_status": "WAIT_BUYER_ACCEPT_GOODS",
    "over_time_left": 1, "freight_commit_day": "30", "order_end_reason": "", "gmt_trade_end": "2026-11-02 00:00:00",
    "order_amount": {"amount": "1.00", "currency_code": "USD"}, "init_oder_amount": {"cent": "100", "cent_factor": "100",
                                                                                     "currency_code": "USD"},
    "logistics_info_list": [{"logistics_no": "LP1", "logistics_service": "Post", "gmt_send": "2026-11-02 00:00:00"}],
    "child_order_list": [{"product_name": "Lamp", "product_count": 1,
                          "product_price": {"amount": "1.00", "currency_code": "USD"}}],
}
LINE = {"orderId": NUMBER, "orderDate": "2026-11-01", "title": "Lamp", "price": "1.00", "quantity": "1", "currency": "USD"}
TREES = {"own": ORDER, "listed": LISTED, "interface": INTERFACE, "line": LINE}
GLOBAL_OPTIONS = [("--db", "FILE"), ("--tz", "ZONE"), ("--now", "WHEN"), ("--format", "F"), ("--color", "C")]
ROLES = [
    "Order number", "Order link", "Ordered", "Ship by", "Shipped", "Delivered", "Confirmed", "Cancelled", "Deadline",
    "Closes", "Pickup by", "Days", "Protection days", "Status", "End reason", "Title", "Seller", "Client", "Price",
    "Item price", "Quantity", "Currency", "Sale price", "Tracking number", "Carrier", "Untracked", "Tags", "Note", "Rules",
]


def places(value, path=()):
    """Yields the path of each value in a JSON document."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield path + (key,)
        yield from places(child, path + (key,))


def with_mark(tree, path):
    """Returns the document as JSON, with a placeholder for the value at `path`."""
    whole = json.loads(json.dumps(tree))
    holder = whole
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = "@@"
    return json.dumps(whole)


class BoundedMessages(ProgramTest):
    def assert_bounded(self, answer, longest=LONGEST_MESSAGE):
        for line in answer.err.splitlines():
            self.assertLessEqual(len(line), longest, line[:200])
        self.assertNotEqual(answer.code, 70, answer.err)

    def commands(self):
        """Yields the name of each command, its options with their value names, and whether it takes an order."""
        waiting = [()]
        while waiting:
            words = waiting.pop()
            help_text = self.do(*words, "--help").out.decode()
            usage = help_text.splitlines()[1]
            if "COMMAND" in usage:
                names = re.findall(r"^  ([a-z-]+)  +\S", help_text.split("Options:")[1].split("Examples:")[0], re.M)
                waiting += [words + (name,) for name in names if name[0] != "-" and name != "help"]
            else:
                yield words, re.findall(r"^  (--[a-z-]+) ([A-Z=,]+)", help_text, re.M), "ORDER" in usage

    def test_options(self):
        self.do("add", NUMBER, "--shipped", "2026-11-01", "--days", "30")
        self.do("dispute", "open", "1", "--reason", "not-received")
        values = (LONG, "1" + LONG, LONG + "=" + LONG[:1000], "number=" + LONG, "\x1b" * 5_000, "\u00e9" * 5_000)
        count = 0
        for words, options, takes_order in self.commands():
            given = words + (("1",) if takes_order else ())
            for option, kind in [*options, *GLOBAL_OPTIONS]:
                count += 1
                value = values[count % len(values)]
                with self.subTest((words, option, value[:10])):
                    answer = self.run_program(*given, option, value, "--dry-run" if words == ("remind",) else "--quiet")
                    self.assert_bounded(answer, LONGEST_WITH_PATHS if kind == "FILE" else LONGEST_MESSAGE)
        self.assertGreater(count, 300)

    def test_words(self):
        self.do("add", NUMBER)
        for words, _, _ in self.commands():
            with self.subTest(words):
                self.assert_bounded(self.run_program(*words, LONG), LONGEST_WITH_PATHS)
                self.assert_bounded(self.run_program(*words, "1", LONG), LONGEST_WITH_PATHS)
        for words in ((LONG,), ("--" + LONG,), ("-" + LONG,), ("help", LONG), ("dispute", LONG), ("list", "--" + LONG),
                      ("list", "--quiet=" + LONG), ("list", "--json=" + LONG), ("list", "-" + LONG)):
            with self.subTest([word[:10] for word in words]):
                self.assert_bounded(self.run_program(*words))

    def test_environment(self):
        for name in ("TZ", "ALIPROTECT_NOW", "ALIPROTECT_DB", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "COLUMNS", "LANG"):
            for value in (LONG, "/" + LONG):
                with self.subTest((name, value[:2])):
                    answer = self.run_program("add", NUMBER, "--ordered", "2026-11-01", env=self.environment(**{name: value}))
                    self.assert_bounded(answer, LONGEST_WITH_PATHS)

    def assert_report_is_bounded(self, text, *words):
        answer = self.run_program("import", "-", "--json", "--dry-run", *words, input=text.encode())
        self.assert_bounded(answer)
        if answer.out.startswith(b"{"):
            for row in json.loads(answer.out)["rows"]:
                self.assertLessEqual(len(row["reason"]), LONGEST_MESSAGE, row["reason"][:200])
        return answer

    def test_json(self):
        values = ['"%s"' % LONG, "1" * 10_000, "[%s1]" % ("1," * 2_000), '{"%s":"%s"}' % (LONG, LONG), "-%s.5" % ("1" * 10_000),
                  '"\\u001b%s"' % ("\\u202e" * 2_000)]
        for name, tree in TREES.items():
            with self.subTest(name):
                texts = [with_mark(tree, path).replace('"@@"', value) for path in places(tree) for value in values]
                self.assert_report_is_bounded("\n".join(texts))
                self.assert_report_is_bounded("[%s]" % ",".join(texts))
        for value in ('"%s' % LONG, LONG, "[1,%s]" % LONG, '{"%s' % LONG, '{"a":%s}' % LONG, '{"a":"\\q%s"}' % LONG):
            with self.subTest(value[:5]):
                self.assert_report_is_bounded(value, "--as", "jsonl")
                self.assert_report_is_bounded("[%s]" % value)

    def test_unknown_keys(self):
        orders = []
        for place in range(3_000):
            name = "%d%s" % (place, LONG[:1000])
            orders.append(json.dumps({"number": str(int(NUMBER) + 10_000 * place), name: 1, "parcels": [{name: 1}]}))
        self.assert_report_is_bounded("\n".join(orders))

    def test_tables(self):
        own = [key for key in ORDER if key != "number"]
        values = (LONG, "1" * 10_000, '[{"%s":' % LONG, '[{"%s":1}]' % LONG, "12.34 " + LONG, "\u20ac %s 5" % LONG, "\x1b" * 5_000)
        for names, number in ((own, "number"), (ROLES[1:], ROLES[0])):
            for name in names:
                with self.subTest(name):
                    rows = ["%s,%s" % (number, name)]
                    for value in values:
                        cell = '"' + value.replace('"', '""') + '"'
                        rows += ["%s,%s" % (NUMBER, cell), "%s,1" % cell]
                    self.assert_report_is_bounded("\n".join(rows) + "\n")

    def test_headers(self):
        wide = ",".join("%d%s" % (place, LONG[:100]) for place in range(500))
        for header in ("Order number,Status," + LONG, "number,parcels," + LONG, LONG, LONG + ",a", wide, "number,parcels," + wide,
                       "Order number," + wide, "sep=;\n" + LONG, '"' + LONG):
            for words in ((), ("--map", "number=" + LONG), ("--map", "title=a")):
                with self.subTest((header[:30], words[:1])):
                    self.assert_report_is_bounded(header + "\n" + NUMBER + ",x\n", *words)

    def test_rule_sets(self):
        rules = self.ask("rules", "show", "aliexpress-2016")
        rules = rules[0] if isinstance(rules, list) else rules
        for key in rules:
            for value in (LONG, int("1" * 4_000), [LONG], {LONG: 1}):
                with self.subTest((key, str(value)[:5])):
                    self.assert_bounded(self.run_program("rules", "add", "-", input=json.dumps({**rules, key: value}).encode()))
        self.assert_bounded(self.run_program("rules", "add", "-", input=json.dumps({**rules, LONG: 1}).encode()))

    def test_settings(self):
        folder = self.path(".config", "aliprotect")
        os.makedirs(folder)
        long = LONG
        for text in ("%s = 1", "tz = '%s'", "now = '%s'", "color = '%s'", "format = '%s'", "currency = '%s'", "rules = '%s'", "db = '%s'",
                     "quiet = '%s'", "quiet = %s", "[due]\n%s = 1", "[due]\nwithin = '%s'", "%s", "tz = [%s", "[due.%s]", "= %s", "'%s"):
            with self.subTest(text):
                with open(os.path.join(folder, "config.toml"), "w", encoding="utf-8") as file:
                    file.write(text % long + "\n")
                for words in (("due",), ("add", NUMBER, "--price", "1", "--ordered", "2026-11-01")):
                    self.assert_bounded(self.run_program(*words, env=self.environment(TZ=None)), LONGEST_WITH_PATHS)

    def test_templates(self):
        folder = self.path(".config", "aliprotect", "templates")
        os.makedirs(folder)
        self.do("add", NUMBER, "--shipped", "2026-11-01", "--days", "30")
        long = LONG
        for text in ("{{%s}}", "{{#%s}}x{{/%s}}", "{{/%s}}", "{{> %s}}", "{{=%s %s=}}", "{{#parcels}}{{%s}}{{/parcels}}", "{{#order}}{{/%s}}", "{{%s"):
            with self.subTest(text):
                with open(os.path.join(folder, "extension.txt"), "w", encoding="utf-8") as file:
                    file.write(text.replace("%s", long))
                self.assert_bounded(self.run_program("draft", "extension", "1"))


if __name__ == "__main__":
    main()
