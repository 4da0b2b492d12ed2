"""Runs a walk in the program and in the reference implementation, and compares them."""

import json
import os
import typing

from reference.call import Call, NotDone
from reference.instants import rfc3339
from reference.record import object_at
from reference.stores import Store

from .comparison import differences, lost_notes
from .steps import START, Maker
from .words import pasted, words_of

FILES = {"photo.jpg": b"a crack\n", "video.mp4": b"\x00\xff a longer crack", "empty.txt": b""}


class Stride(typing.NamedTuple):
    call: Call
    by_number: bool  # whether the command line names orders by number instead of id
    look_at: int  # the instant at which the results are compared


class Mismatch(Exception):
    """Raised if the program and the reference implementation differ; the text says where."""


def make_files(folder):
    """Writes evidence files; returns their paths, and last one of a missing file."""
    for name, content in FILES.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(content)
    return [os.path.join(folder, name) for name in (*FILES, "missing.jpg")]


class Walk:
    """Starts with an empty store. `run(words)` returns the program's (code, out, err)."""

    def __init__(self, run):
        self.run = run
        self.store = Store()
        self.exports = [b""]
        self.strides = []
        self.typed = []

    def wander(self, random, rule_set, files, steps, names=None):
        """Takes random steps; with `names`, only these commands."""
        maker = Maker(random, self.store, rule_set, files, names)
        for _ in range(steps):
            call = maker.next_call()
            maker.facts = self.store.orders.get(call.orders[0]) if call.orders else None
            self.take(Stride(call, maker.chance(0.2), maker.instant()))

    def words_of(self, stride):
        known = self.store.orders if stride.by_number else {}
        names = [known[each]["number"] if each in known else str(each)
                 for each in stride.call.orders]
        return words_of(stride.call, names)

    def take(self, stride):
        """Raises Mismatch."""
        self.strides.append(stride)
        call, words = stride.call, self.words_of(stride)
        self.typed.append(words)
        code, ids, why = self.expected(call)
        answer = self.run(words + ["--json"] * (call.name not in ("remove", "undo")))
        expect(answer.code == code, "exit code: program %d (%s), reference %d (%s)"
                    % (answer.code, answer.err.decode().strip(), code, why))
        export = self.export()
        if code:
            expect(export == self.exports[-1], "the record has changed")
            return
        self.compare_answer(answer, ids, call.now)
        for each in ids:
            look = self.run(["show", str(each), "--json", "--now", rfc3339(stride.look_at)])
            self.compare_answer(look, [each], stride.look_at)
        if call.name == "undo":
            del self.exports[-call.given.get("n", 1):]
            expect(export == self.exports[-1], "not restored:\n" + export.decode())
            return
        self.compare_others(export, ids, call.orders)
        if len(self.store.earlier) == len(self.exports):
            self.exports.append(export)
        else:
            expect(export == self.exports[-1], "changed, but cannot be undone")

    def expected(self, call):
        """Returns the exit code, the ids of recorded or changed orders, and the reason."""
        try:
            return 0, self.store.do(call), "done"
        except NotDone as failure:
            return failure.code, (), failure

    def compare_answer(self, answer, ids, now):
        """Compares the printed order objects, one object or an array."""
        if not ids:
            return
        expect(answer.code == 0, answer.err.decode())
        shown = json.loads(answer.out)
        shown = shown if isinstance(shown, list) else [shown]
        expect(len(shown) == len(ids), "%d objects for %d orders" % (len(shown), len(ids)))
        for program, each in zip(shown, ids):
            reference = object_at(self.store.orders[each], each, now)
            found = differences(program, reference) + lost_notes(program, reference)
            expect(not found, "order %d at %s\n%s" % (each, rfc3339(now), "\n".join(found)))

    def compare_others(self, export, ids, named):
        """Orders that were not named are unchanged, byte for byte."""
        before, after = by_id(self.exports[-1]), by_id(export)
        expect(sorted(after) == sorted(self.store.orders), "recorded: %s" % sorted(after))
        for each in set(before) - set(ids) - set(named):
            expect(after[each] == before[each], "order %d has changed too" % each)

    def export(self):
        answer = self.run(["export", "--format", "jsonl", "--now", rfc3339(START)])
        expect(answer.code == 0, answer.err.decode())
        return answer.out

    def go_back(self):
        """Undoes each change, back to the empty store. Raises Mismatch."""
        while self.store.earlier:
            self.take(Stride(Call("undo", (), {}, START), False, START))

    def pasted(self):
        lines = ['cd "$(mktemp -d)"; export ALIPROTECT_DB=orders.db TZ=UTC']
        lines += ["printf %%b '%s' > %s" % (escaped(content), name)
                  for name, content in FILES.items()]
        lines += [pasted(words) for words in self.typed]
        return "\n".join(lines)


def by_id(export):
    return {json.loads(line)["id"]: line for line in export.splitlines()}


def escaped(content):
    return "".join("\\0%03o" % byte for byte in content)


def expect(agreed, where):
    if not agreed:
        raise Mismatch(where)
