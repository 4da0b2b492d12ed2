"""Compares with other deadline tools, Taskwarrior and remind, if they are installed."""

import json
import os
import shutil
from datetime import datetime, timezone

from generate import DUE_WITHIN, NOW
from measure import Pairs, output_of, run
from stores import orders_file, store_of
from workplace import WORK, aliprotect, remove_store, say, shell

COUNT = 10_000
UNTIL = NOW + DUE_WITHIN


def deadlines(store):
    """Yields (order number, title, instant) of the first deadline of each order."""
    rows = output_of(shell(store, "SELECT number, title, min(at) AS at FROM orders JOIN deadlines "
                                  "ON order_id = id GROUP BY id",
                           mode="-json"))
    return [(row["number"], row["title"], row["at"]) for row in json.loads(rows)]


def due_in_our_store(store):
    return lambda: run(aliprotect(store, "due", "--within", "4d", "--json"))


def stamp(at):
    return datetime.fromtimestamp(at, timezone.utc).strftime("%Y%m%dT%H%M%SZ")


def compare_taskwarrior(table):
    if not shutil.which("task"):
        return say("Taskwarrior is not installed: passed over")
    store, file = store_of(COUNT), orders_file(COUNT, "jsonl")
    folder, tasks = WORK / "taskwarrior", WORK / "tasks.json"
    rc = WORK / "taskrc"
    rc.write_text("confirmation=no\nhooks=0\nverbose=nothing\n")
    env = {**os.environ, "TASKDATA": str(folder), "TASKRC": str(rc)}
    tasks.write_text("\n".join(
        json.dumps({"description": f"{number} {title}", "status": "pending", "due": stamp(at)})
        for number, title, at in deadlines(store)))
    ours = WORK / "import-ours.db"

    def import_ours():
        remove_store(ours)
        return run(aliprotect(ours, "import", str(file)))

    def import_theirs():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return run(["task", "import", str(tasks)], env=env)

    table.add(f"`import` of {COUNT} orders : `task import` of those with a deadline",
              pairs=Pairs(import_ours, import_theirs, 3, 0), note="Taskwarrior")
    export = ["task", f"due.before:{stamp(UNTIL)}", f"due.after:{stamp(NOW)}", "export"]
    table.add(f"`due --within 4d --json` at {COUNT} : `task due.before:… export`",
              pairs=Pairs(due_in_our_store(store), lambda: run(export, env=env), 11),
              note="Taskwarrior")
    remove_store(ours)
    shutil.rmtree(folder)


def compare_remind(table):
    if not shutil.which("remind"):
        return say("remind is not installed: passed over")
    store, file = store_of(COUNT), WORK / "deadlines.rem"
    with open(file, "w", encoding="utf-8") as out:
        for number, title, at in deadlines(store):
            when = datetime.fromtimestamp(at, timezone.utc)
            text = title.replace("%", "%%").replace("[", "(").replace("\n", " ")
            out.write(when.strftime("REM %d %b %Y AT %H:%M") + f" MSG {number} {text}\n")
    command = ["remind", "-q", "-s+2", str(file), "2026-11-20"]  # it lists at least whole weeks
    table.add(f"`due --within 4d --json` at {COUNT} : `remind -s+2` of the same deadlines",
              pairs=Pairs(due_in_our_store(store), lambda: run(command), 11), note="remind")
