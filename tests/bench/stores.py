"""Generates files of orders and imports them into stores; keeps them until their recipe changes."""

import hashlib
import json
import subprocess
import sys

from measure import run
from workplace import HERE, ROOT, WORK, aliprotect, remove_store, say

DUE_OF_STORE = 1000  # orders due within 4 days in a store of any size


def recipe(*more):
    digest = hashlib.sha256(repr(more).encode())
    for file in [HERE / "generate.py", *sorted((ROOT / "data" / "migrations").rglob("*.sql"))]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def made(path, what, make):
    """Creates `path` with `make`, unless it was created with the same recipe before."""
    stamp = path.with_name(path.name + ".made")
    wanted = recipe(what)
    if stamp.exists() and path.exists() and json.loads(stamp.read_text()) == wanted:
        return path
    say(f"making {path.name}")
    stamp.unlink(missing_ok=True)
    remove_store(path)
    make()
    stamp.write_text(json.dumps(wanted))
    return path


def orders_file(count, format):
    path = WORK / f"orders-{count}.{format}"

    def generate():
        with open(path, "wb") as out:
            subprocess.run([sys.executable, str(HERE / "generate.py"), str(count), "--due",
                            str(min(DUE_OF_STORE, count)), "--format", format],
                           stdout=out, check=True)

    return made(path, ("file", count, format), generate)


def store_of(count):
    path = WORK / f"orders-{count}.db"
    source = orders_file(count, "csv")
    return made(path, ("store", count),
                lambda: run(aliprotect(path, "import", str(source)), stdout=sys.stderr))
