"""Runs a program on a terminal of fixed size, and draws what it printed as SVG.

The text in the picture is text. Each piece has the place and length that it has on a terminal, so
columns and frames are aligned in every font, also with characters of double width.
"""

import fcntl
import html
import itertools
import os
import pty
import re
import string
import struct
import subprocess
import termios
import unicodedata

COLUMNS = 80
CELL = 8.4  # width of a character in a font of 14 px
LINE = 17
MARGIN = 16
SEQUENCE = re.compile(r"\x1b\[([0-9;]*)m")
NAMES = {"1": "bold", "2": "dim", **{str(30 + n): "c%d" % n for n in range(8)}}


def run(command, environment):
    """Returns what the command prints on a terminal. It must succeed."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, close_fds=True
    )
    os.close(theirs)
    output = b"".join(iter(lambda: read(ours), b""))
    os.close(ours)
    if process.wait() != 0:
        raise ValueError("%s failed: %s" % (" ".join(command), output.decode()))
    return output.decode().replace("\r\n", "\n")


def read(file):
    try:
        return os.read(file, 65536)
    except OSError:  # the terminal is closed
        return b""


def plain(output):
    return SEQUENCE.sub("", output)


def styled(output):
    """Yields (line, styles) for each character; `styles` is a set of class names."""
    styles = frozenset()
    for line in output.split("\n"):
        characters = []
        # Splitting leaves the codes of a sequence at odd places.
        for place, part in enumerate(SEQUENCE.split(line)):
            if place % 2 == 0:
                characters += [(character, styles) for character in part]
            else:
                styles = changed(styles, part)
        yield characters


def changed(styles, codes):
    for code in codes.split(";"):
        if code in ("", "0"):
            styles = frozenset()
        elif code in NAMES:
            styles = styles | {NAMES[code]}
        else:
            raise ValueError("unknown colour or style: %s" % code)
    return styles


def cells(character):
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pieces(characters):
    """Yields (column, text, styles): a word or words of ASCII, or one repeated other character."""
    column = 0
    kind = lambda each: (each[1], "" if each[0].isascii() else each[0])
    for (styles, _), group in itertools.groupby(characters, kind):
        text = "".join(character for character, _ in group)
        for part in re.findall(r"\s+|\S+(?: \S+)*", text):
            if not part.isspace():
                yield column, part, styles
            column += sum(map(cells, part))


def draw_piece(row, column, text, styles):
    width = sum(map(cells, text)) * CELL
    attributes = 'x="%.1f" y="%d" textLength="%.1f"' % (
        MARGIN + column * CELL,
        MARGIN + row * LINE + 13,
        width,
    )
    if not text.isascii():
        attributes += ' lengthAdjust="spacingAndGlyphs"'
    if styles:
        attributes += ' class="%s"' % " ".join(sorted(styles))
    return "<text %s>%s</text>" % (attributes, html.escape(text, quote=False))


def draw(output, title, template):
    """Returns (SVG, width, height) of the output. The template gets title, size and text."""
    lines = list(styled(output.rstrip("\n")))
    drawn = [
        draw_piece(row, *piece) for row, line in enumerate(lines) for piece in pieces(line)
    ]
    width = round(2 * MARGIN + COLUMNS * CELL)
    height = 2 * MARGIN + len(lines) * LINE
    fields = {"title": html.escape(title), "width": width, "height": height}
    return string.Template(template).substitute(fields, text="\n".join(drawn)), width, height
