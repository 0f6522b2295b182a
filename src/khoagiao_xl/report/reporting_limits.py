"""The limits of units as reporters: who sent nothing, whose file is to be mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import State
from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.late_senders import late_limits
from khoagiao_xl.report.name_lists import behind_count
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import KeyedText, capital
from khoagiao_xl.report.told_standing import (
    absent_units,
    duties_of,
    grouped_by_state,
    named,
    others,
    parts_told,
    silent_units,
    two_running,
    without_activity,
)
from khoagiao_xl.wording.told_sections import SILENT_STATES, TOLD

if TYPE_CHECKING:
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.told_standing import UnitsOf

# What units may be two periods running.
TWICE: Final[Mapping[str, UnitsOf]] = {
    "hai_ky": silent_units,
    "khong_phat_sinh_hai_ky": without_activity,
}


def reporting_limits(content: ReportContent) -> Iterator[KeyedText]:
    """Yield each limit in words without its full stop, the gravest first, under its key."""
    yield from _keyed(_absent(content))
    yield from _silent(content)
    yield from _silent_parts(content)
    yield from _keyed(_silent_twice(content))
    yield from late_limits(content)


def reporting_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield for the annex of names what the limits say of more units than they name."""
    for each in chain(_absent(content), _silent_twice(content)):
        listed = Opinion(
            each.names,
            capital(each.deed) + ".",
        )
        if listed.is_widely_shared:
            yield listed


def _keyed(found: Iterable[UnitsThat]) -> Iterator[KeyedText]:
    for each in found:
        yield each.key, each.told


@dataclass(frozen=True)
class UnitsThat:
    """Units of which one thing is a limit. deed: «chưa gửi báo cáo nào trong năm 2024».

    key: of the limit. appendix: what that of names is called.
    """

    key: str
    deed: str
    names: tuple[str, ...]
    appendix: str

    @property
    def told(self) -> str:
        """How many they are and who; of many where they are listed."""
        return TOLD["don_vi_viec"].format(
            count=number(len(self.names)),
            deed=self.deed,
            units=behind_count(self.names, self.appendix),
        )


def _absent(content: ReportContent) -> Iterator[UnitsThat]:
    units = absent_units(content)
    if units:
        deed = TOLD["chua_gui_ky_nao"].format(year=content.period.year)
        yield _units_that(
            "im_lang:cả năm",
            deed,
            units,
            content,
        )


def _units_that(key: str, deed: str, units: list[str], content: ReportContent) -> UnitsThat:
    names = named(content, units)
    return UnitsThat(
        key,
        deed,
        tuple(names),
        content.appendices.units,
    )


def _silent(content: ReportContent) -> Iterator[KeyedText]:
    absent = absent_units(content)
    for state, silent in grouped_by_state(content).items():
        units = others(silent, absent)
        if units:
            told = SILENT_STATES[state.value].format(
                count=number(len(units)),
                other=_other(absent),
                period=content.period.label,
                units=behind_count(named(content, units), content.appendices.missing),
            )
            yield f"im_lang:{state.value}", told


def _silent_parts(content: ReportContent) -> Iterator[KeyedText]:
    """Yield of how many units no report of a month, a quarter within the period was counted, and why.

    Those named before, for the whole period or the whole year, are none of them.
    """
    known = [*absent_units(content), *silent_units(content, content.period)]
    told = [_without_part(content, part, known) for part in parts_told(content.period)]
    parts = list(filter(None, told))
    if not parts:
        return
    phrase = "chua_co_phan_khac" if known else "chua_co_phan"
    yield "im_lang:các phần", TOLD[phrase].format(parts="; ".join(parts))


def _without_part(content: ReportContent, part: Period, known: list[str]) -> str:
    silent = silent_units(content, part)
    units = others(silent, known)
    if not units:
        return ""
    return TOLD["chua_co_phan_mot"].format(
        period=part.short,
        count=number(len(units)),
        why=_why_silent(content, part, units),
    )


def _why_silent(content: ReportContent, part: Period, units: list[str]) -> str:
    """Return how many have sent nothing and how many a file to be mended: nobody is blamed wrongly."""
    duties = duties_of(content, part)
    sent = [unit for unit in units if duties[unit].state is not State.MISSING]
    unsent = len(units) - len(sent)
    if not sent:
        return TOLD["phan_chua_gui"]
    if not unsent:
        return TOLD["phan_phai_sua"]
    return TOLD["phan_ca_hai"].format(
        unsent=number(unsent),
        sent=number(len(sent)),
    )


def _silent_twice(content: ReportContent) -> Iterator[UnitsThat]:
    absent = absent_units(content)
    now, before = content.period, content.period.previous
    for phrase, units_of in TWICE.items():
        twice = two_running(content, units_of)
        units = others(twice, absent)
        if units:
            deed = TOLD[phrase].format(
                before=before.short,
                now=now.short,
            )
            yield _units_that(
                phrase,
                deed,
                units,
                content,
            )


def _other(absent: list[str]) -> str:
    """Return «khác», where units were named before that are not told once more."""
    return TOLD["khac"] if absent else ""
