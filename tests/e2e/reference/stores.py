"""All orders and their changes: the effect of a command line on a store."""

from .call import Impossible, impossible_if, misused_if
from .commands import added, changed, check_words


class Store:
    """States are values: each change pushes a new one."""

    def __init__(self):
        self.orders = {}  # id -> facts, never changed in place
        self.next_id = 1
        self.earlier = []

    def clone(self):
        other = Store()
        other.orders, other.next_id = self.orders, self.next_id
        other.earlier = list(self.earlier)
        return other

    def do(self, call):
        """Returns the ids that were recorded or changed. Raises NotDone without changing anything."""
        if call.name == "undo":
            return self.undo(call.given.get("n", 1))
        if call.name == "remove":
            made, ids = self.without(call.orders), ()
        elif call.name == "add":
            made, ids = self.with_added(call), (self.next_id,)
        else:
            made, ids = self.with_changed(call), call.orders
        if made != self.orders:  # an unchanged store has nothing to undo
            self.earlier.append((self.orders, self.next_id))
            self.orders = made
            self.next_id += call.name == "add"
        return ids

    def with_added(self, call):
        check_words(call)
        numbers = [facts["number"] for facts in self.orders.values()]
        impossible_if(call.option("number") in numbers, "recorded already")
        return {**self.orders, self.next_id: added(call)}

    def with_changed(self, call):
        check_words(call)
        self.find(call.orders)
        return {**self.orders, **{each: changed(self.orders[each], call) for each in call.orders}}

    def without(self, ids):
        self.find(ids)
        return {each: facts for each, facts in self.orders.items() if each not in ids}

    def find(self, ids):
        for each in ids:
            impossible_if(each not in self.orders, "no such order")

    def undo(self, count):
        misused_if(count < 1, "how many")
        if count > len(self.earlier):
            raise Impossible("not that many changes")
        self.orders, self.next_id = self.earlier[-count]
        del self.earlier[-count:]
        return ()
