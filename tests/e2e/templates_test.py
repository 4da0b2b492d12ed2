"""The user's own message templates (docs/templates.md)."""

import os
import unittest

from program import ProgramTest, main, source_folder

NUMBER = "3051000000421234"
OTHER = "3051000000431234"


class Templates(ProgramTest):
    def setUp(self):
        super().setUp()
        for number in (NUMBER, OTHER):
            self.do("add", number, "--title", "USB hub", "--shipped", "2026-11-01", "--days", "45")

    def write(self, name, text, *folder):
        path = self.path(*(folder or (".config", "aliprotect", "templates")), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text.encode())
        return path

    def test_a_file_replaces_the_built_in_template(self):
        self.write("dispute.txt", "Order {{number}}:\n{{title}}{{#seller}} of {{seller}}{{/seller}}\n\nThanks")
        answer = self.do("draft", "dispute", "1")
        self.assertEqual(answer.out.decode(), f"Order {NUMBER}: USB hub\n\nThanks\n")
        self.assertIn(b"extend the buyer protection", self.do("draft", "extension", "1").out)

    def test_the_settings_folder_decides(self):
        self.write("dispute.txt", "elsewhere", "xdg", "aliprotect", "templates")
        self.write("dispute.txt", "at home")
        for folder, text in ((self.path("xdg"), b"elsewhere\n"), ("xdg", b"at home\n")):
            env = self.environment(XDG_CONFIG_HOME=folder)
            self.assertEqual(self.do("draft", "dispute", "1", env=env).out, text)

    def test_without_a_home_folder_the_built_in_one_is_taken(self):
        env = self.environment(HOME=None, ALIPROTECT_DB=self.default_store())
        self.assertIn(b"I have not received the goods.", self.do("draft", "dispute", "1", env=env).out)

    def test_the_built_in_ones_can_be_copied(self):
        for name in os.listdir(os.path.join(source_folder(), "data", "templates")):
            with open(os.path.join(source_folder(), "data", "templates", name)) as file:
                self.write(name, file.read())
        own = self.do("draft", "extension", "1").out
        env = self.environment(XDG_CONFIG_HOME=self.path("none"))
        self.assertEqual(own, self.do("draft", "extension", "1", env=env).out)

    def test_a_broken_template_is_an_error_with_its_line(self):
        for text, line, words in (
            ("a\n{{#seller}}\n{{foo}}{{/seller}}", 3, "unknown field `foo`; choose from number, title"),
            ("a\n{{titel}}", 2, "unknown field `titel`; did you mean `title`?"),
            ("{{#title}}\n", 1, 'unclosed section "title"'),
            ("{{title", 1, "unclosed tag"),
        ):
            with self.subTest(text=text):
                path = self.write("dispute.txt", text)
                answer = self.run_program("draft", "dispute", "1", "2", "--json")
                self.assert_one_line_of_error(answer, 1)
                self.assertEqual(answer.out, b"")
                self.assertTrue(answer.err.decode().startswith(f"aliprotect: {path}:{line}: {words}"), answer.err)

    def test_an_empty_template_is_an_error(self):
        path = self.write("dispute.txt", "{{#seller}}Hello{{/seller}}\n")
        answer = self.run_program("draft", "dispute", "1")
        self.assert_one_line_of_error(answer, 1)
        self.assertIn(path.encode() + b": the message about order 1", answer.err)

    def test_an_unreadable_template_is_an_error(self):
        path = self.path(".config", "aliprotect", "templates", "dispute.txt")
        os.makedirs(path)
        answer = self.run_program("draft", "dispute", "1")
        self.assert_one_line_of_error(answer, 1)
        self.assertEqual(answer.err.decode(), f"aliprotect: {path}: cannot be read; fix or remove it\n")

    def test_a_broken_link_is_an_error(self):
        folder = self.path(".config", "aliprotect", "templates")
        os.makedirs(folder)
        os.symlink(self.path("nowhere"), os.path.join(folder, "dispute.txt"))
        answer = self.run_program("draft", "dispute", "1")
        self.assert_one_line_of_error(answer, 1)
        self.assertIn("dispute.txt: cannot be read; fix or remove it", answer.err.decode())

    def test_a_broken_template_of_another_kind_has_no_effect(self):
        self.write("escalation.txt", "{{foo}}")
        self.do("draft", "dispute", "1")

    def test_drafting_changes_nothing(self):
        with open(self.default_store(), "rb") as file:
            before = file.read()
        messages = self.ask("draft", "dispute", "1", "2")
        self.assertEqual([message["order"] for message in messages], [NUMBER, OTHER])
        os.chmod(self.default_store(), 0o444)
        self.assertEqual(self.ask("draft", "dispute", "1")["kind"], "dispute")
        with open(self.default_store(), "rb") as file:
            self.assertEqual(file.read(), before)

    def test_the_settings_file_may_set_the_width(self):
        path = self.path(".config", "aliprotect", "config.toml")
        os.makedirs(os.path.dirname(path))
        for text in ("[draft.dispute]\nwidth = 0\n", 'format = "csv"\n[draft.dispute]\nwidth = 0\n'):
            with open(path, "w") as file:
                file.write(text)
            paragraphs = self.do("draft", "dispute", "1").out.decode().split("\n\n")
            self.assertTrue(all("\n" not in text.rstrip("\n") for text in paragraphs), paragraphs)


if __name__ == "__main__":
    main()
