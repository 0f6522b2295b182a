"""The numbers of headings that may vanish: those that stay are counted on without a gap."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

# The sections of each chapter in their order.
LADDERS: Final = (
    ("muc_1", "muc_2", "muc_3", "muc_4", "muc_5", "viec_cua_ban"),
    ("uu_diem", "han_che", "nguyen_nhan", "bai_hoc"),
)
WHOLE: Final = "muc_2"  # stands where it or one of its parts does
PARTS: Final = ("muc_2_1", "muc_2_2", "muc_2_3", "muc_2_4")
NUMBER_OF: Final = "so_{tag}"  # the tag of a number: «so_nguyen_nhan»


def heading_numbers(present: Collection[str]) -> Mapping[str, str]:
    """Return the number of each section by the tag of the number, blank for one that is not there."""
    shown = set(present)
    if not shown.isdisjoint(PARTS):
        shown.add(WHOLE)
    numbers: dict[str, str] = {}
    for ladder in LADDERS:
        numbers |= _counted(ladder, shown)
    whole = NUMBER_OF.format(tag=WHOLE)
    above = numbers[whole]
    return numbers | _counted(PARTS, shown, f"{above}.")


def _counted(tags: Collection[str], shown: Collection[str], above: str = "") -> dict[str, str]:
    numbers = {}
    last = 0
    for tag in tags:
        number = ""
        if tag in shown:
            last += 1
            number = f"{above}{last}"
        name = NUMBER_OF.format(tag=tag)
        numbers[name] = number
    return numbers
