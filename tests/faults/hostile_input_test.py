"""Hostile files: each causes a normal answer, needs bounded memory, and opens no other file."""

import json
import os
import resource
import stat
import sys
import tempfile


sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

from program import NOW, WAIT, ProgramTest, has_sanitizers, main, program

NUMBER = "3051000000421234"
OTHER = "3051000000431234"
LONG = os.environ.get("ALIPROTECT_FAULTS") == "all"
MIB = 1 << 20
MOST_MEMORY = 400 * MIB
BIDI = "".join(map(chr, [0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F]))
TITLES = [
    "\x1b]0;owned\x07\x1b[2J\x1b[31mred",
    "bidi " + BIDI + " turned",
    "two\nlines\r\nand\ttabs",
    "\x7f\x80\x85\x9b31m C1",
    "{{number}} {{> /etc/passwd}} {{{title}}}",
    "$(touch owned) `touch owned` ; touch owned #",
    "'; DROP TABLE orders; --",
    "=HYPERLINK(\"http://example.invalid\")",
    "<script>alert(1)</script>",
    "%s%n%x",
    "\u0301" * 1000,
    "x" * MIB,
]
QUESTIONS = [
    ("list", "--all"), ("show", "1"), ("due", "--within", "90d"), ("next", "--all"), ("timeline",), ("stats", "--by", "seller"),
    ("late",), ("log",), ("draft", "dispute", "1"), ("remind", "--dry-run", "--lead", "60d"), ("export", "--format", "ics"),
    ("export", "--format", "json"), ("list", "--all", "--json"), ("completion", "bash"), (),
]


def order(**facts):
    return {"number": NUMBER, "days": 60, "parcels": [{"shipped_at": "2026-10-20T00:00:00Z"}], **facts}


class TitlesTest(ProgramTest):
    def test_recorded_texts_do_not_control_the_terminal(self):
        for title in TITLES:
            with self.subTest(title[:30]):
                store = self.path("titles-%d.db" % TITLES.index(title))
                self.import_orders([order(title=title, seller=title, client=title, tags=[title],
                                          notes=[{"at": NOW, "text": title}])], "--db", store)
                for words in QUESTIONS:
                    answer = self.do("--db", store, *words)
                    self.assert_safe_on_a_terminal(answer.out + answer.err, words)
                back = json.loads(self.do("--db", store, "export", "--format", "jsonl").out)
                self.assertEqual(back["title"], title)
        self.assertEqual([name for name in os.listdir(self.home) if "owned" in name], [])

    def assert_safe_on_a_terminal(self, output, words):
        text = output.decode("utf-8")
        bad = [c for c in text if (ord(c) < 32 and c not in "\n\r\t") or 127 <= ord(c) < 160 or c in BIDI[:9]]
        self.assertEqual(bad, [], words)

    def test_typed_texts_are_printed_safely(self):
        for words in [("show", "\x1b[31m"), ("add", "\u202e\x1b]0;x\x07"), ("\x1b[2J",), ("list", "--\x1b[31m=1"),
                      ("list", "--sort", "\x9b31m"), ("add", NUMBER, "--price", "\x1b[31m"),
                      ("import", "\x1b[31m"), ("--db", "/nonexistent/\x1b[31m", "list")]:
            with self.subTest(words):
                answer = self.run_program(*words)
                self.assert_safe_on_a_terminal(answer.out + answer.err, words)

    def test_exec_does_not_execute_recorded_texts(self):
        orders = [order(title=title, number=str(int(NUMBER) + 10000 * place)) for place, title in enumerate(TITLES[:-1])]
        self.import_orders(orders)
        self.do("remind", "--lead", "60d", "--exec", "cat > digest")
        with open(self.path("digest"), encoding="utf-8") as file:
            digest = file.read()
        self.assertIn("$(touch owned)", digest)
        self.assertNotIn("\x1b", digest)
        self.assertFalse(os.path.exists(self.path("owned")))


