"""The limits of the period from figures: who is silent or late, what lags behind, what has fallen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.report.citing import day_text, in_one_bracket, name_review
from khoagiao_xl.report.lagging_figures import falls, plan_lags
from khoagiao_xl.report.late_tasks import ends_the_year, uncounted_late_tasks
from khoagiao_xl.report.later_names import named_later
from khoagiao_xl.report.name_lists import behind_count
from khoagiao_xl.report.progress_words import units_behind
from khoagiao_xl.report.reporting_limits import reporting_limits
from khoagiao_xl.report.review_counts import behind_words
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.shortfalls import parts_left
from khoagiao_xl.report.task_lines import names_day
from khoagiao_xl.report.told_lines import NAMED, KeyedText, capital, names, units_of
from khoagiao_xl.report.undated_shortfalls import undated_shortfalls
from khoagiao_xl.report.units_of_field import called_after_number, is_known_field
from khoagiao_xl.report.unmet_tasks import tasks_met_late, unmet_tasks
from khoagiao_xl.report.unsettled_opinions import unsettled_opinions
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.review_timing import ReviewState
    from khoagiao_xl.report.task_progress import TaskProgress

NAMED_REVIEWS: Final = 2  # of more the table of reviews tells
ISSUES, REVIEWS, OWN_WORK = "muc_2_4", "muc_4", "viec_cua_ban"  # the sections that tell of each


def limits(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    """Yield each limit as a sentence, under a key that is the same whatever its figures come to."""
    for key, text in _limits(content, citations):
        yield key, capital(text) + "."


def _limits(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    yield from reporting_limits(content)
    yield from _unmet_tasks(content)
    yield from _undated(content)
    yield from plan_lags(content)
    yield from falls(content)
    yield from _parts_left(content)
    yield from _open_opinions(content)
    yield from _open_issues(content)
    yield from _late_reviews(content, citations)
    yield from _late_tasks(content)


def _parts_left(content: ReportContent) -> Iterator[KeyedText]:
    for part in parts_left(content):
        yield f"con:{part.row.code}", part.limit


def _unmet_tasks(content: ReportContent) -> Iterator[KeyedText]:
    """Yield each task that is past and that units have not done, with its day where its words have none."""
    for progress in unmet_tasks(content):
        told = _unmet(progress)
        yield f"chua:{progress.shortfall.code}", told
    late = [progress.task for progress in tasks_met_late(content)]
    told_late = [task for task in late if content.is_in_window(task.due)]
    if told_late:
        told = TOLD["xong_sau_han"].format(
            count=number(len(told_late)),
            section=named_later(OWN_WORK),
        )
        yield "xong_sau_han", told


def _undated(content: ReportContent) -> Iterator[KeyedText]:
    """Yield what units lack of a task that has no day."""
    for progress in undated_shortfalls(content):
        told = _unmet(progress)
        yield f"thieu:{progress.shortfall.code}", told


def _unmet(progress: TaskProgress) -> str:
    """Return a task that units have not done, its day and whose that is, and who they are."""
    task = progress.task
    told = progress.limit
    units = units_behind(progress)
    if task.due is None:
        return told + units
    day = day_text(task.due)
    if progress.due_group:
        return _unmet_of_some(progress, told + units, day)
    if not names_day(task.text, task.due):
        told = TOLD["chua_thuc_hien"].format(
            told=told,
            day=day,
        )
    told += units
    return _to_be_checked(in_one_bracket(told), progress)


def _to_be_checked(told: str, progress: TaskProgress) -> str:
    """Return a limit, and how many of its units have told of what they say they have not done."""
    telling = progress.inspected_units
    if not telling:
        return told
    units = units_of(telling)
    if len(telling) <= NAMED or not progress.listed_in:
        units += TOLD["ten_trong_ngoac"].format(units=names(telling))
    return TOLD["can_xac_minh"].format(
        told=told,
        units=units,
    )


def _unmet_of_some(progress: TaskProgress, told: str, day: str) -> str:
    """Return a limit with those whose day is over: how many and who, where names tell that."""
    bound = progress.due_group
    if not is_known_field(bound) or not progress.left_units:
        return TOLD["chua_thuc_hien_cua"].format(
            told=told,
            bound=bound,
            day=day,
        )
    late = progress.group_left
    if not late:
        return told
    told = TOLD["chua_thuc_hien_cua_so"].format(
        told=told,
        count=number(len(late)),
        bound=called_after_number(bound),
        day=day,
        units=behind_count(late, progress.listed_in),
    )
    return told + _silent_of_them(progress)


def _silent_of_them(progress: TaskProgress) -> str:
    """Return of whom of those whose day is over nothing is known; blank for none."""
    silent = names(progress.group_silent)
    return TOLD["chua_co_so_lieu"].format(units=silent) if silent else ""


def _late_tasks(content: ReportContent) -> Iterator[KeyedText]:
    """Yield how many tasks the year ends without; in its other reports they are tasks of what comes next."""
    late = uncounted_late_tasks(content)
    if late and ends_the_year(content):
        told = TOLD["nhiem_vu_chua_xong"]
        count = number(len(late))
        yield "nhiem_vu", told.format(count=count)


def _open_opinions(content: ReportContent) -> Iterator[KeyedText]:
    told = unsettled_opinions(content)
    if told:
        yield "du_luan", told


def _open_issues(content: ReportContent) -> Iterator[KeyedText]:
    left = [note for note in content.issues if note.settled_on is None]
    if left:
        told = TOLD["con_van_de"].format(
            count=number(len(left)),
            section=named_later(ISSUES),
        )
        yield "van_de", told


def _late_reviews(content: ReportContent, citations: Citations) -> Iterator[KeyedText]:
    """Yield how many reviews are behind, as the section of reviews counts them, and which are past."""
    states = review_states(content)
    told = behind_words(states, TOLD["cuoc_so_ket"])
    if told:
        yield "so_ket", told + _which(states, citations)


def _which(states: Sequence[ReviewState], citations: Citations) -> str:
    """Return «: tổng kết 10 năm ...» of the few that are past, else where the reviews are told."""
    past = [state for state in states if state.is_past]
    if not 0 < len(past) <= NAMED_REVIEWS:
        return TOLD["so_ket_neu_tai"].format(section=named_later(REVIEWS))
    names = [name_review(state.review, citations) for state in past]
    joined = "; ".join(names)
    return f": {joined}"
