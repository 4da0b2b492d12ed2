"""Runs one walk from a seed; if the two sides differ, finds the shortest walk on which they differ."""

import random

from .walk import Mismatch, Walk


class Hunt:
    """`new_store()` returns a function that runs the program on an empty store."""

    def __init__(self, new_store, files, steps, names=None):
        self.new_store = new_store
        self.files = files
        self.steps = steps
        self.names = names  # of the commands; None: all

    def parting(self, seed, rule_set):
        """Returns the steps up to the first difference, or None."""
        walk = Walk(self.new_store())
        try:
            chance = random.Random("%s %s" % (rule_set, seed))
            walk.wander(chance, rule_set, self.files, self.steps, self.names)
            walk.go_back()
            return None
        except Mismatch:
            return walk.strides

    def shortened(self, strides):
        """Removes each unneeded step, beginning with the last."""
        for place in range(len(strides) - 2, -1, -1):
            fewer = strides[:place] + strides[place + 1:]
            walk, where = self.again(fewer)
            if where:
                strides = walk.strides
        return strides

    def report(self, strides):
        walk, where = self.again(self.shortened(strides))
        return "%s\n\n%s" % (walk.pasted(), where)

    def again(self, strides):
        """Returns the walk and its difference, or None."""
        walk = Walk(self.new_store())
        try:
            for stride in strides:
                walk.take(stride)
        except Mismatch as where:
            return walk, str(where)
        return walk, None
