"""The path of the store, the environment, and the settings file."""

import json
import os
import shutil
import stat
import unittest

from program import ProgramTest, main, program, wait_until_writing

NUMBER = "3051000000421234"


class Places(ProgramTest):
    def mode(self, *names):
        return stat.S_IMODE(os.stat(self.path(*names)).st_mode)

    def add(self, umask=0o022, **variables):
        env = self.environment(**variables)
        previous = os.umask(umask)
        try:
            return self.run_program("add", NUMBER, env=env)
        finally:
            os.umask(previous)

    def test_the_default_path_is_private(self):
        for number, umask in enumerate((0o000, 0o022, 0o077)):
            with self.subTest(umask=oct(umask)):
                home = self.path(str(number))
                os.mkdir(home)
                self.assertEqual(self.add(umask, HOME=home).code, 0)
                folder = [home]
                for name in (".local", "share", "aliprotect"):
                    folder.append(name)
                    self.assertEqual(self.mode(*folder), 0o700, folder)
                self.assertEqual(self.mode(*folder, "orders.db"), 0o600)

    def test_folders_that_exist_keep_their_modes(self):
        os.makedirs(self.path(".local", "share"), mode=0o755)
        os.chmod(self.path(".local"), 0o755)
        os.chmod(self.path(".local", "share"), 0o755)
        self.assertEqual(self.add().code, 0)
        self.assertEqual(self.mode(".local"), 0o755)
        self.assertEqual(self.mode(".local", "share"), 0o755)
        self.assertEqual(self.mode(".local", "share", "aliprotect"), 0o700)

    def test_files_of_the_store_are_private(self):
        self.add()
        process = self.start_import()
        folder = os.path.dirname(self.default_store())
        for name in os.listdir(folder):
            self.assertEqual(self.mode(folder, name), 0o600, name)
        process.kill()

    def start_import(self):
        """Starts a process that has read its first order and waits for more."""
        process = self.start([program(), "import", "-", "--as", "jsonl"])
        process.stdin.write(b'{"number": "3051000000431234"}\n')
        process.stdin.flush()
        wait_until_writing(self.default_store())
        return process

    def test_xdg_data_home(self):
        data = self.path("data")
        self.assertEqual(self.add(XDG_DATA_HOME=data).code, 0)
        self.assertTrue(os.path.exists(self.path("data", "aliprotect", "orders.db")))
        self.assertFalse(os.path.exists(self.path(".local")))

    def test_relative_and_empty_xdg_paths_are_ignored(self):
        for path in ("data", "./data", "../data", ""):
            with self.subTest(path):
                self.add(XDG_DATA_HOME=path, XDG_CONFIG_HOME=path)
                self.assertTrue(os.path.exists(self.default_store()))
                self.assertEqual(os.listdir(self.home), [".local"])

    def test_no_home(self):
        self.assert_one_line_of_error(self.add(HOME=None), 5)
        self.assertEqual(self.add(HOME=None, XDG_DATA_HOME=self.path("data")).code, 0)
        self.assertEqual(self.add(HOME=None, ALIPROTECT_DB="orders.db").code, 0)

    def test_no_folders_are_created_for_a_given_path(self):
        answer = self.run_program("--db", "missing/orders.db", "add", NUMBER)
        self.assert_one_line_of_error(answer, 5)
        self.assertEqual(os.listdir(self.home), [])

    def test_names_that_are_not_files(self):
        for name in (":memory:", "file:orders.db", "file::memory:?cache=shared", ""):
            with self.subTest(name):
                self.assert_one_line_of_error(self.run_program("--db", name, "add", NUMBER), 2)
                self.assertEqual(os.listdir(self.home), [])


