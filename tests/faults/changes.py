"""The changes in which faults are injected. Each starts in a given home folder."""

import json
import os
import typing

from world import CONFIG, COPY, STORE

from program import jsonl, source_folder
from reference.order_maker import orders_of

FIRST = "3051000000421234"
SECOND = "3051000000431234"
THIRD = "3052000000441234"
RESTORE = ["--db", COPY, "backup", STORE, "--force"]
SEVERAL = 40  # fit into one batch, so they are recorded by the reading thread
MANY = 900  # need several batches and a checkpoint of the write-ahead log


class Case(typing.NamedTuple):
    prepare: typing.Callable
    changes: typing.Sequence[typing.Sequence[str]]


def nothing(_):
    """The program has never been run."""


def one_order(world):
    world.do("add", FIRST, "--title", "USB hub", "--closes", "2026-11-23", "--tag", "kept")


def files_to_import(world):
    one_order(world)
    orders = orders_of(5, ["aliexpress-2016"], MANY)
    world.write("several.jsonl", jsonl(orders[:SEVERAL]).decode())
    world.write("many.jsonl", jsonl(orders).decode())


def several_orders(world):
    files_to_import(world)
    world.do("import", "several.jsonl")


def a_source(world):
    """Two files, of which one was read before."""
    one_order(world)
    orders = orders_of(5, ["aliexpress-2016"], MANY)
    world.write("exports/a.jsonl", jsonl(orders[:3]).decode())
    world.write(CONFIG, '[sources.exports]\npath = "~/exports"\n')
    world.do("sync")
    world.write("exports/b.jsonl", jsonl(orders[3:SEVERAL]).decode())


def own_rules(world):
    one_order(world)
    path = os.path.join(source_folder(), "data", "policies", "aliexpress-2016.json")
    with open(path, encoding="utf-8") as file:
        rules = json.load(file)
    world.write("mine.json", json.dumps({**rules, "name": "mine", "dispute_opens_days": 3}))


def an_older_export(world):
    several_orders(world)
    world.write("orders.json", "[]\n")


def an_older_copy(world):
    """And a store that has changed since then."""
    several_orders(world)
    world.do("backup", COPY)
    world.do("remove", "1", "2", "3")


def a_lost_store(world):
    """Only the copy is left."""
    several_orders(world)
    world.do("undo")
    world.do("backup", COPY)
    for suffix in ("", "-wal", "-shm"):
        if os.path.exists(world.store() + suffix):
            os.remove(world.store() + suffix)


CASES = {
    "first add": Case(nothing, [["add", SECOND, "--title", "cable", "--closes", "2026-11-22"]]),
    "add": Case(one_order, [["add", SECOND, "--closes", "2026-11-22", "--note", "red"]]),
    "edit": Case(one_order, [["edit", "1", "--title", "other", "--add-tag", "new"]]),
    "import": Case(files_to_import, [["import", "several.jsonl"]]),
    "long import": Case(files_to_import, [["import", "many.jsonl"]]),
    "sync": Case(a_source, [["sync"]]),
    "undo": Case(several_orders, [["undo"]]),
    "remove": Case(several_orders, [["remove", "1", "2", "3"]]),
    "rules add": Case(own_rules, [["rules", "add", "mine.json"]]),
    "remind": Case(one_order, [["remind"]]),
    "export": Case(several_orders, [["export", "--output", "orders.json"]]),
    "export over another": Case(an_older_export, [["export", "--output", "orders.json"]]),
    "backup": Case(several_orders, [["backup", COPY]]),
    "backup over another": Case(an_older_copy, [["backup", COPY, "--force"]]),
    "restore over another": Case(an_older_copy, [RESTORE]),
    "restore": Case(a_lost_store, [["restore", COPY]]),
}

DAYS = {
    "first day": Case(
        nothing,
        [
            ["add", FIRST, "--title", "USB hub", "--closes", "2026-11-23"],
            ["add", SECOND, "--note", "red"],
            ["edit", "1", "--add-tag", "new"],
            ["undo"],
            ["export", "--output", "orders.json"],
        ],
    ),
    "imports": Case(
        files_to_import,
        [["import", "several.jsonl"], ["import", "many.jsonl"], ["undo"], ["add", SECOND]],
    ),
    "sources": Case(a_source, [["sync"], ["undo"], ["sync"], ["add", SECOND]]),
    "own rules": Case(
        own_rules,
        [["rules", "add", "mine.json"], ["add", SECOND, "--rules", "mine"], ["remind"], ["undo"]],
    ),
    "exports": Case(
        an_older_export,
        [["export", "--output", "orders.json"], ["undo"], ["export", "--output", "orders.json"]],
    ),
    "backups": Case(
        several_orders,
        [
            ["backup", COPY],
            ["add", SECOND],
            ["backup", COPY, "--force"],
            ["undo"],
            RESTORE,
            ["add", THIRD],
        ],
    ),
}
