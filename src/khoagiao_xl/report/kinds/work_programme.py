"""The plan of the year as a «Chương trình công tác»: its tasks and reviews in tables, who leads, when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model import schema
from khoagiao_xl.report.appendix_names import appendix_names, unbroken
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import (
    basis,
    document_tags,
    guidance_names,
    saying,
)
from khoagiao_xl.report.kinds.programme_days import ProgrammeDays
from khoagiao_xl.report.kinds.programme_duties import organisation
from khoagiao_xl.report.kinds.programme_recipients import received_by_leads
from khoagiao_xl.report.kinds.programme_reviews import (
    review_rows,
    reviews_of_the_year,
    reviews_told,
    state_of_review,
)
from khoagiao_xl.report.kinds.programme_tasks import groups_told, task_rows
from khoagiao_xl.report.kinds.review_leads import ReviewLeads
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Tags
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(PROGRAMME_TEXTS)


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the programme; raise WrongRequest LVB-08 where no task has been accepted."""
    tasks = [task for task in year.tasks if task.status != schema.PROPOSED]
    if not tasks:
        raise WrongRequest("LVB-08", proposed=len(year.tasks))
    reviews = reviews_of_the_year(year, order.year)
    states = [state_of_review(review, year, order.today) for review in reviews]
    is_draft = head.is_draft
    citations = Citations(year.directives, is_draft=is_draft)
    opening = _opening(year, order, head, citations)
    days = ProgrammeDays(states, order, year.settings.staff, is_draft=is_draft)
    leads = ReviewLeads.of(tasks, year.settings.staff, is_draft=is_draft)
    in_table = Citations(year.directives, is_draft=is_draft)  # each row is read by itself
    tables = {
        "bang_nhiem_vu": task_rows(tasks, days, leads, in_table),
        "bang_so_ket": review_rows(states, days, leads, tasks, Citations(year.directives)),  # read by itself
    }
    names = appendix_names(tables.values())
    task_table, review_table = map(unbroken, names)
    return document_tags(
        received_by_leads(head, tasks, year),
        order.today,
        {
            "trich_yeu": say("trich_yeu", year=order.year),
            "ket_thuc": say("ket_thuc", year=order.year, author=clean_line(head.author)),
            "ky_nay": f"năm {order.year}",
        },
        {
            "mo_dau": [opening],
            "muc_dich": _purpose(year, order, tasks, task_table),
            "nhiem_vu": groups_told(tasks, task_table),
            "so_ket": [reviews_told(states, review_table, citations)],
            "to_chuc": organisation(year, order, head, tasks),
        },
        tables,
    )


def _opening(year: Year, order: DocumentOrder, head: Letterhead, citations: Citations) -> str:
    return say(
        "mo_dau",
        basis=basis(year, citations),
        author=clean_line(head.author),
        year=order.year,
    )


def _purpose(year: Year, order: DocumentOrder, tasks: Sequence[Task], table: str) -> Iterator[str]:
    """Yield what it is for: a guidance is carried out whole where nothing of it is a proposal still."""
    names = guidance_names(year)
    if names:
        phrase = "muc_dich" if len(tasks) == len(year.tasks) else "muc_dich_theo"
        yield say(phrase, names=" và ".join(names), year=order.year)
    else:
        yield say("muc_dich_chung", year=order.year)
    named = [task for task in tasks if bare(task.output)]
    are_all = len(named) == len(tasks)
    yield say(
        "yeu_cau",
        all=PROGRAMME_TEXTS["san_pham"] if are_all else "",
        some=PROGRAMME_TEXTS["san_pham_mot_so"] if named and not are_all else "",
        appendix=table,
    )