class Settings(ProgramTest):
    """Flags override the environment, which overrides the file, which overrides defaults."""

    def setUp(self):
        super().setUp()
        self.file = self.path(".config", "aliprotect", "config.toml")

    def write_settings(self, text, file=None):
        file = file or self.file
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8") as settings:
            settings.write(text)

    def stored(self, *names):
        return [name for name in names if os.path.exists(self.path(name))]

    def test_db(self):
        names = ("file.db", "environment.db", "flag.db")
        self.write_settings('db = "%s"\n' % self.path("file.db"))
        self.do("add", NUMBER)
        self.assertEqual(self.stored(*names), ["file.db"])
        env = self.environment(ALIPROTECT_DB=self.path("environment.db"))
        self.do("add", NUMBER, env=env)
        self.assertEqual(self.stored(*names), ["file.db", "environment.db"])
        self.do("--db", "flag.db", "add", NUMBER, env=env)
        self.assertEqual(self.stored(*names), list(names))
        self.assertFalse(os.path.exists(self.default_store()))

    def test_now(self):
        self.do("add", NUMBER, "--closes", "2026-12-31T00:00:00Z")

        def days_left(*words, **variables):
            order = self.ask("show", "1", *words, env=self.environment(**variables))
            return order["deadlines"][0]["days_left"]

        self.write_settings('now = "2026-12-30T00:00:00Z"\n')
        self.assertEqual(days_left(ALIPROTECT_NOW=None), 1)
        self.assertEqual(days_left(ALIPROTECT_NOW="2026-12-29T00:00:00Z"), 2)
        self.assertEqual(days_left("--now", "2026-12-28T00:00:00Z"), 3)

    def test_tz(self):
        self.do("add", NUMBER)

        def ordered(*words, **variables):
            env = self.environment(**variables)
            self.do("edit", "1", "--ordered", "2026-07-01 12:00", *words, env=env)
            return self.ask("show", "1")["ordered_at"][11:13]

        self.assertEqual(ordered(TZ="UTC"), "12")
        self.write_settings('tz = "Europe/Berlin"\n')
        self.assertEqual(ordered(TZ=None), "10")
        self.assertEqual(ordered(TZ="America/New_York"), "16")
        self.assertEqual(ordered("--tz", "Asia/Tokyo", TZ="America/New_York"), "03")

    def test_format(self):
        self.do("add", NUMBER)
        for setting in ('format = "json"\n', "json = true\n"):
            with self.subTest(setting):
                self.write_settings(setting)
                self.assertEqual(len(json.loads(self.do("list").out)), 1)
                self.assertEqual(self.do("list", "--format", "ids").out, b"1\n")
        self.write_settings('format = "ids"\n')
        self.assertEqual(self.do("list").out, b"1\n")
        self.assertEqual(len(json.loads(self.do("list", "--json").out)), 1)

    def test_color(self):
        self.do("add", NUMBER)
        self.write_settings('color = "always"\n')
        self.assertIn(b"\x1b", self.do("list").out)
        self.assertNotIn(b"\x1b", self.do("list", env=self.environment(NO_COLOR="1")).out)
        self.assertNotIn(b"\x1b", self.do("list", "--color", "never").out)

    def test_quiet(self):
        self.write_settings("quiet = true\n")
        answer = self.do("add", NUMBER)
        self.assertEqual((answer.out, answer.err), (b"", b""))

    def test_currency_and_rules(self):
        self.write_settings('currency = "EUR"\nrules = "aliexpress-2023"\n')
        order = self.ask("add", NUMBER, "--price", "12.50")
        self.assertEqual(order["price"], {"amount": "12.50", "currency": "EUR"})
        self.assertEqual(order["rules"], "aliexpress-2023")
        order = self.ask(
            *("edit", "1", "--price", "1.25", "--currency", "KWD", "--rules", "aliexpress-2016")
        )
        self.assertEqual(order["price"], {"amount": "1.250", "currency": "KWD"})
        self.assertEqual(order["rules"], "aliexpress-2016")

    def test_edit_takes_no_rules_from_the_file(self):
        self.do("add", NUMBER, "--rules", "aliexpress-2017")
        self.write_settings('rules = "aliexpress-2023"\n')
        self.assertEqual(self.ask("edit", "1", "--title", "x")["rules"], "aliexpress-2017")

    def test_the_section_of_a_command(self):
        self.do("add", NUMBER, "--closes", "+6d")
        self.write_settings('[due]\nwithin = "7d"\n\n[list]\nall = true\n')
        self.assertEqual(len(self.ask("due")), 1)
        self.assertEqual(self.ask("due", "--within", "4d"), [])
        self.do("confirm", "1")
        self.assertEqual(len(self.ask("list")), 1)

    def test_xdg_config_home(self):
        self.write_settings("quiet = true\n", self.path("settings", "aliprotect", "config.toml"))
        env = self.environment(XDG_CONFIG_HOME=self.path("settings"))
        self.assertEqual(self.do("add", NUMBER, env=env).out, b"")

    def assert_refused(self, text):
        self.write_settings(text)
        answer = self.run_program("list")
        self.assert_one_line_of_error(answer, 2)
        self.assertIn(self.file.encode(), answer.err)

    def test_unknown_keys(self):
        unknown = ("colour = true\n", "help = true\n", "[duty]\nwithin = 1\n", "[due]\nwith = 1\n")
        for text in unknown:
            with self.subTest(text):
                self.assert_refused(text)

    def test_broken_files(self):
        lines = ("[due", "= 1", "color", "no settings", 'color = "green"', "quiet = perhaps",
                 'tz = "UTC', 'tz = UTC"', "quiet = true\nquiet = true", "[" + "a." * 5_000 + "a]\nb = 1")
        for text in lines:
            with self.subTest(text):
                self.assert_refused(text)

    def test_values_of_flags(self):
        for text in ("quiet = perhaps", "quiet = [true, false]"):
            with self.subTest(text):
                self.assert_refused(text)
        self.write_settings("quiet = perhaps")
        self.assertIn("`quiet` must be true or false, not \"perhaps\"", self.run_program("list").err.decode())

    def test_values_of_commands(self):
        for command, key, value in (("due", "within", "4x"), ("list", "sort", "size"), ("list", "limit", "few")):
            with self.subTest(key):
                self.write_settings('tz = "UTC"\n[%s]\n%s = "%s"\n' % (command, key, value))
                answer = self.run_program(command)
                self.assert_one_line_of_error(answer, 2)
                self.assertIn("aliprotect: %s: line 3: %s: " % (self.file, key), answer.err.decode())
                typed = self.run_program(command, "--" + key, value)
                self.assertIn("aliprotect: --%s: " % key, typed.err.decode())

    def test_a_folder_instead_of_the_file(self):
        os.makedirs(self.file)
        answer = self.run_program("list")
        self.assert_one_line_of_error(answer, 2)
        self.assertIn(self.file.encode(), answer.err)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read(self):
        self.write_settings("quiet = true\n")
        os.chmod(self.file, 0)
        answer = self.run_program("list")
        self.assert_one_line_of_error(answer, 2)
        self.assertIn(self.file.encode(), answer.err)

    def test_an_unreachable_file_is_not_treated_as_missing(self):
        folder = os.path.dirname(self.file)
        for place, target in ((self.file, "config.toml"), (self.file, "nowhere"), (folder, "nowhere"), (os.path.dirname(folder), "nowhere")):
            with self.subTest((place, target)):
                os.makedirs(os.path.dirname(place), exist_ok=True)
                os.symlink(target, place)
                answer = self.run_program("add", NUMBER)
                self.assert_one_line_of_error(answer, 2)
                self.assertIn("cannot be read; fix or remove it", answer.err.decode())
                self.assertFalse(os.path.exists(self.default_store()))
                shutil.rmtree(self.path(".config"), ignore_errors=True)
                if os.path.islink(self.path(".config")):
                    os.remove(self.path(".config"))

    def test_a_file_that_is_too_long(self):
        self.write_settings("#" * 70_000)
        answer = self.run_program("list")
        self.assert_one_line_of_error(answer, 2)
        self.assertIn("too long", answer.err.decode())

    def test_a_byte_order_mark_is_skipped(self):
        self.write_settings('\ufeffquiet = true\n')
        self.assertEqual(self.do("add", NUMBER).out, b"")

    def test_a_format_that_a_command_does_not_support_is_ignored(self):
        self.write_settings('format = "ids"\n')
        self.do("add", NUMBER, "--quiet")
        self.assertEqual(self.do("list").out, b"1\n")
        self.assertIn(b"1 order", self.do("stats").out)
        self.assertEqual(self.do("check", "--quiet").out, b"")
        self.assertTrue(self.do("export").out.startswith(b"["))

    def test_an_empty_file_and_comments(self):
        for text in ("", "\n", "# nothing set\n"):
            with self.subTest(text):
                self.write_settings(text)
                self.assertEqual(self.run_program("list").code, 0)


if __name__ == "__main__":
    main()
