"""Over how many units a report compares: once at its head, and why that is not what its annex differs by."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.figure_comparisons import against_of, bases_of
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.keyed_figures import Base

    Told = Mapping[str, Sequence[str]]  # the paragraphs by tag

NUMBER: Final = "([0-9.]+)"


def compared_over(content: ReportContent, told: Told) -> str:
    """Return over how many units most figures are compared; blank for all, and where none is."""
    text = text_of(told)
    parts = [_over(base, content) for base in _compared_of_some(content, text)]
    if not parts:
        return ""
    units = [number(count) for count in content.usual_units.values()]
    return PHRASES["so_sanh_dau"].format(
        parts=", ".join(parts),
        but=excepted("tren_so_don_vi", text, units),
    )


def _over(base: Base, content: ReportContent) -> str:
    return PHRASES["so_sanh_dau_mot"].format(
        against=against_of(base, content.period),
        units=number(content.usual_units.get(base.name, content.expected)),
    )


def comparison_notes(content: ReportContent, told: Told) -> Iterator[str]:
    """Yield for the annex why its columns may differ by another amount, where units are missing from one."""
    for base in _compared_of_some(content, text_of(told)):
        is_apart = base.name in content.bases_apart
        phrase = "so_sanh_khac_chieu" if is_apart else "so_sanh_tren"
        yield PHRASES[phrase].format(against=against_of(base, content.period))


def _compared_of_some(content: ReportContent, text: str) -> Iterator[Base]:
    """Yield what the text compares with over fewer than all units."""
    for base in bases_of(content.period):
        units = content.usual_units.get(base.name, content.expected)
        if against_of(base, content.period) in text and units < content.expected:
            yield base


def text_of(told: Told) -> str:
    """Return the text of all paragraphs, without the keys of its figures."""
    paragraphs = chain.from_iterable(told.values())
    return unmarked(" ".join(paragraphs))


def excepted(phrase: str, text: str, usual: Sequence[str] = ()) -> str:
    """Return «, trừ chỗ ghi riêng» where a text holds a phrase with other numbers of units than the usual."""
    before, _, behind = PHRASES[phrase].partition("{units}")
    pattern = re.escape(before) + NUMBER + re.escape(behind)
    found = set(re.findall(pattern, text))
    if found.difference(usual):
        return PHRASES["tru_cho_ghi_rieng"]
    return ""
