"""Dumps of stores of every schema version: schemas/N.sql is a store of version N.

A dump is created once, when its schema version is released, and never changed:
`python3 schema_dumps.py N` writes the dump of version N from the migrations and the facts below.
"""

import glob
import json
import os
import sqlite3
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
MIGRATIONS = os.path.join(HERE, "..", "..", "data", "migrations")
MARK = 0x414C5052

TABLES = {
    "orders": "id",
    "tags": "order_id",
    "parcels": "order_id",
    "extensions": "order_id",
    "disputes": "order_id",
    "evidence": "order_id",
    "notes": "order_id",
}

# The facts that each version adds, in SQL. Entry 1 adds both orders, 2 renames the second one, 3 undoes that.
FACTS = {
    1: """
INSERT INTO orders (id, number, title, seller, client, price_minor, price_currency,
  sale_price_minor, sale_price_currency, rules, ordered_at, ship_by, days, pickup_by, inspection)
VALUES (1, '3051000000011234', 'USB hub, naïve "example"', 'Example Store', 'Client A', 1234, 'USD',
  2000, 'USD', 'aliexpress-2016', 1790812800, 1791417600, 45, 1795737600, 'bad');
INSERT INTO orders (id, number, title, rules) VALUES (2, '3051000000021234', 'Kettle',
  'aliexpress-2023');
INSERT INTO tags VALUES (1, 0, 'gift'), (1, 1, 'büro');
INSERT INTO parcels VALUES (1, 0, 'EX000000101', 'Example Post', 0, 1791417600, 1793836800);
INSERT INTO extensions VALUES (1, 0, 1792800000, 10, 'button', 'declined', 1792886400, NULL);
INSERT INTO disputes (order_id, position, reason, want, amount_minor, amount_currency, opened_at,
  seller_answer, escalated_at, evidence_due)
VALUES (1, 0, 'not_as_described', 'partial', 500, 'USD', 1793923200, 'refused', 1794355200,
  1795910400);
INSERT INTO evidence VALUES (1, 0, 0, '/example/photo.jpg',
  '0000000000000000000000000000000000000000000000000000000000000000', 21, 'the label', 1793923260);
INSERT INTO notes VALUES (1, 0, 1793923200, 'half of it
is missing');
INSERT INTO entries VALUES (1, 1793923200, 'import example.csv', 0, NULL);
INSERT INTO changes VALUES (1, 1, NULL), (1, 2, NULL);
INSERT INTO entries VALUES (2, 1793923300, 'edit 2 --title Pot', 2, NULL);
INSERT INTO changes VALUES (2, 2, :image);
INSERT INTO entries VALUES (3, 1793923400, 'undo', 2, 2);
INSERT INTO scheduled_rules VALUES ('aliexpress-2016', '5 5 0 3 15 5 - 4 3 3 2 '),
  ('aliexpress-2023', '10 5 15 - 7 - 5 4 3 3 2 ');
:deadlines""",
    2: """
INSERT INTO rule_sets VALUES ('example-market', 'an example', 'nobody', 5, 5, 0, 3, 15, 5, NULL, 4,
  3, 3, 2, 60);
INSERT INTO entries VALUES (4, 1793923500, 'rules add example-market.json', 2, NULL);
INSERT INTO rule_changes VALUES (4, 'example-market', NULL);
""",
    3: """
UPDATE disputes SET answered_at = 1794009600, offer_minor = 100, offer_currency = 'USD';
""",
    6: """
INSERT INTO told_alarms VALUES ('3051000000011234', 'evidence_due', 1795910400, 86400, 1795824000);
""",
    9: """
INSERT INTO read_files VALUES ('mail', -42, 0, 0, 0, 1), ('exports', 7, 120, 1795824000000000000, 0, NULL);
INSERT INTO read_mails VALUES ('3051000000011234', 12, '{"kind":"confirmed"}',
  '{"file":"1.eml","message_id":"m1@example.org"}', 1);
INSERT INTO entry_files VALUES (1, 'example.csv');
""",
}

# The deadlines of orders 1 and 2, the same in all versions.
DEADLINES = """
INSERT INTO deadlines VALUES (1, 'evidence_due', 1795910400), (1, 'open_until', 9223372036854775807),
  (2, 'open_until', 9223372036854775807);
"""


def image_of(db, order):
    db.row_factory = sqlite3.Row
    image = {}
    for table, owner in TABLES.items():
        rows = db.execute("SELECT * FROM %s WHERE %s = ?" % (table, owner), (order,))
        image[table] = [dict(row) for row in rows]
    db.row_factory = None
    return json.dumps(image)


def record(db, facts):
    for statement in facts.split(";\n"):
        if ":deadlines" in statement:
            db.executescript(DEADLINES)
        elif ":image" in statement:
            db.execute(statement, {"image": image_of(db, 2)})
        elif statement.strip():
            db.execute(statement)


def dump(version):
    db = sqlite3.connect(":memory:", isolation_level=None)
    for number, path in enumerate(sorted(glob.glob(os.path.join(MIGRATIONS, "*.sql"))), 1):
        if number > version:
            break
        with open(path, encoding="utf-8") as file:
            db.executescript(file.read())
        record(db, FACTS.get(number, ""))
    yield "PRAGMA application_id = %d;" % MARK
    yield "PRAGMA user_version = %d;" % version
    yield from db.iterdump()


def path_of(version):
    return os.path.join(HERE, "schemas", "%d.sql" % version)


def versions():
    """Returns the versions with a dump and those with a migration, which should be the same."""
    dumps = {int(name[:-4]) for name in os.listdir(os.path.join(HERE, "schemas"))}
    migrations = {int(os.path.basename(path)[:3]) for path in glob.glob(MIGRATIONS + "/*.sql")}
    return sorted(dumps), sorted(migrations)


def make_store(version, path):
    with open(path_of(version), encoding="utf-8") as file:
        script = file.read()
    db = sqlite3.connect(path)
    db.executescript(script)
    db.close()


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    with open(path_of(wanted), "x", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in dump(wanted))