class PathsTest(ProgramTest):
    """Paths in a file are never opened."""

    def opened(self, *words, input=b""):
        """Returns the paths that a run opens, from strace."""
        trace = self.path("trace")
        process = self.start(["strace", "-f", "-e", "trace=open,openat,stat,newfstatat,access,readlink", "-o", trace, program(), *words],
                             self.environment())
        out, err = process.communicate(input, timeout=WAIT)
        self.assertEqual(process.returncode, 0, err)
        with open(trace, encoding="utf-8", errors="replace") as file:
            return file.read()

    def setUp(self):
        super().setUp()
        self.bait = self.path("bait")
        with open(self.bait, "w", encoding="utf-8") as file:
            file.write("never to be read")

    def test_evidence_in_an_imported_file(self):
        evidence = {"file": self.bait, "sha256": "0" * 64, "size": 1, "added_at": NOW}
        given = order(disputes=[{"reason": "not_received", "opened_at": "2026-11-15T00:00:00Z", "evidence": [evidence]}])
        try:
            asked = self.opened("import", "-", input=json.dumps(given).encode())
        except FileNotFoundError:
            self.skipTest("strace is not there")
        self.assertNotIn(self.bait, asked)
        kept = self.ask("show", "1")["disputes"][0]["evidence"][0]
        self.assertEqual((kept["file"], kept["sha256"]), (self.bait, "0" * 64))
        for words in [("list", "--all"), ("draft", "dispute", "1"), ("export", "--format", "ics"), ("due",)]:
            self.assertNotIn(self.bait, self.opened(*words), words)

    def test_templates_cannot_include_files(self):
        folder = self.path(".config", "aliprotect", "templates")
        os.makedirs(folder)
        self.import_orders([order(title="{{> %s}}" % self.bait)])
        for tag in ["{{> %s}}" % self.bait, "{{>bait}}", "{{=<% %>=}}", "{{#lambda}}x{{/lambda}}", "{{<bait}}{{/bait}}"]:
            with self.subTest(tag):
                with open(os.path.join(folder, "extension.txt"), "w", encoding="utf-8") as file:
                    file.write("Hello " + tag)
                answer = self.run_program("draft", "extension", "1")
                self.assert_one_line_of_error(answer, 1)
                self.assertNotIn(b"never", answer.err)
        with open(os.path.join(folder, "extension.txt"), "w", encoding="utf-8") as file:
            file.write("About {{title}}")
        self.assertIn(b"About {{> ", self.do("draft", "extension", "1").out)

    def test_a_template_cannot_expand_without_limit(self):
        parcels = [{"tracking": "LP%d" % i} for i in range(30)]
        self.import_orders([order(parcels=[{"shipped_at": "2026-10-20T00:00:00Z"}, *parcels])])
        folder = self.path(".config", "aliprotect", "templates")
        os.makedirs(folder)
        with open(os.path.join(folder, "extension.txt"), "w", encoding="utf-8") as file:
            file.write("{{#parcels}}" * 12 + "x" + "{{/parcels}}" * 12)
        answer = self.run_program("draft", "extension", "1")
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(b"extension.txt:1", answer.err)


class ModesTest(ProgramTest):
    def test_only_the_owner_can_read_the_store(self):
        old = os.umask(0)
        self.addCleanup(os.umask, old)
        self.do("add", NUMBER)
        folder = os.path.dirname(self.default_store())
        self.assertEqual(stat.S_IMODE(os.stat(folder).st_mode), 0o700)
        for name in os.listdir(folder):
            self.assertEqual(stat.S_IMODE(os.stat(os.path.join(folder, name)).st_mode), 0o600, name)


