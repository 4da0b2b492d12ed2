"""The table of the benchmark: costs relative to other programs, and whether goals are met."""

HEADER = ("work", "ours: cpu", "wall", "peer: cpu", "wall", "ratio: cpu", "wall", "goal", "peak: ours",
          "peer", "note")


def seconds(value):
    return f"{value * 1000:.2f} ms" if value < 1 else f"{value:.2f} s"


def mebibytes(size):
    return f"{size / 2 ** 20:.0f} MiB"


class Table:
    def __init__(self):
        self.rows = []

    def add(self, work, *, goal=None, of=("cpu", "wall"), note="", pairs):
        """Adds a ratio of alternating runs. CPU time and real time must be at most `goal`; on a server, whose CPU
        time is not measured, only real time."""
        ratios = [pairs.ratio("cpu"), pairs.ratio("wall")]
        self.rows.append((
            work,
            *(seconds(pairs.median(side, what)) for side in (0, 1) for what in ("cpu", "wall")),
            *(f"{ratio:.2f}" for ratio in ratios),
            "" if goal is None else f"<= {goal:g}: {verdict(all(pairs.ratio(what) <= goal for what in of))}",
            *(mebibytes(pairs.median(side, "peak")) for side in (0, 1)), note))

    def add_bound(self, work, value, shown, bound, shown_bound):
        """Adds a value of the program, which must be at most `bound`."""
        self.rows.append((work, "", shown, *[""] * 4, f"<= {shown_bound}: {verdict(value <= bound)}",
                          "", "", ""))

    def add_speed(self, work, pairs, sizes):
        """Adds bytes written per second, which must be at least those of the other program."""
        speeds = [[sizes[side] / pairs.median(side, what) for what in ("cpu", "wall")]
                  for side in (0, 1)]
        ratios = [ours / peer for ours, peer in zip(*speeds)]
        self.rows.append((
            work, *(f"{speed / 1e6:.0f} MB/s" for side in speeds for speed in side),
            *(f"{ratio:.2f}" for ratio in ratios),
            f">= 1: {verdict(all(ratio >= 1 for ratio in ratios))}", "", "",
            " : ".join(f"{size / 1e6:.0f} MB" for size in sizes)))

    def print(self):
        widths = [max(len(row[i]) for row in [HEADER, *self.rows]) for i in range(len(HEADER))]
        for row in [HEADER, tuple("-" * width for width in widths), *self.rows]:
            print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


def verdict(met):
    return "met" if met else "MISSED"
