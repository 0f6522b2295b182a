"""The two ways to place the tone of a final oa, oe, uy: hòa or hoà, ủy or uỷ."""

from typing import Final

OLD, NEW = "ủy", "uỷ"  # how they are called, by their own example
PLACEMENTS: Final = (OLD, NEW)
