"""Answers worked out by hand from the text: both sides of every edge."""

from . import clock_cases, ladder_cases  # each adds its cases
from .case_orders import CASES

__all__ = ["CASES", "clock_cases", "ladder_cases"]
