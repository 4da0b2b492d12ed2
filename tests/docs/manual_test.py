"""The manual documents the whole program and nothing else; its examples run; its pages are valid.

Each kind of finding also has a test with a wrong page.
"""

import json
import os
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "e2e"))

import built_pages
import built_program
import completeness
import example_world
from pages import Page, read_pages
from program import Answer, ProgramTest, main, program, source_folder


def source(*names):
    with open(os.path.join(source_folder(), *names), encoding="utf-8") as file:
        return file.read()


def manual():
    return read_pages(os.path.join(source_folder(), "docs", "man"))


def without(pages, name, text):
    """Returns the pages, with `text` removed from one that contains it."""
    return changed(pages, name, text, "")


def changed(pages, name, text, other):
    page = next(page for page in pages if page.name == name)
    assert text in page.text, text
    new = Page(name, page.text.replace(text, other, 1))
    return [new if each is page else each for each in pages]


def keys_of(schema):
    """Yields every key of the objects that the schema describes, including nested ones."""
    if isinstance(schema, list):
        for part in schema:
            yield from keys_of(part)
    elif isinstance(schema, dict):
        if isinstance(schema.get("properties"), dict):
            yield from schema["properties"]
        for part in schema.values():
            yield from keys_of(part)


class Completeness(ProgramTest):
    helps = None  # read once for all tests

    def setUp(self):
        super().setUp()
        self.pages = manual()
        if Completeness.helps is None:
            Completeness.helps = built_program.walk(self.help_of)
        self.codes = built_program.exit_codes(source("include", "aliprotect", "error.h"))

    def help_of(self, words):
        return self.do(*words, "--help").out.decode()

    def findings(self, pages):
        return completeness.findings(pages, self.helps, self.codes)

    def assert_found(self, pages, *words):
        findings = self.findings(pages)
        self.assertTrue(any(all(word in f for word in words) for f in findings), findings)

    def test_the_manual_documents_the_whole_program_and_nothing_else(self):
        self.assertEqual(self.findings(self.pages), [])

    def test_the_walk_reaches_every_level(self):
        self.assertIn("--exit-code", self.helps["due"].options)
        self.assertEqual(self.helps["dispute open"].options["--want"], "full|return|partial")
        self.assertIn("-h", self.helps[""].options)
        self.assertGreater(len(self.helps), 35)

    def test_a_missing_page_is_found(self):
        pages = [page for page in self.pages if page.name != "aliprotect-extend.1"]
        self.assert_found(pages, "extend grant", "synopsis")

    def test_a_command_missing_from_a_page_is_found(self):
        gone = "*aliprotect undo* [_options_] [_N_]\n"
        self.assert_found(without(self.pages, "aliprotect-log.1", gone), "undo", "synopsis")
        pages = without(self.pages, "aliprotect.1", "*log*\n")
        self.assert_found(pages, "COMMANDS does not contain log")
        self.assert_found(without(self.pages, "aliprotect-due.1", ", aliprotect-next"), "NAME")

    def test_a_documented_command_that_does_not_exist_is_found(self):
        pages = changed(self.pages, "aliprotect-due.1", "*aliprotect next*", "*aliprotect later*")
        self.assert_found(pages, "there is no `aliprotect later`")

    def test_each_undocumented_option_is_found(self):
        for page in self.pages:
            for line in re.findall(r"^\*--?[a-z-]+\*(?: _.*_)?$", page.section("OPTIONS"), re.M):
                with self.subTest(page=page.name, line=line):
                    rest = page.text.replace("\n%s\n" % line, "\ngone\n")
                    pages = [Page(p.name, rest) if p is page else p for p in self.pages]
                    findings = list(completeness.option_findings(pages, self.helps))
                    self.assertNotEqual(findings, [])

    def test_a_documented_option_that_does_not_exist_is_found(self):
        pages = changed(self.pages, "aliprotect-log.1", "*--limit* _N_", "*--most* _N_")
        self.assert_found(pages, "`aliprotect log`", "--most is documented, but does not exist")
        pages = changed(self.pages, "aliprotect-log.1", "*undo* reverts", "*undo --again* reverts")
        self.assert_found(pages, "no command has --again")

    def test_an_option_with_a_wrong_value_is_found(self):
        pages = changed(self.pages, "aliprotect-log.1", "*--limit* _N_", "*--limit* _WHEN_")
        self.assert_found(pages, "`aliprotect log`", "takes N, not WHEN")

    def test_a_missing_exit_code_is_found(self):
        self.assert_found(without(self.pages, "aliprotect.1", "*70*\n"), "exit code 70")
        self.assert_found(without(self.pages, "aliprotect-due.1", "*3*\n"), "exit code 3")
        self.assert_found(without(self.pages, "aliprotect-import.1", "*4*\n"), "exit code 4")
        pages = changed(self.pages, "aliprotect-log.1", "*2*\n", "*3*\n")
        self.assert_found(pages, "exit code 3", "never used")

    def test_a_missing_section_is_found(self):
        pages = changed(self.pages, "aliprotect-log.1", "# EXAMPLES", "# SAMPLES")
        self.assert_found(pages, "aliprotect-log.1", "section EXAMPLES is missing")
        pages = [
            Page(p.name, p.text.replace("\n$ ", "\n")) if p.name == "aliprotect-log.1" else p
            for p in self.pages
        ]
        self.assert_found(pages, "no example is run")


