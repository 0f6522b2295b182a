"""The official letter to the units that owe something: what each owes, and until which day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.office.days_to_answer import urged_until
from khoagiao_xl.office.open_debts import RECEIVED, Debt, DebtKind, open_debts
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.kinds.asked_figures import asked_figures, asked_of
from khoagiao_xl.report.kinds.kind_tags import body_names, document_tags, guidance_cited, saying, staff_of
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import capital
from khoagiao_xl.report.units_list import cause_told
from khoagiao_xl.wording.told_kinds import LETTER_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.asked_figures import Asked
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Row, Tags
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(LETTER_TEXTS)
MOST_NAMED: Final = 8  # more addressees stand in the list that goes with the letter
OF_WORK: Final = frozenset({DebtKind.TASK, DebtKind.STEP})


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the letter; raise WrongRequest LVB-07 where nobody owes."""
    period = order.asked_period
    called = body_names(year)
    debts = open_debts(year, order.today)
    owing = [OwingUnit(called.get(code, code), tuple(own)) for code, own in debts.items()]
    if not owing:
        raise WrongRequest("LVB-07", period=period.label)
    names = [unit.name for unit in owing]
    return document_tags(
        head,
        order.today,
        {
            "trich_yeu": say(_subject(head), what=LETTER_TEXTS[_what(owing)], period=period.label),
            "ket_thuc": _request(year, order, head),
            "ky_nay": period.label,
            "kinh_gui_mot": _alone(names),
        },
        {"kinh_gui": _addressees(names), "noi_dung": _body(year, order, head, owing)},
        {"bang_con_no": _rows(owing, asked_figures(year))},
    )


def _subject(head: Letterhead) -> str:
    """Return the phrase of the subject: «V/v» by Nghị định 30, «Về việc» in letters of the Party."""
    return "trich_yeu_nha_nuoc" if head.is_of_state else "trich_yeu"


def _what(owing: Sequence[OwingUnit]) -> str:
    """Return the phrase of what is urged: the reports alone, or tasks and steps too."""
    kinds = _owed_kinds(owing)
    if kinds.keys().isdisjoint(OF_WORK):
        return "che_do_bao_cao"
    return "cong_tac"


def _work(owing: Sequence[OwingUnit]) -> str:
    """Return what the units have to do: reports by their day, where it is one, or tasks too."""
    if _what(owing) != "che_do_bao_cao":
        return LETTER_TEXTS["viec_cong_tac"]
    day = _day_of_all(owing)
    if not day:
        return LETTER_TEXTS["viec_bao_cao"]
    return say(
        "viec_bao_cao_han",
        period=_period_owed(owing),
        day=day,
    )


def _day_of_all(owing: Sequence[OwingUnit]) -> str:
    """Return the day on which all reports that are owed are due; blank where they have several, or tasks."""
    days = set(chain.from_iterable(unit.days for unit in owing))
    if _what(owing) != "che_do_bao_cao" or len(days) != 1:
        return ""
    (day,) = days
    return day


def _period_owed(owing: Sequence[OwingUnit]) -> str:
    """Return the period of the reports with a blank before it; nothing of several that are due on one day."""
    periods: set[Period] = set()
    for unit in owing:
        periods.update(debt.period for debt in unit.debts if debt.period)
    if len(periods) != 1:
        return ""
    (period,) = periods
    return f" {period.label}"


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


def _body(year: Year, order: DocumentOrder, head: Letterhead, owing: Sequence[OwingUnit]) -> Iterator[str]:
    author = clean_line(head.author)
    yield say(
        "nhac",
        given=_given(year, author),
        day=day_text(order.today),
        count=number(len(owing)),
        work=_work(owing),
        parts="; ".join(_parts(owing)),
    )


def _request(year: Year, order: DocumentOrder, head: Letterhead) -> str:
    """Return what the letter asks for, by when: its last words, without a second request behind them."""
    return say(
        "de_nghi",
        author=clean_line(head.author),
        staff=staff_of(year),
        until=day_text(urged_until(year, order.asked_period, order.today)),
    )


def _given(year: Year, author: str) -> str:
    """Return by what the reports are due: nobody carries out a guidance of its own by giving tasks."""
    citations = Citations(year.directives)
    cited = guidance_cited(year, citations)
    if cited:
        return say("theo", cited=cited)
    return say("da_giao", author=author)


def _parts(owing: Sequence[OwingUnit]) -> Iterator[str]:
    """Yield how many units owe each kind of thing: one that owes several is counted with each of them."""
    counts = _owed_kinds(owing)
    for kind in DebtKind:
        if counts[kind]:
            count = number(counts[kind])
            yield say(f"phan_{kind}", count=count)


def _owed_kinds(owing: Sequence[OwingUnit]) -> Counter[DebtKind]:
    """Return how many units owe each kind of thing."""
    counts: Counter[DebtKind] = Counter()
    for unit in owing:
        own = {debt.kind for debt in unit.debts}
        counts.update(own)
    return counts


def _days_of(unit: OwingUnit) -> str:
    days = dict.fromkeys(unit.days)
    return "; ".join(days) or NONE


def _rows(owing: Sequence[OwingUnit], asked: Asked) -> list[Row]:
    """Return a row for each unit, without the day of all, which the text tells."""
    day_of_all = _day_of_all(owing)
    rows = []
    for index, unit in enumerate(owing, 1):
        works = [_work_of(debt, asked) for debt in unit.debts]
        row = {
            "stt": str(index),
            "don_vi": unit.name,
            "han": NONE if day_of_all else _days_of(unit),
            "viec": capital("; ".join(works)),
        }
        rows.append(row)
    return rows


@dataclass(frozen=True)
class OwingUnit:
    """A unit as the letter names it, with all that it owes."""

    name: str
    debts: tuple[Debt, ...]

    @property
    def days(self) -> list[str]:
        """On which days what it owes was due; for an explanation of what came in time nobody set a day."""
        return [day_text(debt.due) for debt in self.debts if debt.due and debt.kind not in RECEIVED]


def _work_of(debt: Debt, asked: Asked) -> str:
    period = debt.period.label if debt.period else ""
    text = clean_line(debt.text)
    return say(
        f"viec_{debt.kind}",
        period=period,
        text=text,
        title=debt.title,
        why=_why(debt),
        received=_received(debt),
        asked=_asked(debt, asked),
    )


def _received(debt: Debt) -> str:
    """Return «, nhận ngày 17/01/2024» of a report that is with the office."""
    received = debt.duty.received if debt.duty else None
    if received is None:
        return ""
    day = day_text(received)
    return say("nhan_ngay", day=day)


def _asked(debt: Debt, asked: Asked) -> str:
    """Return which figures are to be explained."""
    told = asked_of(debt.duty, asked)
    return f": {told}" if told else ""


def _why(debt: Debt) -> str:
    """Return «: gửi nhầm biểu của đơn vị khác» of a file that nobody could use; nothing for no such file."""
    if debt.kind is not DebtKind.UNUSABLE:
        return ""
    cause = cause_told(debt.duty)
    return f": {cause}" if cause else ""