class ImportsTest(ProgramTest):
    """Imports with a memory limit; the answer is rejected rows or an error."""

    def fed(self, pieces, *words):
        """Returns the answer and the peak memory of the run."""
        streams = {name: tempfile.TemporaryFile() for name in ("stdout", "stderr")}
        for file in streams.values():
            self.addCleanup(file.close)
        process = self.start([program(), "import", "-", "--json", *words], **streams)
        try:
            for piece in pieces:
                process.stdin.write(piece)
            process.stdin.close()
        except BrokenPipeError:
            pass
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in streams.values():
            file.seek(0)
        return process.returncode, streams["stdout"].read(), streams["stderr"].read(), usage.ru_maxrss * 1024

    def assert_bounded(self, pieces, *words, codes=(0, 1, 4)):
        code, out, err, memory = self.fed(pieces, *words)
        self.assertIn(code, codes, (out[-300:], err[-300:]))
        self.assertLess(memory, MOST_MEMORY)
        return code

    def test_long_values(self):
        if has_sanitizers():
            self.skipTest("a sanitizer keeps for itself what was let go")
        size = 4000 if LONG else 20
        begun = ('{"number":"%s",' % NUMBER).encode()
        mib = b"x" * MIB
        cases = {
            "a title on one line": [begun + b'"title":"', *[mib] * size, b'"}\n'],
            "a title in an array": [b"[" + begun + b'"title":"', *[mib] * size, b'"}]'],
            "a key": [b'{"', *[mib] * size, b'":1}\n'],
            "an object that never ends": [begun + b'"tags":[1\n', *[(b",1" * 50 + b"\n") * (MIB // 101)] * size],
            "an array of numbers": [b"[[1", *[b",1" * (MIB // 2)] * size, b"]]"],
            "an array of objects": [b"[[{}", *[b",{}" * (MIB // 3)] * size, b"]]"],
            "an object of objects": [b'[{"a":{}', *[b"".join(b',"%x":{}' % key for key in range(block * 80_000, (block + 1) * 80_000)) for block in range(size)], b"}]"],
            "a number of digits": [b'[{"number":', *[b"1" * MIB] * size, b"}]"],
            "a line of a table": [b"number,title\n%s," % NUMBER.encode(), *[mib] * size, b"\n"],
            "a quote that never ends": [b'number,title\n%s,"' % NUMBER.encode(), *[b"x" * 1000 + b"\n"] * (size * 1000)],
            "a header": [b"number,title,", *[mib] * size],
            "zeros": [bytes(MIB)] * size,
            "blanks": [b" " * MIB] * size,
        }
        for name, pieces in cases.items():
            with self.subTest(name):
                self.assert_bounded(pieces)

    def test_recorded_orders_can_be_imported_again(self):
        note = {"at": NOW, "text": "note"}
        for name, facts in [("notes", {"notes": [note] * 10_000}), ("title", {"title": "x" * (10 * MIB)}), ("lines", {"title": "x\n" * 9_000})]:
            stores = [self.path("%s-%s.db" % (name, form)) for form in ("first", "json", "jsonl", "csv")]
            self.import_orders([order(**facts)], "--db", stores[0])
            for store in stores[1:]:
                with self.subTest(store):
                    form = store[:-3].rsplit("-")[-1]
                    self.do("--db", stores[0], "export", "--format", form, "--output", "orders")
                    self.do("--db", store, "import", "orders", "--as", form)
                    self.assertEqual(self.do("--db", store, "export").out, self.do("--db", stores[0], "export").out)

    def test_an_order_cannot_grow_beyond_the_size_limit(self):
        for facts in ({"title": "x" * (15 * MIB)}, {"title": "x\n" * 10_000}, {"notes": [{"at": NOW, "text": "x"}] * 200_000}):
            code, out, err, _ = self.fed([json.dumps(order(**facts)).encode()])
            self.assertEqual((code, json.loads(out)["rejected"]), (4, 1), err[:300])
        self.import_orders([order(title="x" * (15 * MIB - 100_000), days=60)])
        answers = [self.run_program("edit", "1", "--quiet", "--note", "y" * 60_000) for _ in range(2)]
        self.assertEqual(answers[0].code, 0, answers[0].err[:300])
        self.assert_one_line_of_error(answers[1], 1)
        self.assertIn(b"it needs more than 15 MiB in a file", answers[1].err)
        self.do("edit", "1", "--title", "short", "--note", "y" * 60_000)

    def test_bad_json(self):
        begun = '{"number":"%s"' % NUMBER
        bad = [
            begun, begun + ",", "[" * 100_000, '{"a":' * 100_000, begun + ',"title":"\\ud800"}', begun + ',"title":"\\u0000"}',
            begun + ',"days":1e400}', begun + ',"days":99999999999999999999}', begun + ',"days":-1}', begun + ',"days":NaN}',
            begun + ',"ordered_at":"99999-01-01T00:00:00Z"}', begun + ',"ordered_at":"-001-01-01T00:00:00Z"}',
            begun + ',"price":{"amount":"-1.00","currency":"USD"}}', begun + ',"price":{"amount":"1e9","currency":"USD"}}',
            begun + ',"price":{"amount":"99999999999999999999.00","currency":"USD"}}', begun + ',"id":99999999999999999999}',
            begun + ',"extensions":[{"requested_at":"2026-11-01T00:00:00Z","days":999999999}]}', '{"number":"%s"}' % ("1" * 100_000),
        ]
        for text in bad:
            with self.subTest(text[:60]):
                code, out, _, memory = self.fed([text.encode(), b"\n"], "--as", "jsonl")
                report = json.loads(out)
                self.assertEqual(code, 4 if report["rejected"] else 0, out)
                self.assertEqual(report["rejected"] + len(report["skipped"]), 1, out)
                self.assertLess(memory, MOST_MEMORY)
        self.assertLessEqual(len(self.ask("list", "--all")), 1)

    def test_bytes_that_are_not_text(self):
        for name, text in [("latin-1", b"caf\xe9"), ("NUL", b"a\0b"), ("half a character", b"\xe6\x97"), ("surrogate", b"\xed\xa0\x80"),
                           ("overlong", b"\xc0\xaf"), ("beyond Unicode", b"\xf4\x90\x80\x80")]:
            for form, file in [("csv", b"number,title\n%s,%s\n%s,good\n"), ("jsonl", b'{"number":"%s","title":"%s"}\n{"number":"%s"}\n')]:
                with self.subTest((name, form)):
                    store = self.path(name + form)
                    code, out, _, _ = self.fed([file % (NUMBER.encode(), text, OTHER.encode())], "--as", form, "--db", store)
                    report = json.loads(out)
                    if form == "csv":  # the title is skipped
                        self.assertEqual((code, report["new"], len(report["skipped"])), (0, 2, 1))
                    else:  # it is not JSON
                        self.assertEqual((code, report["new"], report["rejected"]), (4, 1, 1))

    def test_a_repeated_key_counts_once(self):
        self.fed([('{"number":"%s","days":5,"days":7}\n' % NUMBER).encode()])
        self.assertEqual(self.ask("show", "1")["days"], 7)

    def test_many_rejected_rows(self):
        count = 1_000_000 if LONG else 20_000
        code, out, err, memory = self.fed([b"[]\n" * 1000] * (count // 1000), "--as", "jsonl")
        self.assertEqual((code, json.loads(out)["rejected"]), (4, count))
        self.assertLess(memory, MOST_MEMORY)


class OtherFilesTest(ProgramTest):
    def test_rule_sets(self):
        with open(os.path.join(sys.argv[2], "data", "policies", "aliexpress-2016.json"), encoding="utf-8") as file:
            good = file.read().replace("aliexpress-2016", "mine")
        for name, text in [("depth", "[" * 60_000), ("length", " " * MIB), ("negative", good.replace(": 5", ": -5", 1)),
                           ("huge", good.replace(": 5", ": 99999999999999999999", 1)), ("half", good.replace(": 5", ": 0.5", 1)),
                           ("bytes", good.replace("mine", "\udcff")), ("NUL", good.replace("mine", "a\\u0000b")),
                           ("NUL behind it", good + "\0"), ("path", good.replace("mine", "../../etc/passwd")), ("rubbish", "\x1b[31m")]:
            with self.subTest(name):
                answer = self.run_program("rules", "add", "-", input=text.encode("utf-8", "surrogateescape"))
                self.assert_one_line_of_error(answer, 1)
                self.assertNotIn(b"\x1b", answer.err)

    def test_settings(self):
        folder = self.path(".config", "aliprotect")
        os.makedirs(folder)
        for name, text in [("depth", b"[" * 100_000), ("length", b"tz = \"" + b"x" * 5 * MIB), ("bytes", b"tz = \"\x1b[31m\xff\0\"\n"),
                           ("NUL", b"quiet = true\n\0quiet = false\n"), ("quote", b"tz = \"\"\"\n"), ("sections", b"[a.b.c.d]\n" * 10_000 + b"e = 1\n")]:
            with self.subTest(name):
                with open(os.path.join(folder, "config.toml"), "wb") as file:
                    file.write(text)
                answer = self.run_program("add", NUMBER, "--ordered", "2026-10-01", env=self.environment(TZ=None))
                self.assertEqual(answer.code, 2, answer.err[:300])
                self.assertNotIn(b"\x1b", answer.err)
                self.assertFalse(os.path.exists(self.default_store()))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
