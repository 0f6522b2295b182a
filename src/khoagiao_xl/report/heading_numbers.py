"""The numbers of headings that may vanish: those that stay are counted on without a gap."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

# The sections of one chapter in their order, of those whose number depends on what stands above them.
ASSESSMENT: Final = ("uu_diem", "han_che", "nguyen_nhan", "bai_hoc")
NUMBER_OF: Final = "so_{tag}"  # the tag of a number: «so_nguyen_nhan»


def heading_numbers(present: Collection[str]) -> Mapping[str, str]:
    """Return the number of each section of the assessment among those present, by its tag."""
    numbers = {}
    last = 0
    for tag in ASSESSMENT:
        last += tag in present
        name = NUMBER_OF.format(tag=tag)
        numbers[name] = str(last)
    return numbers
