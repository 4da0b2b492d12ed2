"""Compares `import`, `due` and `add` of a store on a PostgreSQL server with psql on the same server."""

import sys

from generate import DUE_WITHIN, FACTS, NOW
from measure import Pairs, lines_of, run
from reading import expect_same
from stores import orders_file
from workplace import ROOT, aliprotect, say

sys.path.insert(0, str(ROOT / "tests" / "server"))

from postgresql import Server, newest_programs  # noqa: E402

DUE = (f"SELECT row_to_json(orders) FROM orders WHERE id IN (SELECT order_id FROM deadlines "
       f"WHERE at > {NOW} AND at <= {NOW + DUE_WITHIN})")


COLUMNS = ", ".join(f"{key} TEXT" + " UNIQUE" * (key == "number") for key in FACTS)
ONE_TABLE = f"DROP TABLE IF EXISTS imported; CREATE TABLE imported ({COLUMNS})"


def psql(store, sql):
    return [f"{newest_programs()}/psql", "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", store, "-c", sql]


def compare_server_import(table, server, count):
    file = orders_file(count, "csv")
    names = iter(range(1000))
    last = []

    def ours():
        last.append(server.new_store(f"ours{next(names)}"))
        cost = run(aliprotect(last[-1], "import", str(file)))
        if len(last) > 1:
            server.sql('DROP SCHEMA "%s" CASCADE' % last.pop(0).rsplit("%3D", 1)[1])
        return cost

    def peer():
        run(psql(peer_store, ONE_TABLE))
        return run(psql(peer_store, f"\\copy imported FROM '{file}' (FORMAT csv, HEADER)"))

    peer_store = server.new_store("peer")
    pairs = Pairs(ours, peer, 3, 0)
    table.add(f"`import` of {count} rows of CSV on a server : psql, \\copy into one table, its number unique",
              goal=3, of=["wall"], pairs=pairs, note=f"{count / pairs.median(0, 'wall'):.0f} orders/s")
    return last[-1]


def compare_server_due(table, store, count):
    ours = aliprotect(store, "due", "--within", "4d", "--json")
    peer = psql(store, DUE)
    number = lines_of(aliprotect(store, "due", "--within", "4d", "--format", "ids"))
    expect_same("due on a server", number, lines_of(peer))
    table.add(f"`due --within 4d --json` at {count} on a server, {number} due : psql, the same range",
              goal=1.5, of=["wall"], pairs=Pairs(lambda: run(ours), lambda: run(peer), 41, 2))


def compare_server_add(table, store, count):
    numbers = iter(range(9_000_000_000_001_234, 9_000_000_000_002_234))

    def ours():
        return run(aliprotect(store, "add", str(next(numbers)), "--title", "USB hub", "--quiet"))

    def peer():
        number = next(numbers)
        return run(psql(
            store, "INSERT INTO orders (id, number, title, rules) VALUES "
                    f"({number % 100_000 + 900_000_000}, '{number}', 'USB hub', 'aliexpress-2016')"))

    table.add(f"`add` of one at {count} on a server : psql, one INSERT", goal=2, of=["wall"],
              pairs=Pairs(ours, peer, 41, 2))


def compare_server(table, count):
    if not newest_programs():
        return say("without PostgreSQL, because it is not installed")
    server = Server(settings=["shared_buffers=128MB", "fsync=on"])  # PostgreSQL's defaults
    try:
        store = compare_server_import(table, server, count)
        server.sql("VACUUM ANALYZE")
        compare_server_due(table, store, count)
        compare_server_add(table, store, count)
    finally:
        server.stop()
