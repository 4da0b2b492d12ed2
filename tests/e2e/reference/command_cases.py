"""Results of commands, worked out by hand from the text of the rules."""

from . import dispute_cases, order_cases  # each adds its cases
from .command_orders import CASES

__all__ = ["CASES", "dispute_cases", "order_cases"]
