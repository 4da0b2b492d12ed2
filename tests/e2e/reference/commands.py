"""Applies a command to the facts of one order: returns new facts, or the reason for a refusal."""

import copy

from . import dispute_commands, extension_commands, order_commands
from .call import impossible_if
from .instants import DAY
from .record import new_facts
from .time_order import events, meaningless, misordered

COMMANDS = {
    "add": order_commands.add,
    "edit": order_commands.edit,
    "ship": order_commands.ship,
    "pickup": order_commands.pickup,
    "deliver": order_commands.deliver,
    "inspect": order_commands.inspect,
    "confirm": order_commands.confirm,
    "cancel": order_commands.cancel,
    "extend request": extension_commands.request,
    "extend grant": extension_commands.grant,
    "extend decline": extension_commands.decline,
    "dispute open": dispute_commands.open_,
    "dispute amend": dispute_commands.amend,
    "dispute answer": dispute_commands.answer,
    "dispute evidence": dispute_commands.evidence,
    "dispute escalate": dispute_commands.escalate,
    "dispute resolve": dispute_commands.resolve,
    "dispute returned": dispute_commands.returned,
    "dispute cancel": dispute_commands.cancel,
}
WORDS = {"extend": extension_commands.check_words, "dispute": dispute_commands.check_words}


def check_words(call):
    WORDS.get(call.name.split()[0], order_commands.check_words)(call)


def changed(facts, call):
    """Returns the new facts without changing the old ones. Raises NotDone."""
    made = copy.deepcopy(facts)
    COMMANDS[call.name](call, made)
    impossible_if(meaningless(made) - meaningless(facts), "a deadline before the shipment")
    call.refuse_if(misordered(made) - misordered(facts), "times out of order")
    added = events(made) - events(facts)
    ahead = any(at > call.now + DAY for *_, at in added)
    call.refuse_if(ahead, "more than a day ahead of now")
    return made


def added(call):
    return changed(new_facts(call.option("number")), call)
