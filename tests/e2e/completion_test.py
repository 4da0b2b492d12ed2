"""Tests the scripts of `aliprotect completion` in the installed shells."""

import os
import re
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "docs"))

import built_program
from program import ProgramTest, main, program
from shells import Bash, Fish, Zsh

STATUSES = (
    "awaiting_shipment in_transit ready_for_pickup delivered in_dispute escalated resolved "
    "confirmed cancelled auto_closed"
).split()

STATUSES_IN = ["in_dispute", "in_transit"]

# Titles that a shell or a terminal could misinterpret.
HOSTILE = [
    "$(touch stolen)",
    "`touch stolen`",
    "'; touch stolen; '",
    '"; touch stolen; "',
    "it's \"quoted\" \\ and $HOME",
    "two\nlines; touch stolen\n9  made up",
    "\x1b]0;stolen\x07\x1b[31mred",
    "%n %F{red} %(?.a.b) !! * ~ {a,b} a:b\tc",
    "-rf --force",
    "\u202eback \u6f22\u5b57",
    "  blanks  ",
    "x" * 300,
]

# (line, offered words)
CASES = [
    ("aliprotect du", ["due"]),
    ("aliprotect dispute e", ["evidence", "escalate"]),
    ("aliprotect --quiet --db other.db rules ", ["list", "show", "add", "remove", "use"]),
    ("aliprotect help dispute re", ["resolve", "returned"]),
    ("aliprotect help sh", ["ship", "show"]),
    ("aliprotect due --li", []),
    ("aliprotect due --with", ["--within"]),
    ("aliprotect due --qu", ["--quiet"]),
    ("aliprotect list --status ", STATUSES),
    ("aliprotect list --status in_", ["in_transit", "in_dispute"]),
    ("aliprotect list --title x --status in_t", ["in_transit"]),
    ("aliprotect list --status in_transit --status canc", ["cancelled"]),
    ("aliprotect dispute open 1 --want ", ["full", "return", "partial"]),
    ("aliprotect dispute open --want full 1 --reason not-r", ["not-received"]),
    ("aliprotect export --format ", ["json", "jsonl", "csv", "ics"]),
    ("aliprotect stats --format ", ["table", "json", "jsonl", "csv"]),
    ("aliprotect draft dispute --format ", ["table", "json", "jsonl"]),
    ("aliprotect report --format ", []),
    ("aliprotect list --format ", ["table", "json", "jsonl", "csv", "ids"]),
    ("aliprotect --format js", ["json", "jsonl"]),
    ("aliprotect import --dates ", ["auto", "day-first", "month-first"]),
    ("aliprotect import --map num", ["number="]),
    ("aliprotect ship 1 --at y", ["yesterday"]),
    ("aliprotect add --rules aliexpress-202", ["aliexpress-2023", "aliexpress-2024"]),
    ("aliprotect rules show aliexpress-2016 ", []),
    ("aliprotect completion ", ["bash", "zsh", "fish"]),
    ("aliprotect add ", []),
    ("aliprotect add --title ", []),
    ("aliprotect list ", []),
    ("aliprotect dispute evidence 1 note", ["notes.txt"]),
    ("aliprotect sync ", ["mail", "exports"]),
    ("aliprotect sync --all mail ex", ["exports"]),
    ("aliprotect import note", ["notes.txt"]),
    ("aliprotect --db note", ["notes.txt"]),
]


