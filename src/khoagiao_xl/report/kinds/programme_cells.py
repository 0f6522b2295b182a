"""What stands in the cells of the programme's tables: a task with its parts, who, when, what came out."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.kinds.kind_tags import NEW_PARAGRAPH, saying
from khoagiao_xl.report.kinds.programme_names import in_cell, in_sentence
from khoagiao_xl.report.plan_rows import DONE
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.task_lines import without_basis
from khoagiao_xl.report.told_lines import bare, small
from khoagiao_xl.report.told_reviews import choice_place
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.records import Review, Task
    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.kinds.kind_tags import Row
    from khoagiao_xl.report.kinds.review_leads import ReviewLeads
    from khoagiao_xl.report.review_timing import ReviewState

say = saying(PROGRAMME_TEXTS)
MAY_BE_BLANK: Final = ("phoi_hop", "phu_trach", "san_pham")  # columns that an office may leave out
SPARSE: Final = 0.25  # of the rows: a column that has something in fewer is no column
DASHES: Final = "-–•+ "


def task_told(task: Task, citations: Citations) -> str:
    """Return the words of a task and its sub-topics as one sentence."""
    text = citations.with_places(without_basis(bare(task.text)))
    raw_parts = [bare(raw).strip(DASHES) for raw in task.parts.splitlines()]
    parts = list(filter(None, raw_parts))
    if parts:
        text = say("noi_dung", text=text, parts="; ".join(parts))
    return f"{text}."


def time_told(task: Task, due: str) -> str:
    """Return when it is done: from its first day, where it has one, to what is told of its end."""
    if task.start is None:
        return due
    begun = say("tu", start=day_text(task.start))
    until = say("den", due=due) if task.due else due
    return NEW_PARAGRAPH.join([begun, until])


def product_told(task: Task) -> str:
    """Return what comes out of it, and number and day of what has come out."""
    lines = [bare(task.output)]
    symbol = clean_line(task.product_number)
    if symbol:
        number_told = say("so", symbol=symbol)
        lines.append(number_told)
    if task.product_day:
        day = day_text(task.product_day)
        day_told = say("ngay", day=day)
        lines.append(day_told)
    return NEW_PARAGRAPH.join(filter(None, lines))


# -- who --------------------------------------------------------------------------------------------------


def who_told(row: Task | Review) -> str:
    """Return who is in charge and who directs."""
    lines = [_listed(row.in_charge)]
    if row.leader:
        names = small(_listed(row.leader))
        told = say("chi_dao", names=names)
        lines.append(told)
    return NEW_PARAGRAPH.join(filter(None, lines))


def _listed(names: Iterable[str]) -> str:
    return "; ".join(map(in_cell, names))


def duties_told(tasks: Sequence[Task], staff: str) -> Iterator[str]:
    """Yield how many tasks each directs, and is in charge of."""
    by_phrase = {
        "phan_cong_chi_dao": [task.leader for task in tasks],
        "phan_cong_phu_trach": [task.in_charge for task in tasks],
    }
    for phrase, named in by_phrase.items():
        counts = Counter(chain.from_iterable(named))
        told = []
        for name, count in counts.items():
            called = in_sentence(name, staff)
            line = say("phan_cong_nguoi", name=called, count=number(count))
            told.append(line)
        if told:
            yield say(phrase, names="; ".join(told))


# -- steps of reviews -------------------------------------------------------------------------------------


def step_rows(state: ReviewState, lead: str, leads: ReviewLeads) -> list[Row]:
    """Return a row for each step of a review that is not done, in their order."""
    if state.is_done:
        return []
    rows = []
    for step in sorted(state.steps, key=_order):
        row = _step_row(step, state.today, is_draft=leads.is_draft)
        if leads.gives(step, lead) and step.status != DONE:
            row |= _given_here(step)
        rows.append(row | {"chu_tri": leads.of_step(step, lead)})
    return rows


def _given_here(step: ReviewStep) -> Row:
    """Return the cells of a step that the programme itself takes: it is to come no more."""
    told = say("buoc_giao", text=bare(step.text))
    return {"noi_dung": say("noi_dung_con", text=told), "ngay": ""}


def _order(step: ReviewStep) -> float:
    return step.order


def _step_row(step: ReviewStep, today: date, *, is_draft: bool) -> Row:
    is_done = step.status == DONE
    told = say(
        "buoc_xong" if is_done else "buoc",
        text=bare(step.text),
        place=choice_place(step) if is_draft else "",
    )
    return {
        "stt": "",
        "noi_dung": say("noi_dung_con", text=told),
        "phu_trach": _listed(step.in_charge),
        "ngay": _day(step) if is_done else _step_due(step, today, is_draft=is_draft),
    }


def _day(step: ReviewStep) -> str:
    return day_text(step.due) if step.due else ""


def _step_due(step: ReviewStep, today: date, *, is_draft: bool) -> str:
    """Return the day of a step that is not done; a draft asks for one where there is none to keep."""
    place = "_bo_sung" if is_draft else ""
    if step.due is None:
        return PROGRAMME_TEXTS[f"buoc_chua_han{place}"]
    day = day_text(step.due)
    if step.due >= today:
        return day
    return say(f"buoc_qua{place}", day=day)


# -- the tables whole -------------------------------------------------------------------------------------


def support_beside_lead(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with who helps below who leads, where so few name anybody that it is no column."""
    tasks = [row for row in rows if "phoi_hop" in row]
    helped = [row for row in tasks if row["phoi_hop"]]
    if len(helped) > len(tasks) * SPARSE:
        return list(rows)
    return [_lead_with_support(row) for row in rows]


def _lead_with_support(row: Row) -> Row:
    bodies = row.get("phoi_hop", "")
    if not bodies:
        return row
    lines = [row["chu_tri"], say("phoi_hop", bodies=bodies)]
    together = NEW_PARAGRAPH.join(filter(None, lines))
    return row | {"chu_tri": together, "phoi_hop": ""}


def without_blank_columns(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with «-» all over those of the columns in which nothing stands that may be blank."""
    nothing = {}
    for name in MAY_BE_BLANK:
        told = [row.get(name) for row in rows]
        if not any(told):
            nothing[name] = NONE
    return [row | nothing for row in rows]
