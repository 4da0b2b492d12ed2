"""A simulated disk that keeps synced data, and any part of the rest.

The system calls of a run become steps that change files or sync them. The steps determine what the disk can
contain after a power cut. Data is safe after a sync of its file, and a file's name only after a sync of its
folder, as in POSIX; most file systems do more. Unsafe changes may be lost in any combination, in sectors of
512 bytes.
"""

import os
import re
import typing

from tracing import calls_in

TRACED = "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat2,unlink,mkdir"
RECORDED = ("-xx", "-s", "10000000")
SECTOR = 512
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Folder:
    def __init__(self):
        self.names = {}


class File:
    def __init__(self, content=b""):
        self.content = content


class Step(typing.NamedTuple):
    kind: str  # write, cut, name, move, sync or say
    node: typing.Any = None  # the changed or synced file or folder
    detail: tuple = ()


def bytes_of(quoted):
    return bytes.fromhex(quoted.replace("\\x", ""))


def read_folder(path):
    folder = Folder()
    for entry in os.scandir(path):
        if entry.is_dir():
            folder.names[entry.name] = read_folder(entry.path)
        else:
            with open(entry.path, "rb") as file:
                folder.names[entry.name] = File(file.read())
    return folder


class Recording:
    """The steps of all runs in a home folder."""

    def __init__(self, home):
        self.home = os.path.realpath(home)
        self.root = read_folder(home)  # already synced
        self.steps = []
        self._names = {}  # current contents of each folder
        self._open = {}  # [node, position] by descriptor

    def add_run(self, log):
        self._open = {1: [None, 0]}
        for _, name, arguments, result in calls_in(log):
            if result is None or result < 0:
                continue
            getattr(self, "_" + name)(arguments, result)

    def _now(self, folder):
        return self._names.setdefault(folder, dict(folder.names))

    def _place(self, path):
        """Returns the folder of `path` and its name there; None outside the home folder."""
        path = os.path.normpath(os.path.join(self.home, os.fsdecode(path)))
        if path == self.home:
            return self.root, None
        if not path.startswith(self.home + "/"):
            return None, None
        *folders, name = path[len(self.home) + 1 :].split("/")
        folder = self.root
        for part in folders:
            folder = self._now(folder)[part]
        return folder, name

    def _node(self, descriptor):
        return self._open.get(int(descriptor), [None])[0]

    def _step(self, kind, node, *detail):
        self.steps.append(Step(kind, node, detail))

    def _put(self, folder, name, node):
        self._now(folder)[name] = node
        self._step("name", folder, name, node)

    def _openat(self, arguments, descriptor):
        self._open.pop(descriptor, None)
        folder, name = self._place(bytes_of(TEXT.search(arguments)[1]))
        if folder is None:
            return
        node = folder if name is None else self._now(folder).get(name)
        if node is None:
            node = File()
            self._put(folder, name, node)
        elif "O_TRUNC" in arguments:
            self._step("cut", node, 0)
        self._open[descriptor] = [node, 0]

    def _close(self, arguments, _):
        self._open.pop(int(arguments), None)

    def _mkdir(self, arguments, _):
        self._put(*self._place(bytes_of(TEXT.search(arguments)[1])), Folder())

    def _unlink(self, arguments, _):
        folder, name = self._place(bytes_of(TEXT.search(arguments)[1]))
        if folder is not None:
            self._put(folder, name, None)

    def _rename(self, arguments, _):
        old, new = [self._place(bytes_of(text)) for text in TEXT.findall(arguments)]
        assert old[0] is new[0], "moved between folders"
        node = self._now(old[0]).pop(old[1])
        self._now(old[0])[new[1]] = node
        self._step("move", old[0], old[1], new[1], node)

    _renameat2 = _rename

    def _write(self, arguments, length):
        descriptor = int(arguments.split(",")[0])
        if descriptor == 1:
            self._step("say", None)
        elif self._node(descriptor) is not None:
            opened = self._open[descriptor]
            self._step("write", opened[0], opened[1], bytes_of(TEXT.search(arguments)[1])[:length])
            opened[1] += length

    def _pwrite64(self, arguments, length):
        node = self._node(arguments.split(",")[0])
        if node is not None:
            offset = int(arguments.rsplit(",", 1)[1])
            self._step("write", node, offset, bytes_of(TEXT.search(arguments)[1])[:length])

    def _ftruncate(self, arguments, _):
        descriptor, size = arguments.split(",")
        if self._node(descriptor) is not None:
            self._step("cut", self._node(descriptor), int(size))

    def _fsync(self, arguments, _):
        if self._node(arguments) is not None:
            self._step("sync", self._node(arguments))

    _fdatasync = _fsync


