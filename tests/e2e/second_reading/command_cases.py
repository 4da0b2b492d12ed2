"""What commands do, worked out by hand from the text."""

from . import dispute_cases, order_cases  # each adds its cases
from .command_orders import CASES

__all__ = ["CASES", "dispute_cases", "order_cases"]
