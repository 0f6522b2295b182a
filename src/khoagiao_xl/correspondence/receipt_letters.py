"""Receipts: to each unit whose report counts, its file, hash and day, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.correspondence.period_desk import numbered
from khoagiao_xl.correspondence.return_letters import received_text
from khoagiao_xl.model.mail_records import LetterKind
from khoagiao_xl.model.records import REPORTED, State
from khoagiao_xl.office.days_to_answer import last_day
from khoagiao_xl.vietnamese.day_texts import day_text
from khoagiao_xl.vietnamese.figures import fact_text, is_number
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.correspondence.period_desk import PeriodDesk
    from khoagiao_xl.mail.covering import Covered
    from khoagiao_xl.model.records import Duty, Unit

MOST_FIGURES: Final = 5


def receipt_letters(desk: PeriodDesk) -> Iterator[Covered]:
    """Yield a receipt for each report that counts."""
    for unit in desk.owing:
        duty = desk.duties.get(unit.code)
        if duty and duty.state in REPORTED and duty.sha256:
            yield _receipt(desk, unit, duty)


def _receipt(desk: PeriodDesk, unit: Unit, duty: Duty) -> Covered:
    lines = _lines(desk, duty)
    facts = {
        "tep": duty.file,
        "ngay_nhan": received_text(duty),
        "ma_bam": duty.sha256,
        "noi_dung": "\n".join(lines),
    }
    return desk.covered(
        LetterKind.RECEIPTS,
        duty.sha256,
        facts,
        unit,
    )


def _lines(desk: PeriodDesk, duty: Duty) -> Iterator[str]:
    facts = {
        "state": duty.state,
        "on_time": _on_time(duty),
        "version": _version(duty),
    }
    yield sentence("THU-321", facts)
    figures = list(_figures(desk, duty))
    if figures:
        yield ""
        yield sentence("THU-324", {})
        yield from figures
    asked = desk.places(duty.unit)
    if duty.state is State.QUESTIONED and asked:
        yield ""
        until = last_day(desk.year, desk.period, desk.today)
        facts = {"until": day_text(until)}
        yield sentence("THU-326", facts)
        yield numbered(asked)


def _version(duty: Duty) -> str:
    """Return the words about a report that was sent more than once, blank for a first one."""
    if duty.version <= 1:
        return ""
    return sentence("THU-332", {"version": duty.version})


def _on_time(duty: Duty) -> str:
    if duty.days_late:
        return sentence("THU-323", {"days": duty.days_late})
    if duty.on_time:
        return sentence("THU-322", {})
    return ""


def _figures(desk: PeriodDesk, duty: Duty) -> Iterator[str]:
    """Yield the main figures of the office that the report has, as the sheet of indicators names them."""
    key = (duty.period, duty.unit)
    answers = desk.year.reported.get(key, {})
    labels = {item.code: item.label for item in desk.year.indicators}
    codes = desk.year.settings.main_figures
    for code in codes[:MOST_FIGURES]:
        value = answers.get(code)
        if code in labels and is_number(value):
            facts = {"label": labels[code], "value": fact_text(value)}
            yield sentence("THU-325", facts)
