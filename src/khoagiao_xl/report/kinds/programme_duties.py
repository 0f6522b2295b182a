"""Who does what in a programme: who leads, who directs, when it is reported, who follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.model.periods import Kind, Period
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import (
    in_a_sentence,
    saying,
    staff_of,
)
from khoagiao_xl.report.kinds.programme_cells import (
    duties_told,
)
from khoagiao_xl.report.kinds.programme_days import report_days
from khoagiao_xl.report.kinds.programme_recipients import whole_body
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(PROGRAMME_TEXTS)


def organisation(year: Year, order: DocumentOrder, head: Letterhead, tasks: Sequence[Task]) -> Iterator[str]:
    """Yield who leads, directs, is in charge, what is reported, and who follows it."""
    leads = _leads(tasks)
    if leads:
        yield say("chu_tri", leads="; ".join(leads))
    yield from duties_told(tasks, year.settings.staff)
    kinds = _kinds_of_periods(year)
    if kinds:
        days = report_days(year, order.today)
        yield say("bao_cao", kinds=", ".join(kinds), days=days)
    yield say("theo_doi", staff=staff_of(year), author=clean_line(head.author))


def _leads(tasks: Iterable[Task]) -> list[str]:
    """Return who leads, each once, as it goes into a sentence."""
    found: dict[str, None] = {}
    for task in tasks:
        lead = in_a_sentence(task.lead)
        if lead:
            found[lead] = None
    return [lead for lead in found if whole_body(lead) == lead or whole_body(lead) not in found]


def _kinds_of_periods(year: Year) -> list[str]:
    present = {Period.parse(code).kind for code in year.deadlines}
    return [PROGRAMME_TEXTS[f"ky_{kind}"] for kind in Kind if kind in present]
