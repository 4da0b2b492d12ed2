"""Compares `due`, `list` and `export` with queries of the sqlite3 shell for the same rows."""

from generate import DAY, DUE_WITHIN, NOW
from measure import Pairs, lines_of, run, size_of_output
from stores import store_of
from workplace import aliprotect, shell

SMALL = 1000
WORD = "umbrella"
CLIENT = "Client 00077"

OPEN = f"id IN (SELECT order_id FROM states WHERE state = 'open' AND at > {NOW})"
# JSON columns mention the word as the views do, because it needs no escapes.
SEARCHED = "(" + " OR ".join([f"instr(number, '{WORD}')"] + [
    f"instr(lower({column}), '{WORD}')"
    for column in ("title", "seller", "client", "tags", "parcels", "notes")]) + ")"
RESOLVED = ("cancelled_at IS NULL AND confirmed_at IS NULL AND disputes IS NOT NULL AND "
            "json_extract(disputes, '$[#-1][10]') IS NOT NULL")
DISPUTED = "id IN (SELECT order_id FROM states WHERE state = 'disputed')"

# Options of `list`, and the SQL condition for the same orders.
LISTS = (
    (["--all", "--search", WORD], SEARCHED),
    (["--search", WORD], f"{OPEN} AND {SEARCHED}"),
    (["--all", "--client", CLIENT], f"client IS NOT NULL AND lower(client) = lower('{CLIENT}')"),
    (["--status", "escalated"], DISPUTED),
    (["--status", "resolved"], RESOLVED),
    (["--status", "confirmed"], "cancelled_at IS NULL AND confirmed_at IS NOT NULL"),
)


def due_once(within=DUE_WITHIN, columns="*"):
    """Selects each due order once, with only the columns: the minimum for a comparison."""
    return (f"SELECT {columns} FROM orders WHERE id IN (SELECT order_id FROM deadlines "
            f"WHERE at > {NOW} AND at <= {NOW + within})")


def expect_same(work, ours, peer):
    if ours != peer:
        raise SystemExit(f"bench: {work} yields {ours} orders, but {peer} by SQL")


def compare_due(table, count):
    large, small = store_of(count), store_of(SMALL)

    def due(store, within="4d"):
        return aliprotect(store, "due", "--within", within, "--json")

    def number_due(store):
        return lines_of(aliprotect(store, "due", "--within", "4d", "--format", "ids"))

    number = number_due(large)
    expect_same("due", number, lines_of(shell(large, due_once(columns="id"))))
    expect_same("due in the small store", number_due(small), number)
    work = f"`due --within 4d --json` at {count}, {number} due"
    peer = shell(large, due_once(), mode="-json")
    table.add(f"{work} : sqlite3 -json", goal=1.5,
              pairs=Pairs(lambda: run(due(large)), lambda: run(peer), 41, 2))
    table.add(f"{work} : the same at {SMALL}", goal=1.5,
              pairs=Pairs(lambda: run(due(large)), lambda: run(due(small)), 41, 2))
    small_peer = shell(small, due_once(), mode="-json")
    table.add(f"sqlite3 -json at {count} : at {SMALL}", note="what the size alone costs",
              pairs=Pairs(lambda: run(peer), lambda: run(small_peer), 41, 2))
    further = lines_of(shell(large, due_once(10 * DAY, "id")))
    table.add(f"`due --within 10d --json` at {count}, {further} due : sqlite3 -json",
              pairs=Pairs(lambda: run(due(large, "10d")),
                          lambda: run(shell(large, due_once(10 * DAY), mode="-json")), 11))


def compare_lists(table, count):
    store = store_of(count)
    for words, condition in LISTS:
        ours = aliprotect(store, "list", *words, "--format")
        number = lines_of([*ours, "ids"])
        where = f"FROM orders WHERE {condition}"
        expect_same(f"list {' '.join(words)}", number, lines_of(shell(store, f"SELECT id {where}")))
        peer = shell(store, f"SELECT * {where}", mode="-json")
        table.add(f"`list {' '.join(words)}` at {count}, {number} orders : sqlite3 -json", goal=1.5,
                  pairs=Pairs(lambda: run([*ours, "jsonl"]), lambda: run(peer),
                              41 if number < 1000 else 5))


def compare_dumps(table, count):
    store = store_of(count)
    dump = "SELECT * FROM orders"
    listed = aliprotect(store, "list", "--all", "--format", "jsonl")
    peer = shell(store, dump, mode="-json")
    pairs = Pairs(lambda: run(listed), lambda: run(peer), 5)
    work = f"`list --all --format jsonl` at {count}"
    table.add(f"{work} : sqlite3 -json of the bare columns", pairs=pairs)
    table.add_speed("  bytes written a second", pairs, [size_of_output(listed), size_of_output(peer)])
    peak = pairs.median(0, "peak")
    table.add_bound("  peak", peak, f"{peak / 2 ** 20:.0f} MiB", 64 * 2 ** 20, "64 MiB")
    for format, goal in (("jsonl", 1.05), ("json", 1.05)):
        table.add(f"`export --format {format}` at {count} : `list --all` of that format", goal=goal,
                  pairs=Pairs(lambda: run(aliprotect(store, "export", "--format", format)),
                              lambda: run(aliprotect(store, "list", "--all", "--format", format)), 3))
    table.add(f"`export --format csv` at {count} : sqlite3 -csv of the bare columns", goal=1.5,
              pairs=Pairs(lambda: run(aliprotect(store, "export", "--format", "csv")),
                          lambda: run(shell(store, dump, mode="-csv")), 5))