def everything(_index, _pending, _random):
    return True


def nothing(_index, _pending, _random):
    return False


def beginning(index, pending, random):
    """Everything up to some step, which the system has written on its own."""
    if "end" not in pending:
        pending["end"] = random.choice(pending["steps"] + [0])
    return index <= pending["end"]


def some(_index, _pending, random):
    return random.random() < 0.5


def torn(_index, _pending, random):
    """Only some sectors of each write."""
    return random if random.random() < 0.8 else False


def after_power_cut(recording, end, keep, random):
    """Returns the files on the disk, by path, after a power cut just before step `end`."""
    safe = safe_steps(recording.steps[:end])
    pending = {"steps": [i for i in range(end) if i not in safe]}
    names = {}
    content = {}
    for index, step in enumerate(recording.steps[:end]):
        kept = index in safe or keep(index, pending, random)
        if kept:
            apply(step, names, content, None if index in safe or kept is True else kept)
    return dict(files_below(recording.root, "", names, content))


def safe_steps(steps):
    safe = set()
    waiting = {}
    for index, step in enumerate(steps):
        if step.kind == "sync":
            safe.update(waiting.pop(step.node, ()))
        elif step.node is not None:
            waiting.setdefault(step.node, []).append(index)
    return safe


def apply(step, names, content, random):
    if step.kind == "name":
        name, node = step.detail
        entries = names.setdefault(step.node, dict(step.node.names))
        if node is None:
            entries.pop(name, None)
        else:
            entries[name] = node
    elif step.kind == "move":
        old, new, node = step.detail
        entries = names.setdefault(step.node, dict(step.node.names))
        entries.pop(old, None)
        entries[new] = node
    elif step.kind in ("write", "cut"):
        data = content.setdefault(step.node, bytearray(step.node.content))
        if step.kind == "cut":
            size = step.detail[0]
            data[:] = data[:size].ljust(size, b"\0")
        else:
            write(data, *step.detail, random)


def write(data, offset, text, random):
    """With `random`, writes only some sectors; the others may contain anything."""
    end = offset + len(text)
    begin = offset
    while begin < end:
        stop = min(end, (begin // SECTOR + 1) * SECTOR)
        if random is None or random.random() < 0.5:
            if len(data) < begin:
                gap = begin - len(data)
                is_junk = random is not None and random.random() < 0.5
                data.extend(random.randbytes(gap) if is_junk else bytes(gap))
            data[begin:stop] = text[begin - offset : stop - offset]
        begin = stop


def files_below(folder, path, names, content):
    """Yields (path, bytes) for each file and (path, None) for each folder."""
    for name, node in names.get(folder, folder.names).items():
        if isinstance(node, Folder):
            yield path + name, None
            yield from files_below(node, path + name + "/", names, content)
        else:
            yield path + name, bytes(content.get(node, node.content))


def write_files(files, home):
    os.makedirs(home)
    for path, content in files.items():
        place = os.path.join(home, path)
        if content is None:
            os.mkdir(place, 0o700)
        else:
            with open(place, "wb") as file:
                file.write(content)
