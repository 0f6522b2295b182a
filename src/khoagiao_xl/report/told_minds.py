"""The state of mind of members and employees: the units that say it is not settled, in their own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.told_lines import bare, names, small, units_of
from khoagiao_xl.vietnamese.yes_no import NO
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.office.obligations import Obligations
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.content import ReportContent

STATE_OF_MIND: Final = "KG605"


@dataclass(frozen=True)
class UnsettledMind:
    """A unit (its code) that answered «Không», and what it wrote beside it; blank for nothing."""

    unit: str
    text: str


def unsettled_minds(year: Year, obligations: Obligations) -> Iterator[UnsettledMind]:
    """Yield the units whose answer for the period is «Không», with their words from the file that counts."""
    code = str(obligations.period)
    for duty in year.duties_of(obligations.period):
        key = (code, duty.unit)
        answers = year.reported.get(key, {})
        if answers.get(STATE_OF_MIND) == NO:
            words = _explained(year, duty.sha256)
            yield UnsettledMind(duty.unit, words)


def _explained(year: Year, sha256: str) -> str:
    kept = year.storage.kept_reading(sha256)
    if kept is None:
        return ""
    explanations = kept.reading.get("explanations", {})
    cell = explanations.get(STATE_OF_MIND, {})
    words = cell.get("value")
    return str(words or "")


def mind_paragraphs(content: ReportContent) -> Iterator[str]:
    """Yield one sentence of the units that say it is not settled, the same words once; nothing for none."""
    if not content.minds:
        return
    by_words = _by_words(content)
    told = [_told(text, units) for text, units in by_words.items()]
    yield TOLD["tu_tuong_khong_on_dinh"].format(
        units=units_of(mind.unit for mind in content.minds),
        told="; ".join(told),
    )


def _by_words(content: ReportContent) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for mind in content.minds:
        text = bare(mind.text)
        words = small(text)
        own = found.setdefault(words, [])
        name = content.name_of(mind.unit)
        own.append(name)
    return found


def _told(text: str, units: list[str]) -> str:
    phrase = "tu_tuong_don_vi" if text else "tu_tuong_khong_neu"
    return TOLD[phrase].format(
        text=text,
        units=names(units),
    )