class ShellTests:
    """Tests of each shell; a subclass names it."""

    def setUp(self):
        super().setUp()
        if not self.shell.is_there():
            self.skipTest("%s is not installed: its completion is not tried" % self.shell.name)
        os.mkdir(self.path("bin"))
        os.symlink(program(), self.path("bin", "aliprotect"))
        for name in ("notes.txt", "other file.txt"):
            with open(self.path(name), "w", encoding="utf-8") as file:
                file.write("not evidence\n")
        os.makedirs(self.path(".config", "aliprotect"))
        with open(self.path(".config", "aliprotect", "config.toml"), "w", encoding="utf-8") as file:
            file.write("[sources.mail]\npath = 'a'\n\n [ sources.exports ] # of the shop\npath = 'b'\n")
        self.asked = self.shell(self)

    def shell_environment(self, **changes):
        path = self.path("bin") + ":" + os.environ["PATH"]
        return self.environment(PATH=path, LC_ALL="C.UTF-8", **changes)

    def values(self, lines):
        answers = self.asked.offers(lines)
        self.assertEqual(len(answers), len(lines), (answers, self.asked.said))
        return [[value for value, _ in answer] for answer in answers]

    def add_orders(self, titles):
        for number, title in enumerate(titles):
            self.do("add", "30510000%04d1234" % number, "--title", title, "--quiet")

    def test_offered_words(self):
        cases = [case for case in CASES if self.offers_files or "note" not in case[0]]
        for (line, offered), values in zip(cases, self.values([line for line, _ in cases])):
            with self.subTest(line):
                self.assertEqual(sorted(values), sorted(self.in_this_shell(offered)))

    def in_this_shell(self, values):
        return values

    def test_values_after_equals_signs_and_commas(self):
        lines = [
            "aliprotect list --status=in_",
            "aliprotect list --columns id,nu",
            "aliprotect list --columns=id,nu",
        ]
        ends = [[re.split("[=,]", value)[-1] for value in each] for each in self.values(lines)]
        self.assertEqual([sorted(each) for each in ends], [STATUSES_IN, ["number"], ["number"]])

    def test_every_command_and_option_is_offered(self):
        helps = built_program.walk(lambda words: self.do(*words, "--help").out.decode())
        everywhere = set(helps[""].options)
        lines, wanted = [], []
        for command, help in helps.items():
            line = " ".join(["aliprotect", *command.split(), ""])
            if help.commands:
                lines.append(line)
                wanted.append(set(help.commands))
            lines.append(line + "--")
            wanted.append({name for name in everywhere | set(help.options) if name[:2] == "--"})
        for line, offered, values in zip(lines, wanted, self.values(lines)):
            with self.subTest(line):
                self.assertEqual(set(values), offered)

    def test_orders_are_offered_with_their_titles(self):
        self.add_orders(["USB hub", "Desk lamp", "Kettle", "Scarf"])
        self.do("cancel", "1", "4")
        self.do("ship", "3", "--closes", "2026-12-01")
        lines = ["aliprotect show ", "aliprotect dispute open 1 ", "aliprotect show 2"]
        every, second, one = self.asked.offers(lines)
        open_ones = [("3", "Kettle"), ("2", "Desk lamp")]
        self.assertEqual(every, open_ones + [("4", "Scarf"), ("1", "USB hub")])
        self.assertEqual(second, every)
        self.assertEqual([value for value, _ in one], ["2"])

    def test_open_orders_are_offered_if_there_are_many(self):
        orders = [{"number": "305100%06d1234" % number} for number in range(250)]
        self.import_orders(orders)
        self.do("cancel", *(str(number) for number in range(2, 52)))
        open_ones = ["1"] + [str(number) for number in range(52, 251)]
        self.assertEqual(self.values(["aliprotect show "]), [open_ones])
        self.do("cancel", "250")
        few = open_ones[:-1] + ["250", "51"]  # and what else there is of the newest 200
        self.assertEqual(self.values(["aliprotect show "]), [few])

    def test_orders_come_from_the_store_that_the_line_names(self):
        self.do("--db", "other.db", "add", "3051000000421234", "--title", "elsewhere", "--quiet")
        self.do("--db", "other.db", "add", "3051000000431234", "--quiet")
        lines = ["aliprotect --db other.db show ", "aliprotect show --db ~/other.db "]
        for answer in self.asked.offers(lines):
            self.assertEqual(answer, [("1", "elsewhere"), ("2", "")])

    def test_no_store_is_created(self):
        lines = ["aliprotect show ", "aliprotect edit 1 --rules my", "aliprotect --db new.db show "]
        self.assertEqual(self.values(lines), [[], [], []])
        self.assertFalse(os.path.exists(self.default_store()))
        self.assertFalse(os.path.exists(self.path("new.db")))

    def test_titles_are_only_shown(self):
        self.add_orders(HOSTILE)
        lines = ["aliprotect show ", "aliprotect show 1", "aliprotect show 3"]
        every, ten, three = self.asked.offers(lines)
        numbers = [str(number) for number in range(1, len(HOSTILE) + 1)]
        self.assertEqual([value for value, _ in every], numbers)
        self.assertEqual(sorted(value for value, _ in ten), ["1", "10", "11", "12"])
        self.assertEqual([value for value, _ in three], ["3"])
        said = {value: description for value, description in every}
        self.assertEqual(said["1"], HOSTILE[0])
        self.assertEqual(said["5"], HOSTILE[4])
        self.assertEqual(said["6"], r"two\nlines; touch stolen\n9  made up")
        self.assertFalse(os.path.exists(self.path("stolen")))
        self.assertNotIn(b"\x1b]0;stolen", self.asked.said)
        self.assertNotIn("\x1b", "".join(said.values()))

    def test_settings_and_broken_files_do_not_affect_it(self):
        self.add_orders(["USB hub"] * 2)
        os.makedirs(self.path(".config", "aliprotect"), exist_ok=True)
        with open(self.path(".config", "aliprotect", "config.toml"), "w", encoding="utf-8") as file:
            file.write('format = "json"\ncolor = "always"\n')
        self.assertEqual(self.values(["aliprotect show "]), [["1", "2"]])
        with open(self.default_store(), "wb") as file:
            file.write(b"no store")
        self.assertEqual(self.values(["aliprotect show "]), [[]])


