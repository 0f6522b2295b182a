"""Who receives a programme: whom its profile names, and whoever else it gives a task to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khoagiao_xl.report.kinds.kind_tags import in_a_sentence
from khoagiao_xl.report.plan_rows import is_led_by
from khoagiao_xl.report.told_lines import bare, capital
from khoagiao_xl.wording.told_kinds import PROGRAMME_TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.letterheads import Letterhead


def received_by_leads(head: Letterhead, tasks: Sequence[Task], year: Year) -> Letterhead:
    """Return the head with who leads a task and is not among its recipients, before the units at its end.

    Recipients that the office names itself stay as they are.
    """
    others = dict.fromkeys(_others(head, tasks, year))
    if year.settings.recipients or not others:
        return head
    *before, last = head.recipients
    joined = ", ".join(others)
    recipients = (*before, capital(joined), last)
    return replace(head, recipients=recipients)


def _others(head: Letterhead, tasks: Sequence[Task], year: Year) -> Iterator[str]:
    names = [unit.name for unit in year.units]
    known = " ".join([*head.recipients, *names])
    received = known.casefold()
    for task in tasks:
        if is_led_by(task, year.settings.staff):
            continue
        whole = whole_body(bare(task.lead))
        if whole.casefold() not in received:
            yield in_a_sentence(whole)


def whole_body(lead: str) -> str:
    """Return the bodies of whom a lead names only those that it concerns."""
    return lead.removesuffix(PROGRAMME_TEXTS["co_lien_quan"])
