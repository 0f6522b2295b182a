"""Units that are too many for a sentence: it says how many, and in which annex they are named.

Up to NAMED are named where they are spoken of. appendix: what the annex is called, blank while unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.told_lines import NAMED, listed_in, units_of
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable


def different(units: Iterable[str]) -> list[str]:
    """Return names as they are shown, each once."""
    cleaned = map(clean_line, units)
    return list(dict.fromkeys(cleaned))


def are_listed(units: Iterable[str]) -> bool:
    """Whether the units are too many to be named in a sentence."""
    return len(different(units)) > NAMED


def names_or_count(units: Iterable[str], appendix: str) -> str:
    """Return «Sở Y tế, Sở Tư pháp»; of many that an annex names «12 đơn vị, nêu tên tại Phụ lục 3»."""
    known = different(units)
    if len(known) <= NAMED or not appendix:
        return ", ".join(known)
    return units_of(known) + TOLD["neu_ten_tai"].format(appendix=appendix)


def names_or_list(units: Iterable[str], appendix: str) -> str:
    """Return the names as `names_or_count` does; of many «12 đơn vị (danh sách tại Phụ lục 3)»."""
    known = different(units)
    if len(known) <= NAMED:
        return ", ".join(known)
    return units_of(known) + listed_in(appendix)


def named_behind(units: Iterable[str], appendix: str) -> str:
    """Return what stands behind «12 đơn vị» where the sentence goes on: names, or where they are listed."""
    known = different(units)
    if are_listed(known):
        return listed_in(appendix)
    return TOLD["ten_trong_ngoac"].format(units=", ".join(known))


def behind_count(units: Iterable[str], appendix: str) -> str:
    """Return what stands behind «12 đơn vị ...»: «: » and the names, of many where they are listed."""
    known = different(units)
    if len(known) > NAMED:
        return listed_in(appendix)
    return TOLD["ten_don_vi"].format(units=", ".join(known))
