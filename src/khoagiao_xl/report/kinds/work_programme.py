"""The plan of the year as a «Chương trình công tác»: its tasks and reviews in tables, who leads, when."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Kind
from khoagiao_xl.model.sections import report_heading
from khoagiao_xl.report.appendix_names import appendix_names, unbroken
from khoagiao_xl.report.citing import Citations, name_review
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.kinds.kind_tags import (
    basis,
    document_tags,
    guidance_names,
    in_a_sentence,
    is_review,
    saying,
    staff_of,
)
from khoagiao_xl.report.kinds.programme_cells import (
    NOTHING,
    duties_told,
    product_told,
    step_rows,
    support_beside_lead,
    task_told,
    time_told,
    who_told,
    without_blank_columns,
)
from khoagiao_xl.report.kinds.programme_days import ProgrammeDays, report_days
from khoagiao_xl.report.kinds.programme_recipients import received_by_leads
from khoagiao_xl.report.kinds.review_leads import ReviewLeads
from khoagiao_xl.report.review_states import ReviewState
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, dashed
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.model.records import Review, Task
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.kinds.document_order import DocumentOrder
    from khoagiao_xl.report.kinds.kind_tags import Row, Tags
    from khoagiao_xl.report.letterheads import Letterhead

say = saying(PROGRAMME_TEXTS)
PROPOSED: Final = "đề xuất"  # nobody has decided on it yet
_NUMBER_OF_SECTION: Final = re.compile(r"[IVXLA-H]+|\d+")
MAY_BE_BLANK: Final = ("phoi_hop", "phu_trach", "san_pham")  # columns that an office may leave out


def tell(year: Year, order: DocumentOrder, head: Letterhead) -> Tags:
    """Return the tags of the programme; raise WrongRequest LVB-08 where no task has been accepted."""
    tasks = [task for task in year.tasks if task.status != PROPOSED]
    if not tasks:
        raise WrongRequest("LVB-08", proposed=len(year.tasks))
    reviews = sorted(_of_the_year(year, order.year), key=_when)
    states = [_state(review, year, order.today) for review in reviews]
    is_draft = not head.number
    citations = Citations(year.directives, is_draft=is_draft)
    opening = _opening(year, order, head, citations)
    days = ProgrammeDays(states, order, year.settings.staff, is_draft=is_draft)
    leads = ReviewLeads.of(tasks, year.settings.staff, is_draft=is_draft)
    in_table = Citations(year.directives, is_draft=is_draft)  # each row is read by itself
    tables = {
        "bang_nhiem_vu": _task_rows(tasks, days, leads, in_table),
        "bang_so_ket": _review_rows(states, days, leads, tasks, Citations(year.directives)),  # read by itself
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
            "nhiem_vu": _groups_told(tasks, task_table),
            "so_ket": [_reviews_told(states, review_table, citations)],
            "to_chuc": _organisation(year, order, head, tasks),
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


# -- tasks ------------------------------------------------------------------------------------------------


def groups_of(tasks: Iterable[Task]) -> Mapping[str, list[Task]]:
    """Return the tasks by the heading of their section, in the order of the plan."""
    found: dict[str, list[Task]] = {}
    for task in tasks:
        heading = _heading(task.section)
        found.setdefault(heading, []).append(task)
    return found


def _heading(section: str) -> str:
    """Return what the tasks of a section of the guidance are called together."""
    part, _, rest = section.partition(".")
    own = PROGRAMME_TEXTS.get(f"muc_{part}")
    if own:
        return own
    first, *_ = rest.split(".")
    heading = report_heading(f"{part}.{first}")
    if heading:
        return heading
    # Another document than the office's yearly guidance: its sections go by their own names.
    if _NUMBER_OF_SECTION.fullmatch(part):
        return say("muc_cua_van_ban", number=part)
    return PROGRAMME_TEXTS["muc_khac"]


def _groups_told(tasks: Sequence[Task], table: str) -> list[str]:
    opening = say("nhiem_vu", count=number(len(tasks)), appendix=table)
    lines = []
    for name, own in groups_of(tasks).items():
        line = _group_told(name, own)
        lines.append(line)
    return [opening, *dashed(lines)]


def _group_told(name: str, tasks: Sequence[Task]) -> str:
    """Return how many tasks a group has, and how many of them are reviews where others are none."""
    reviews = len(list(filter(is_review, tasks)))
    is_mixed = 0 < reviews < len(tasks)
    return say(
        "nhom_so_ket" if is_mixed else "nhom",
        name=name,
        count=number(len(tasks)),
        reviews=number(reviews),
    )


def _task_rows(
    tasks: Sequence[Task], days: ProgrammeDays, leads: ReviewLeads, citations: Citations
) -> list[Row]:
    rows: list[Row] = []
    index = 0
    for heading, own in groups_of(tasks).items():
        rows.append({"nhom": heading})
        for task in sorted(own, key=days.order):
            index += 1
            row = _task_row(index, task, days, citations)
            if is_review(task):
                row["chu_tri"] = leads.of_review(task.lead, days.state_of(task))
            rows.append(row)
    return without_blank_columns(support_beside_lead(rows), MAY_BE_BLANK)


def _task_row(index: int, task: Task, days: ProgrammeDays, citations: Citations) -> Row:
    return {
        "nhom": "",
        "stt": str(index),
        "nhiem_vu": task_told(task, citations),
        "chu_tri": bare(task.lead),
        "phoi_hop": bare(task.support),
        "phu_trach": who_told(task),
        "thoi_han": time_told(task, days.of_task(task)),
        "san_pham": product_told(task),
    }


# -- reviews ----------------------------------------------------------------------------------------------


def _of_the_year(year: Year, number_of_year: int) -> Iterator[Review]:
    """Yield the reviews that the reports of the year tell: due in it or before, or without a day."""
    for review in year.reviews:
        due = review.anniversary
        if due is None or due.year <= number_of_year:
            yield review


def _when(review: Review) -> tuple[str, str]:
    return (f"{review.anniversary}", review.symbol)


def _reviews_told(states: Sequence[ReviewState], table: str, citations: Citations) -> str:
    if not states:
        return PROGRAMME_TEXTS["khong_so_ket"]
    done = [state for state in states if state.is_done]
    past = [state for state in states if state.is_past]
    coming = [state for state in states if _is_coming(state)]
    first = name_review(coming[0].review, citations) if coming else ""
    return say(
        "so_ket",
        count=number(len(states)),
        appendix=table,
        done=say("so_ket_xong", count=number(len(done))) if done else "",
        past=say("so_ket_qua", count=number(len(past))) if past else "",
        first=say("so_ket_toi", name=first) if first else "",
    )


def _is_coming(state: ReviewState) -> bool:
    """Whether its anniversary is not past and it is not done."""
    day = state.review.anniversary
    if day is None or state.is_done:
        return False
    return day >= state.today


def _state(review: Review, year: Year, today: date) -> ReviewState:
    code = review.code
    steps = [step for step in year.review_steps if step.review == code]
    return ReviewState(
        review,
        tuple(steps),
        today,
    )


def _review_rows(
    states: Sequence[ReviewState],
    days: ProgrammeDays,
    leads: ReviewLeads,
    tasks: Sequence[Task],
    citations: Citations,
) -> list[Row]:
    """Return a row for each review, and one for each of its steps below it."""
    rows: list[Row] = []
    for index, state in enumerate(states, 1):
        who = who_told(state.review) or _who_of_task(state.review, tasks)
        undated = replace(state.review, anniversary=None)  # its day has a column of its own
        words = name_review(undated, citations)
        rows.append({
            "stt": str(index),
            "noi_dung": f"{capital(words)}.",
            "chu_tri": leads.of_review(state.review.lead, state),
            "phu_trach": who,
            "ngay": days.of_review(state) or NOTHING,
        })  # fmt: skip
        rows += step_rows(state, state.review.lead, leads)
    return without_blank_columns(rows, MAY_BE_BLANK)


def _who_of_task(review: Review, tasks: Iterable[Task]) -> str:
    """Return who does the task of the plan that a review is."""
    for task in tasks:
        if is_review(task) and review.symbol in task.directives:
            return who_told(task)
    return ""


# -- who does it ------------------------------------------------------------------------------------------


def _organisation(year: Year, order: DocumentOrder, head: Letterhead, tasks: Sequence[Task]) -> Iterator[str]:
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
    return [lead for lead in found if _whole(lead) == lead or _whole(lead) not in found]


def _whole(lead: str) -> str:
    """Return the bodies of whom a lead names only those that it concerns."""
    return lead.removesuffix(PROGRAMME_TEXTS["co_lien_quan"])


def _kinds_of_periods(year: Year) -> list[str]:
    from khoagiao_xl.model.periods import Period

    present = {Period.parse(code).kind for code in year.deadlines}
    return [PROGRAMME_TEXTS[f"ky_{kind}"] for kind in Kind if kind in present]