class Words(unittest.TestCase):
    """aliprotect-json(5) and aliprotect-rules(7) explain every word of the order object."""

    def setUp(self):
        self.pages = {page.name: page for page in manual()}
        self.schema = json.loads(source("docs", "order.schema.json"))

    def missing(self, page, words):
        text = self.pages[page].text
        return [word for word in words if word and not re.search(r"\*%s\*" % word, text)]

    def test_every_key_is_explained(self):
        keys = sorted(set(keys_of(self.schema)))
        self.assertGreater(len(keys), 60)
        self.assertEqual(self.missing("aliprotect-json.5", keys), [])
        self.assertEqual(self.missing("aliprotect-json.5", ["no_such_key"]), ["no_such_key"])

    def test_every_status_action_and_deadline_is_explained(self):
        properties = self.schema["properties"]
        words = properties["status"]["enum"]
        words += properties["next_step"]["properties"]["action"]["enum"]
        words += self.schema["$defs"]["deadline"]["properties"]["kind"]["enum"]
        self.assertEqual(self.missing("aliprotect-rules.7", words), [])

    def test_the_day_counts_are_those_of_the_rule_sets(self):
        text = self.pages["aliprotect-rules.7"].text
        table = re.findall(r"^(\w+_days) +(\w+) +(\w+) +(\w+) +(\w+)$", text, re.M)
        shown = {row[0]: list(row[1:]) for row in table}
        sets = [
            json.loads(source("data", "policies", "aliexpress-%d.json" % year))
            for year in (2016, 2017, 2023, 2024)
        ]
        keys = [key for key in sets[0] if key.endswith("_days")]
        real = {key: ["none" if s[key] is None else str(s[key]) for s in sets] for key in keys}
        self.assertEqual(shown, real)


class Examples(ProgramTest):
    def setUp(self):
        super().setUp()
        self.programs = self.path("bin")
        example_world.make_programs(self.programs, program())
        answer = self.run_line(example_world.recording_script())
        self.assertEqual((answer.code, answer.err), (0, b""))
        self.recorded = self.path("recorded")
        shutil.move(self.path(".local"), self.recorded)

    def run_line(self, line, folder=None):
        variables = self.environment(PATH="%s:%s" % (self.programs, os.environ["PATH"]))
        variables["HOME"] = folder or self.home
        script = 'cd "$HOME" && set -e -o pipefail\n' + line
        process = self.start(["bash", "-c", script], env=variables)
        out, err = process.communicate(b"", timeout=120)
        return Answer(process.returncode, out, err)

    def failures(self, page):
        """Runs each block of examples with its own copy of the store and files."""
        for block in page.examples():
            folder = tempfile.mkdtemp(dir=self.home)
            shutil.copytree(self.recorded, os.path.join(folder, ".local"))
            example_world.make_files(folder)
            for line in block:
                answer = self.run_line(line, folder)
                if answer.code:
                    yield line, answer

    def test_every_example_runs(self):
        for page in manual():
            if "jq" in page.text and not shutil.which("jq"):
                self.skipTest("jq is not installed: examples of %s are not run" % page.name)
            with self.subTest(page=page.name):
                self.assertEqual(list(self.failures(page)), [])

    def test_an_example_that_fails_is_found(self):
        for line in (
            "aliprotect show 99",
            "aliprotect lsit",
            "aliprotect show 99 | cat",
        ):
            with self.subTest(line):
                page = Page("wrong.1", "# EXAMPLES\n\n```\n$ %s\n```\n" % line)
                self.assertEqual([said for said, _ in self.failures(page)], [line])


class BuiltPages(unittest.TestCase):
    def setUp(self):
        for tool in ("scdoc", "mandoc"):
            if not shutil.which(tool):
                self.skipTest("%s is not installed: pages are not checked" % tool)

    def remarks(self, text):
        roff, complaint = built_pages.build(text)
        return [complaint] if complaint else built_pages.lint(roff)

    def test_pages_are_valid(self):
        for page in manual():
            with self.subTest(page=page.name):
                self.assertEqual(self.remarks(page.text), [])

    def test_an_error_from_scdoc_is_found(self):
        self.assertNotEqual(self.remarks("wrong(1)\n\n*not closed\n"), [])

    def test_a_warning_from_mandoc_is_found(self):
        self.assertNotEqual(self.remarks("wrong(1)\n\n# NAME\n\nwrong - a\ttab\n"), [])
        self.assertNotEqual(built_pages.lint(b".TH WRONG 1\n.SH NAME\nno date\n.XX\n"), [])


if __name__ == "__main__":
    main()
