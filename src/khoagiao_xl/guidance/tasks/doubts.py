"""Why a task that was read is not said to be certain: what its words hold that the reading left unexplained.

«Chắc chắn» is a promise that a person need not look again, so one doubt is enough to take it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from khoagiao_xl.guidance.guidance_records import PlannedTask, Sure
from khoagiao_xl.guidance.tasks import form_doubts, lead_doubts, time_doubts, unknown_doubts
from khoagiao_xl.guidance.tasks.lead_places import ABOVE

Doubt = Callable[[PlannedTask], bool]
DOUBTS: Final[tuple[Doubt, ...]] = (
    time_doubts.has_unread_time,
    time_doubts.has_day_in_parts,
    time_doubts.has_day_of_no_month,
    time_doubts.is_due_on_no_day,
    time_doubts.is_due_in_a_year,
    time_doubts.has_several_days,
    time_doubts.is_due_and_comes_again,
    time_doubts.is_due_on_event,
    time_doubts.comes_in_two_rhythms,
    lead_doubts.is_led_by_several,
    lead_doubts.is_lead_cut_short,
    lead_doubts.holds_work,
    lead_doubts.may_be_listed_on,
    lead_doubts.may_be_named_on,
    lead_doubts.is_lead_overrun,
    lead_doubts.names_two_bodies,
    lead_doubts.is_office_of_a_body,
    lead_doubts.is_office_in_charge,
    lead_doubts.is_shared,
    lead_doubts.is_of_the_asked,
    form_doubts.is_part_of_another,
    form_doubts.leads_over,
    form_doubts.tells_a_state,
    form_doubts.is_torn,
    form_doubts.asks_a_second_body,
    form_doubts.asks_more,
    form_doubts.is_called_off_beside,
    form_doubts.may_be_due_by_another,
    form_doubts.is_led_by_a_later_clause,
    unknown_doubts.is_led_by_no_known_body,
    unknown_doubts.is_lead_of_unknown_words,
    unknown_doubts.names_another_in_brackets,
    unknown_doubts.begins_inside_a_sentence,
    unknown_doubts.names_no_work,
    unknown_doubts.is_due_on_bare_day,
    unknown_doubts.is_due_of_a_part,
)
_WITHIN: Final = "Trong đó"


def with_doubts(tasks: Iterable[PlannedTask], year: int) -> Iterator[PlannedTask]:
    """Yield the tasks of work of `year` in their order, no longer certain where one of DOUBTS holds."""
    every = list(tasks)
    before_each = [None, *every]
    behind_each = [*every[1:], None]
    for before, task, behind in zip(before_each, every, behind_each, strict=False):
        if task.confidence is Sure.CERTAIN and _is_doubtful(before, task, behind, year):
            yield replace(task, confidence=Sure.FAIRLY)
        else:
            yield task


def _is_doubtful(
    before: PlannedTask | None, task: PlannedTask, behind: PlannedTask | None, year: int
) -> bool:
    if any(doubt(task) for doubt in DOUBTS):
        return True
    if unknown_doubts.is_due_in_unwritten_year(task, year):
        return True
    if _may_go_on(before, task):
        return True
    return _only_opens(task, behind)


def _only_opens(task: PlannedTask, behind: PlannedTask | None) -> bool:
    """Say whether what follows may be all that a task asks: «vận động xã hội. Trong đó, Tỉnh đoàn mở lớp»."""
    if behind is None or behind.record.section != task.record.section:
        return False
    if behind.record.source.startswith(_WITHIN):
        return True
    return f"{task.record.source} {_WITHIN}" in behind.record.source


def _may_go_on(before: PlannedTask | None, task: PlannedTask) -> bool:
    """Say whether a task under the name of a body follows one that names another, which it may go on."""
    if before is None or task.lead_from != ABOVE:
        return False
    if before.record.section != task.record.section:
        return False
    return before.record.lead != task.record.lead
