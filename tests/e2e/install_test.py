"""The tarball for all Linux systems, and its installer. tools/release-try tests a release's tarball in bare roots."""

import os
import re
import shutil
import subprocess
import tarfile
import tempfile

from program import ProgramTest, has_sanitizers, main, program, project_version, source_folder

EPOCH = "1795000000"


class Install(ProgramTest):
    @classmethod
    def setUpClass(cls):
        if has_sanitizers():
            cls.skipTest(cls, "a tarball is made of a release build")
        if not shutil.which("readelf"):
            cls.skipTest(cls, "readelf is not installed")
        cls.tarball = cls.packed()

    @classmethod
    def packed(cls):
        folder = tempfile.TemporaryDirectory(prefix="aliprotect-tarball.")
        cls.addClassCleanup(folder.cleanup)
        subprocess.run([os.path.join(source_folder(), "tools", "tarball"), os.path.dirname(program()), folder.name],
                       check=True, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH})
        (file,) = os.listdir(folder.name)
        return os.path.join(folder.name, file)

    def setUp(self):
        super().setUp()
        self.folder = self.unpacked(self.tarball)

    def unpacked(self, file):
        with tarfile.open(file) as archive:
            self.assertEqual({member.mtime for member in archive}, {int(EPOCH)})
            archive.extractall(self.path("unpacked"))
        (folder,) = os.listdir(self.path("unpacked"))
        return self.path("unpacked", folder)

    def install(self, *words, code=0, script="install"):
        result = subprocess.run([os.path.join(self.folder, script), *words], text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=self.environment())
        self.assertEqual(result.returncode, code, result.stdout)
        return result.stdout

    def files_in(self, folder):
        return sorted(os.path.relpath(os.path.join(path, name), folder)
                      for path, folders, files in os.walk(folder) for name in folders + files)

    def test_the_same_build_gives_the_same_bytes(self):
        with open(self.tarball, "rb") as first, open(self.packed(), "rb") as again:
            self.assertTrue(first.read() == again.read())

    def test_it_has_the_name_of_version_and_machine(self):
        self.assertEqual(os.path.basename(self.tarball),
                         "aliprotect-%s-linux-%s.tar.gz" % (project_version(), os.uname().machine))

    def test_the_readme_names_the_files_of_this_version(self):
        with open(os.path.join(source_folder(), "README.md"), encoding="utf-8") as file:
            versions = re.findall(r"aliprotect(?:-readers)?[-_]([0-9]+\.[0-9]+\.[0-9]+)[-.]", file.read())
        self.assertTrue(versions)
        self.assertEqual(set(versions), {project_version()})

    def test_the_installed_program_and_its_units_know_their_prefix(self):
        prefix = self.path("prefix")
        said = self.install("--prefix", prefix)
        self.assertIn("installed aliprotect %s in %s\n" % (project_version(), prefix), said)
        self.assertIn('export PATH="%s/bin:$PATH"' % prefix, said)
        version = subprocess.run([os.path.join(prefix, "bin", "aliprotect"), "--version"],
                                 check=True, stdout=subprocess.PIPE, text=True).stdout
        self.assertIn("aliprotect %s\n" % project_version(), version)
        for service in ("remind", "sync"):
            with open(os.path.join(prefix, "share/systemd/user/aliprotect-%s.service" % service)) as file:
                unit = file.read()
            self.assertIn("ExecStart=%s/bin/aliprotect %s" % (prefix, service), unit)
            self.assertNotIn("/usr/local", unit)

    def test_uninstall_keeps_only_what_was_there_before(self):
        prefix = self.path("prefix")
        os.makedirs(os.path.join(prefix, "share", "man"))
        before = self.files_in(prefix)
        self.install("--prefix", prefix)
        self.install("--prefix", prefix)
        self.folder = os.path.join(prefix, "libexec", "aliprotect")
        self.install(script="uninstall")
        self.assertEqual(self.files_in(prefix), before)

    def test_uninstall_removes_a_prefix_that_install_created(self):
        self.install("--prefix", self.path("new"))
        self.install("--uninstall", "--prefix", self.path("new"))
        self.assertFalse(os.path.exists(self.path("new")))
        self.assertIn("not installed in", self.install("--uninstall", "--prefix", self.path("new"), code=1))

    def test_an_upgrade_removes_files_that_the_new_version_has_not(self):
        prefix = self.path("prefix")
        old = os.path.join(self.folder, "share", "old")
        os.mkdir(old)
        with open(os.path.join(old, "file"), "w"):
            pass
        self.install("--prefix", prefix)
        self.assertTrue(os.path.exists(os.path.join(prefix, "share/old/file")))
        shutil.rmtree(old)
        self.install("--prefix", prefix)
        self.assertFalse(os.path.exists(os.path.join(prefix, "share/old")))

    def test_it_refuses_a_prefix_that_units_cannot_name(self):
        self.assertIn("choose another one", self.install("--prefix", self.path("a b"), code=1))
        self.assertFalse(os.path.exists(self.path("a b")))


if __name__ == "__main__":
    main()
