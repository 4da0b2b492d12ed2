"""The Debian packages that cpack builds: their dependencies, their files, and lintian's findings."""

import glob
import gzip
import os
import platform
import re
import shutil
import subprocess
import tempfile

from program import ProgramTest, main, program, project_version, source_folder

OF_THE_ARCHIVE = "initial-upload-closes-no-bugs"  # it concerns only Debian's bug tracker
TOOLS = ("cpack", "dpkg-deb", "dpkg-shlibdeps", "lintian", "ninja", "readelf")


def answer_of(*words, **options):
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, **options).stdout


def is_set(setting):
    """Whether the tested build has this option."""
    build = os.path.dirname(program())
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as cache:
        return setting + "\n" in cache.read()


class Linking(ProgramTest):
    def test_a_static_program_needs_only_the_c_library(self):
        if not is_set("ALIPROTECT_STATIC:BOOL=ON") or not shutil.which("readelf"):
            self.skipTest("needs a static build and readelf")
        dynamic = answer_of("readelf", "--dynamic", "--wide", program())
        needed = re.findall(r"\(NEEDED\).*\[(.*)\.so", dynamic)
        self.assertIn("libc", needed)
        others = [name for name in needed if name not in ("libc", "libm") and not name.startswith("ld-")]
        self.assertEqual(others, [])


class Package(ProgramTest):
    @classmethod
    def setUpClass(cls):
        build = os.path.dirname(program())
        if not is_set("CMAKE_BUILD_TYPE:STRING=Release"):
            cls.skipTest(cls, "a package is made of a release build")
        for tool in TOOLS:
            if not shutil.which(tool):
                cls.skipTest(cls, tool + " is not installed")
        folder = tempfile.TemporaryDirectory(prefix="aliprotect-package.")
        cls.addClassCleanup(folder.cleanup)
        answer_of("cpack", "--config", os.path.join(build, "CPackConfig.cmake"), "-B", folder.name,
                  cwd=folder.name)
        (cls.file,) = glob.glob(os.path.join(folder.name, "aliprotect_*.deb"))
        (cls.readers,) = glob.glob(os.path.join(folder.name, "aliprotect-readers_*.deb"))
        cls.root = os.path.join(folder.name, "root")
        answer_of("dpkg-deb", "--extract", cls.file, cls.root)

    def installed(self, *names):
        return os.path.join(self.root, "usr", *names)

    def field(self, name, file=None):
        return answer_of("dpkg-deb", "--field", file or self.file, name).strip()

    def test_it_has_the_name_of_the_project(self):
        release = platform.freedesktop_os_release()
        version = project_version() + "-1"
        if release["ID"] == "debian":
            version += "~deb%su1" % release["VERSION_ID"]
        architecture = answer_of("dpkg", "--print-architecture").strip()
        self.assertEqual(os.path.basename(self.file), f"aliprotect_{version}_{architecture}.deb")
        self.assertEqual(self.field("Package"), "aliprotect")
        self.assertEqual(self.field("Version"), version)

    def test_it_depends_on_linked_and_opened_libraries(self):
        depends = self.field("Depends")
        for package in ("libc6", "libstdc++6", "libsqlite3-0", "libical3", "libutf8proc", "tzdata"):
            self.assertRegex(depends, r"(^|, )" + re.escape(package), depends)

    def test_only_the_readers_depend_on_parsers(self):
        parsers = ("libgmime-3.0-0", "libxml2", "libarchive13", "libseccomp2")
        depends = self.field("Depends", self.readers)
        for package in ("aliprotect",) + parsers:
            self.assertRegex(depends, r"(^|, )" + re.escape(package), depends)
        for package in parsers:
            self.assertNotIn(package, self.field("Depends"))
        self.assertEqual(self.field("Recommends"), "aliprotect-readers")
        files = answer_of("dpkg-deb", "--contents", self.readers)
        self.assertIn("./usr/libexec/aliprotect/aliprotect-read", files)

    def test_the_program_runs_and_is_stripped(self):
        copy = self.installed("bin", "aliprotect")
        self.assertEqual(answer_of(copy, "--version"), answer_of(program(), "--version"))
        self.assertNotIn(".symtab", answer_of("readelf", "--sections", "--wide", copy))

    def test_each_page_of_the_manual_is_there_compressed(self):
        sources = glob.glob(os.path.join(source_folder(), "docs", "man", "*.scd"))
        self.assertTrue(sources)
        for source in sources:
            name = os.path.basename(source)[:-len(".scd")]
            page = self.installed("share", "man", "man" + name[-1], name + ".gz")
            with gzip.open(page, "rt", encoding="utf-8") as file:
                self.assertIn(".TH", file.read())
        led = [page for page in glob.glob(self.installed("share", "man", "man1", "*"))
               if os.path.islink(page)]
        self.assertTrue(led)
        for page in led:
            self.assertTrue(os.path.exists(page), f"{page} leads to nothing")

    def test_the_units_call_the_installed_program(self):
        folder = self.installed("lib", "systemd", "user")
        self.assertEqual(sorted(os.listdir(folder)),
                         ["aliprotect-remind.service", "aliprotect-remind.timer",
                          "aliprotect-sync.service", "aliprotect-sync.timer"])
        for command in ("remind", "sync"):
            path = os.path.join(folder, "aliprotect-%s.service" % command)
            with open(path, encoding="utf-8") as file:
                self.assertIn("/usr/bin/aliprotect " + command, file.read())

    def test_shells_find_what_to_complete(self):
        for script in ("bash-completion/completions/aliprotect",
                       "zsh/vendor-completions/_aliprotect",
                       "fish/vendor_completions.d/aliprotect.fish"):
            self.assertTrue(os.path.getsize(self.installed("share", script)), script)

    def test_it_contains_copyright_and_changelog(self):
        doc = self.installed("share", "doc", "aliprotect")
        with open(os.path.join(doc, "copyright"), encoding="utf-8") as file:
            copyright = file.read()
        with open(os.path.join(source_folder(), "LICENSE"), encoding="utf-8") as file:
            license = file.read().split("\n\n", 2)[2]
        plain = [line.strip().removeprefix(".") for line in copyright.splitlines()]
        self.assertIn("\n".join(line.strip() for line in license.splitlines()), "\n".join(plain))
        with gzip.open(os.path.join(doc, "changelog.gz"), "rt", encoding="utf-8") as file:
            self.assertIn(project_version(), file.read())

    def test_it_contains_the_licences_of_its_libraries(self):
        notices = self.installed("share", "doc", "aliprotect", "THIRD-PARTY.txt.gz")
        with gzip.open(notices, "rt", encoding="utf-8") as file:
            text = file.read()
        for part in ("\nlibabsl-dev ", "\n======== nlohmann-json3 ========\n", "common-licenses/Apache-2.0 ===="):
            self.assertIn(part, text)
        self.assertNotIn("catch2", text.lower())

    def test_lintian_finds_nothing(self):
        found = subprocess.run(["lintian", "--fail-on", "error,warning", "--no-cfg",
                                "--suppress-tags", OF_THE_ARCHIVE, self.file, self.readers],
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(found.returncode, 0, found.stdout)


if __name__ == "__main__":
    main()
