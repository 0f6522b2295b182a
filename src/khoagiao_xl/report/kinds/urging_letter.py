"""The official letter to the units that still owe a period: what each owes, and until which day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.records import State
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import basis, document_tags, saying, staff_of
from khoagiao_xl.report.kinds.unit_conduct import Conducts
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.told_kinds import LETTER_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Row, Tags
    from khoagiao_xl.report.kinds.unit_conduct import UnitConduct
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(LETTER_TEXTS)
MOST_NAMED: Final = 8  # more addressees stand in the list that goes with the letter
WORKDAYS_LEFT: Final = 3  # for what is overdue already


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the letter; raise WrongRequest KY-05 before any intake, LVB-07 where nobody owes."""
    period = order.asked_period
    conducts = Conducts.of(year, period, order.today)
    explaining = [unit for unit in conducts.all if unit.state is State.QUESTIONED]
    owing = [*conducts.owing_still, *explaining]
    if not owing:
        raise WrongRequest("LVB-07", period=period.label)
    names = [unit.name for unit in owing]
    return document_tags(
        head,
        order.today,
        {
            "trich_yeu": say(_subject(head), period=period.label),
            "ket_thuc": LETTER_TEXTS["ket_thuc"],
            "ky_nay": period.label,
            "kinh_gui_mot": _alone(names),
        },
        {"kinh_gui": _addressees(names), "noi_dung": _body(year, order, head, owing)},
        {"bang_con_no": _rows(owing)},
    )


def _subject(head: Letterhead) -> str:
    """Return the phrase of the subject: «V/v» by Nghị định 30, «Về việc» in letters of the Party."""
    return "trich_yeu_nha_nuoc" if head.is_of_state else "trich_yeu"


def _alone(names: Sequence[str]) -> str:
    """Return who stands behind «Kính gửi:»: the only one, or all of a list too long to be named."""
    if len(names) == 1:
        return say("kinh_gui_mot", unit=names[0])
    if len(names) > MOST_NAMED:
        return LETTER_TEXTS["kinh_gui_danh_sach"] + "."
    return ""


def _addressees(names: Sequence[str]) -> list[str]:
    if _alone(names):
        return []
    *before, last = names
    lines = [say("kinh_gui", unit=name) for name in before]
    return [*lines, say("kinh_gui_cuoi", unit=last)]


def _body(year: Year, order: DocumentOrder, head: Letterhead, owing: Sequence[UnitConduct]) -> Iterator[str]:
    period = order.asked_period
    author = clean_line(head.author)
    deadline = year.obligations(period).deadline
    yield say(
        "nhac",
        basis=basis(year, Citations(year.directives)),
        author=author,
        period=period.label,
        due=day_text(deadline.unit_due),
        day=day_text(order.today),
        count=number(len(owing)),
        parts=", ".join(_parts(owing)),
    )
    yield say(
        "de_nghi",
        author=author,
        staff=staff_of(year),
        until=day_text(last_day(year, period, order.today)),
    )


def last_day(year: Year, period: Period, today: date) -> date:
    """Return until when what is owed must come: three workdays on, but not after the period closes."""
    calendar = year.day_rules.calendar
    soon = calendar.add_workdays(today, WORKDAYS_LEFT)
    closes = year.obligations(period).deadline.closes
    return min(soon, closes) if closes > today else soon


def _parts(owing: Sequence[UnitConduct]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for unit in owing:
        phrase = f"phan_{_kind(unit)}"
        counts[phrase] = counts.get(phrase, 0) + 1
    for phrase, count in counts.items():
        yield say(phrase, count=number(count))


def _kind(unit: UnitConduct) -> State:
    """Return what is owed: an extension that has run out is a missing report."""
    return State.MISSING if unit.state is State.EXTENDED else unit.state


def _rows(owing: Sequence[UnitConduct]) -> list[Row]:
    rows = []
    for index, unit in enumerate(owing, 1):
        row = {
            "stt": str(index),
            "don_vi": unit.name,
            "han": day_text(unit.due),
            "viec": LETTER_TEXTS[f"viec_{_kind(unit)}"],
        }
        rows.append(row)
    return rows