class InBash(ShellTests, ProgramTest):
    shell = Bash
    offers_files = False  # the function leaves files to readline

    def test_words_that_are_not_taken_apart_at_equals_signs(self):
        lines = ["aliprotect list --status=in_", "aliprotect list --columns=id,nu"]
        apart = [["in_transit", "in_dispute"], ["id,number"]]
        self.assertEqual(self.values(lines), apart)
        self.asked.splits = False
        options = ["--status=", "--columns="]
        together = [[option + value for value in values] for option, values in zip(options, apart)]
        self.assertEqual(self.values(lines), together)

    def test_titles_are_never_inserted(self):
        self.add_orders(["USB hub", "Desk lamp"])
        for kind in ("37", "42"):  # inserts the candidates one by one, or all
            offered = self.asked.offers(["aliprotect show "], kind)
            self.assertEqual(offered, [[("1", ""), ("2", "")]])

    def test_keys_in_a_real_line(self):
        said = self.asked.type("aliprotect disp\top\t1 --rea\tnot-r\t --wan\tf\t\n")
        words = ["dispute", "open", "1", "--reason", "not-received", "--want", "full"]
        self.assertIn("".join("got:%s;" % word for word in words), said)
        said = self.asked.type("aliprotect list --status=in_t\t\n")
        self.assertIn("got:list;got:--status=in_transit;", said)
        said = self.asked.type("aliprotect import oth\t\n")
        self.assertIn("got:import;got:other file.txt;", said)

    def test_titles_in_a_real_line(self):
        self.add_orders(HOSTILE)
        said = self.asked.type("aliprotect show \t\t1\t\n")
        self.assertIn(r"two\nlines; touch stolen", said)
        self.assertNotIn("\x1b]0;stolen", said)
        self.assertIn("got:show;got:1;", said)
        self.assertFalse(os.path.exists(self.path("stolen")))

    def test_keys_with_bash_completion_installed(self):
        library = "/usr/share/bash-completion/bash_completion"
        if not os.path.exists(library):
            self.skipTest("bash-completion is not installed: it is not tried beside it")
        said = self.asked.type("aliprotect inspect 1 --go\t\n", "source " + library)
        self.assertIn("got:inspect;got:1;got:--good;", said)
        said = self.asked.type("aliprotect stats --by=m\t\n", "source " + library)
        self.assertIn("got:stats;got:--by=month;", said)


class InZsh(ShellTests, ProgramTest):
    shell = Zsh
    offers_files = True

    def in_this_shell(self, values):
        """Options that follow a value are completed as options."""
        return [value.rstrip("=") for value in values]


class InFish(ShellTests, ProgramTest):
    shell = Fish
    offers_files = True


class Words(ProgramTest):
    """The words offered for an option are those that the program accepts."""

    def refusal(self, command, option, help):
        """Returns the words that the program lists when given an unknown one."""
        words = command.split() + [option, "no-such-word=x"]
        if "..." in help.usage:
            words.append("1")
        if command == "dispute open" and option != "--reason":
            words += ["--reason", "not-received"]
        answer = self.run_program(*words)
        found = re.search(rb"; choose from (.*)", answer.err)
        return found and re.split(", | or ", found.group(1).decode())

    def test_every_word_is_known_on_both_sides(self):
        helps = built_program.walk(lambda words: self.do(*words, "--help").out.decode())
        script = self.do("completion", "bash").out.decode()
        offered = dict(re.findall(r"^    '(\S.*)'\) kind=\w+ values=\((.*)\) ;;$", script, re.M))
        compared = 0
        for command, help in helps.items():
            for option in help.options if command else ():
                words = self.refusal(command, option, help)
                if words:
                    compared += 1
                    with self.subTest(command=command, option=option):
                        known = offered.get("%s %s" % (command, option), "")
                        self.assertEqual(re.findall(r"'([^']*)'", known), words)
        self.assertGreater(compared, 20)

    def test_another_shell_is_refused(self):
        self.assert_one_line_of_error(self.run_program("completion", "csh"), 2)


if __name__ == "__main__":
    main()
