"""The state of mind of members and employees: the units that say it is not settled, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.indicators import OverTime
from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.name_lists import named_behind, names_or_list
from khoagiao_xl.report.said_no import last_no, latest_first
from khoagiao_xl.report.told_lines import bare, capital, dashed, small, units_of
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent

STATE_OF_MIND: Final = "KG605"


@dataclass(frozen=True)
class UnsettledMind:
    """A unit (its code) that answered «Không», and what it wrote beside it; blank for nothing.

    told_in: the other period that its answer is of, None for the period of the report.
    """

    unit: str
    text: str
    told_in: Period | None = None


def unsettled_minds(year: Year, obligations: Obligations) -> Iterator[UnsettledMind]:
    """Yield the units that stand in the figure of the period with «Không», and their words beside it.

    Of one that is silent now the figure knows of another report of the same last day, if of any.
    """
    now = obligations.period
    periods = _periods_of_figure(year, now)
    for duty in year.duties_of(now):
        unit = duty.unit
        period = last_no(year, unit, STATE_OF_MIND, periods)
        if period is None:
            continue
        words = _words_of(year, unit, period)
        told_in = None if period == now else period
        yield UnsettledMind(unit, words, told_in)


def _periods_of_figure(year: Year, now: Period) -> list[Period]:
    """Return the periods whose reports the figure is made of: of one last day, as minds are not carried."""
    known = latest_first(year, now)
    asked = [item for item in year.indicators if item.code == STATE_OF_MIND]
    is_carried = any(item.over_time is not OverTime.MOMENT for item in asked)
    if is_carried:
        return known  # as an older master has it
    return [period for period in known if period.ends == now.ends]


def _words_of(year: Year, unit: str, period: Period) -> str:
    for duty in year.duties_of(period):
        if duty.unit == unit:
            return _explained(year, duty.sha256)
    return ""


def _explained(year: Year, sha256: str) -> str:
    kept = year.storage.kept_reading(sha256)
    if kept is None:
        return ""
    explanations = kept.reading.get(
        "explanations",
        {},
    )
    cell = explanations.get(
        STATE_OF_MIND,
        {},
    )
    words = cell.get("value")
    return str(words or "")


def mind_paragraphs(content: ReportContent) -> Iterator[str]:
    """Yield the units that say it is not settled: one sentence for the same words, else a line for each.

    Nothing for none. The units stand before their words: behind them they would hang on the last clause.
    """
    by_words = _by_words(content)
    count = units_of(mind.unit for mind in content.minds)
    if len(by_words) == 1:
        ((text, units),) = by_words.items()
        yield _alike(count, units, text, content)
    elif by_words:
        yield TOLD["tu_tuong_nhieu"].format(units=count)
        yield from dashed(_told(text, units, content) for text, units in by_words.items())


def _alike(count: str, units: list[str], text: str, content: ReportContent) -> str:
    """Return the sentence of units that all wrote the same: «02 đơn vị (A, B) báo cáo ...: ...»."""
    return TOLD["tu_tuong_khong_on_dinh"].format(
        units=count,
        names=named_behind(units, content.appendices.units),
        told=text or TOLD["tu_tuong_chua_neu"],
    )


def mind_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield for the annex of names what more units say than a sentence names."""
    for text, units in _by_words(content).items():
        words = capital(text) or capital(TOLD["tu_tuong_chua_neu"])
        listed = Opinion(
            tuple(units),
            f"{words}.",
        )
        if listed.is_widely_shared:
            yield listed


def _by_words(content: ReportContent) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mind in content.minds:
        text = bare(mind.text)
        words = small(text)
        own = found.setdefault(
            words,
            [],
        )
        name = content.name_of(mind.unit)
        if mind.told_in:
            name += TOLD["tu_tuong_ky_truoc"].format(period=mind.told_in.short)
        own.append(name)
    return found


def _told(text: str, units: list[str], content: ReportContent) -> str:
    return TOLD["tu_tuong_don_vi"].format(
        text=text or TOLD["tu_tuong_chua_neu"],
        units=names_or_list(units, content.appendices.units),
    )
