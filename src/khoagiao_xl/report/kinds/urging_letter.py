"""The official letter to the units that owe something: what each owes, and until which day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.office.days_to_answer import urged_until
from khoagiao_xl.office.open_debts import DebtKind, open_debts
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.asked_figures import asked_figures
from khoagiao_xl.report.kinds.debt_rows import debt_rows
from khoagiao_xl.report.kinds.kind_tags import body_names, document_tags, guidance_cited, saying, staff_of
from khoagiao_xl.report.kinds.owing_units import (
    OwingUnit,
    day_of_all_reports,
    owed_kinds,
    period_owed,
    what_is_urged,
)
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.told_kinds import LETTER_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(LETTER_TEXTS)
MOST_NAMED: Final = 8  # more addressees stand in the list that goes with the letter


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
            "trich_yeu": say(_subject(head), what=LETTER_TEXTS[what_is_urged(owing)], period=period.label),
            "ket_thuc": _request(year, order, head),
            "ky_nay": period.label,
            "kinh_gui_mot": _alone(names),
        },
        {"kinh_gui": _addressees(names), "noi_dung": _body(year, order, head, owing)},
        {"bang_con_no": debt_rows(owing, asked_figures(year))},
    )


def _subject(head: Letterhead) -> str:
    """Return the phrase of the subject: «V/v» by Nghị định 30, «Về việc» in letters of the Party."""
    return "trich_yeu_nha_nuoc" if head.is_of_state else "trich_yeu"


def _work(owing: Sequence[OwingUnit]) -> str:
    """Return what the units have to do: reports by their day, where it is one, or tasks too."""
    if what_is_urged(owing) != "che_do_bao_cao":
        return LETTER_TEXTS["viec_cong_tac"]
    day = day_of_all_reports(owing)
    if not day:
        return LETTER_TEXTS["viec_bao_cao"]
    return say(
        "viec_bao_cao_han",
        period=period_owed(owing),
        day=day,
    )


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
    counts = owed_kinds(owing)
    for kind in DebtKind:
        if counts[kind]:
            count = number(counts[kind])
            yield say(f"phan_{kind}", count=count)
