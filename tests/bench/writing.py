"""Compares `add` and `import` with INSERT and .import of the sqlite3 shell."""

import re
import shutil

from generate import FACTS
from measure import Pairs, output_of, run
from stores import orders_file, store_of
from workplace import WORK, aliprotect, remove_store, shell

# The settings of a connection that writes (src/store/sqlite/connection.cpp).
PRAGMAS = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -49152;"


def syncs_of(command):
    if not shutil.which("strace"):
        return "not counted, as strace is not installed"
    trace = WORK / "syncs.strace"
    run(["strace", "-f", "-o", str(trace), "-e", "trace=fsync,fdatasync", *command])
    count = len(re.findall(r"\b(?:fsync|fdatasync)\(", trace.read_text()))
    trace.unlink()
    return str(count)


def compare_add(table, count):
    stores = [WORK / "add-ours.db", WORK / "add-peer.db"]
    for store in stores:
        shutil.copyfile(store_of(count), store)
    numbers = iter(range(9_000_000_000_001_234, 9_000_000_000_002_234))

    def ours():
        return aliprotect(stores[0], "add", str(next(numbers)), "--title", "USB hub", "--quiet")

    def peer():
        return shell(stores[1], f"{PRAGMAS} INSERT INTO orders (number, title, rules) "
                                f"VALUES ('{next(numbers)}', 'USB hub', 'aliexpress-2016')")

    pairs = Pairs(lambda: run(ours()), lambda: run(peer()), 41, 2)
    table.add(f"`add` of one at {count} : sqlite3, one INSERT", goal=1.5, pairs=pairs,
              note=f"syncs {syncs_of(ours())} : {syncs_of(peer())}")
    for store in stores:
        remove_store(store)


def one_table():
    columns = ", ".join(f"{key} TEXT" + " UNIQUE" * (key == "number") for key in FACTS)
    return [f"CREATE TABLE imported ({columns});"]


def equal_schema(store):
    """Returns the tables and indexes of a store, and a table with the columns of the file."""
    sql = output_of(shell(store, "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND "
                                 "type <> 'view' AND name NOT LIKE 'sqlite_%'")).decode()
    return [sql, f"CREATE VIEW imported AS SELECT {', '.join(f'NULL AS {key}' for key in FACTS)};",
            INTO_TABLES]


def importing(path, schema, file):
    return shell(path, "PRAGMA journal_mode = WAL;", PRAGMAS, *schema, ".mode csv",
                 f".import --skip 1 '{file}' imported")


# Distributes the rows of the file to the tables for orders, tags and the journal. It does not convert money and times or
# calculate deadlines, so it does less than an import.
INTO_TABLES = """
CREATE TRIGGER import_one INSTEAD OF INSERT ON imported BEGIN
  INSERT INTO orders (number, title, seller, client, price_minor, price_currency, rules, ordered_at,
                      days, tags, parcels, extensions, disputes, notes)
  VALUES (new.number, new.title, nullif(new.seller, ''), nullif(new.client, ''),
          CAST(100 * CAST(new.price AS REAL) AS INTEGER), substr(new.price, -3), 'aliexpress-2016',
          unixepoch(new.ordered_at), nullif(new.days, ''), nullif(new.tags, ''),
          nullif(new.parcels, ''), nullif(new.extensions, ''), nullif(new.disputes, ''),
          nullif(new.notes, ''));
  INSERT INTO tags SELECT last_insert_rowid(), value FROM json_each(nullif(new.tags, ''));
  INSERT INTO changes (entry_id, order_id, existed) VALUES (1, last_insert_rowid(), 0);
END;
INSERT INTO entries (id, at, command, user_name, host_name, highest_id)
  VALUES (1, 0, '', '', '', 0);
"""


def compare_import(table, count):
    file, store = orders_file(count, "csv"), store_of(count)
    ours, peer = WORK / "import-ours.db", WORK / "import-peer.db"

    def run_ours():
        remove_store(ours)
        return run(aliprotect(ours, "import", str(file)))

    def run_peer(schema):
        remove_store(peer)
        return run(importing(peer, schema, file))

    work = f"`import` of {count} rows of CSV"
    pairs = Pairs(run_ours, lambda: run_peer(one_table()), 3, 0)
    table.add(f"{work} : .import into one table, its number unique", goal=3, pairs=pairs,
              note=f"{count / pairs.median(0, 'wall'):.0f} orders/s")
    peak = pairs.median(0, "peak")
    table.add_bound("  peak", peak, f"{peak / 2 ** 20:.0f} MiB", 128 * 2 ** 20, "128 MiB")
    schema = equal_schema(store)
    table.add(f"{work} : .import into an equal schema", pairs=Pairs(run_ours,
              lambda: run_peer(schema), 1, 0), note="without deadlines, disputes and most checks")
    remove_store(ours), remove_store(peer)
