"""The state of every review of the register: done, the step reached, the next one, how late it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model.detail_lists import choices
from khoagiao_xl.report.citing import day_text, name_review
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, capital, listed, small
from khoagiao_xl.report.told_rows import of_list
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from khoagiao_xl.model.records import Review
    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent

NO_FIGURE: Final = PHRASES["khong_co_so"]
LINES: Final = 3  # more reviews than these stand in a table
DONE, DOING, DROPPED = "xong", "đang làm", "bỏ"
REVIEWS_LIST: Final = "ST"
STEPS_OF_UNITS: Final = "kgBuocSoKet"


@dataclass(frozen=True)
class ReviewState:
    """A review as it stands today. steps: its own in their order, those dropped left out.

    done_units: how many units say that theirs is done.
    """

    review: Review
    steps: tuple[ReviewStep, ...]
    today: date
    done_units: int = 0

    @property
    def is_done(self) -> bool:
        """Whether it has a report, or a person has marked it or all of its steps as done."""
        day = self.review.reported_on
        if day and day > self.today:
            return False
        if self.review.report_number or day:
            return True
        return self.review.status == DONE or self._are_done(self.steps)

    @property
    def is_held(self) -> bool:
        """Whether every step that falls before its anniversary, or on it, is done."""
        before = [step for step in self.steps if (step.days_before or 0) >= 0]
        return self._are_done(before)

    @staticmethod
    def _are_done(steps: Sequence[ReviewStep]) -> bool:
        return bool(steps) and all(step.status == DONE for step in steps)

    @property
    def done_steps(self) -> list[ReviewStep]:
        """The steps that are done."""
        return [step for step in self.steps if step.status == DONE]

    @property
    def doing(self) -> ReviewStep | None:
        """The step that is being done, None for none."""
        for step in self.steps:
            if step.status == DOING:
                return step
        return None

    @property
    def next_step(self) -> ReviewStep | None:
        """The first step that is not done; None for a review that is."""
        if self.is_done:
            return None
        for step in self.steps:
            if step.status != DONE:
                return step
        return None

    @property
    def is_begun(self) -> bool:
        """Whether anything of it is done or being done."""
        return self.doing is not None or bool(self.done_steps) or self.done_units > 0

    @property
    def open_steps(self) -> list[ReviewStep]:
        """The steps that are still to be done; none of a review that is over."""
        if self.is_done:
            return []
        return [step for step in self.steps if step.status != DONE]

    @property
    def late_steps(self) -> list[ReviewStep]:
        """The steps that should be done by now and are not."""
        return [step for step in self.open_steps if days_late(step.due, self.today)]

    @property
    def days_over(self) -> int:
        """How many days its anniversary is past while it has not been held, 0 for none."""
        if self.is_done or self.is_held:
            return 0
        return days_late(self.review.anniversary, self.today)


def days_late(due: date | None, today: date) -> int:
    """Return how many days a day lies before today, 0 for one that does not or that nobody knows."""
    if due is None or due >= today:
        return 0
    return (today - due).days


def review_states(content: ReportContent) -> list[ReviewState]:
    """Return the state of every review that nobody has dropped, by its anniversary."""
    reviews = content.reviews
    found = [state_of(review, content) for review in reviews]
    return sorted(found, key=_place)


def state_of(review: Review, content: ReportContent) -> ReviewState:
    """Return how a review stands on the day of the report."""
    own = [step for step in content.steps if _is_of(step, review)]
    steps = sorted(own, key=_order)
    return ReviewState(
        review=review,
        steps=tuple(steps),
        today=content.today,
        done_units=_done_units(review, content),
    )


def _is_of(step: ReviewStep, review: Review) -> bool:
    if not review.code or step.status == DROPPED:
        return False
    return step.review == review.code


def _order(step: ReviewStep) -> float:
    return step.order or 0


def _place(state: ReviewState) -> tuple[date, str]:
    return state.review.anniversary or date.max, state.review.symbol


def _done_units(review: Review, content: ReportContent) -> int:
    """Return how many units say in their list of reviews that theirs is done."""
    *_, done = choices()[STEPS_OF_UNITS]
    title = _title(review)
    units = set()
    for row in of_list(content.details, REVIEWS_LIST):
        if row.choice == done and bare(row.label) == title:
            units.add(row.unit)
    return len(units)


def _title(review: Review) -> str:
    """Return what the forms call it: «Tổng kết 10 năm 36-NQ/TW»."""
    if not review.years:
        return f"{review.kind} {review.symbol}"
    return f"{review.kind} {review.years:g} năm {review.symbol}"


# -- in words ---------------------------------------------------------------------------------------------


def summary(states: Iterable[ReviewState], year: int) -> list[str]:
    """Return how many there are and how they stand; nothing for none."""
    known = list(states)
    if not known:
        return []
    parts = _counted(known)
    told = TOLD["so_ket_chung"].format(
        year=year,
        count=number(len(known)),
        parts=", ".join(parts),
        late=_late(known) + _late_steps(known),
    )
    return [told]


def _late(states: Iterable[ReviewState]) -> str:
    over = [state for state in states if state.days_over]
    if not over:
        return ""
    count = number(len(over))
    return TOLD["so_ket_qua_han"].format(count=count)


def _late_steps(states: Iterable[ReviewState]) -> str:
    late = [state for state in states if state.late_steps]
    if not late:
        return ""
    count = number(len(late))
    return TOLD["so_ket_buoc_qua_han"].format(count=count)


def _counted(states: list[ReviewState]) -> Iterator[str]:
    done = [state for state in states if state.is_done]
    left = [state for state in states if not state.is_done]
    begun = [state for state in left if state.is_begun]
    if not done and not begun:
        yield TOLD["so_ket_chua_cuoc_nao"]
        return
    counts = {
        "so_ket_xong_so": len(done),
        "so_ket_dang": len(begun),
        "so_ket_chua": len(left) - len(begun),
    }
    for phrase, count in counts.items():
        if count:
            shown = number(count)
            yield TOLD[phrase].format(count=shown)


def review_paragraphs(content: ReportContent, citations: Citations) -> list[str]:
    """Return the summary, and a line for each review where they are too few for a table."""
    states = review_states(content)
    paragraphs = summary(states, content.period.year)
    if not states:
        return paragraphs
    if len(states) > LINES:
        return [*paragraphs, TOLD["so_ket_bang"]]
    told = [_line(state, citations) for state in states]
    return [*paragraphs, *listed(TOLD["so_ket_bang"], told)]


def review_rows(content: ReportContent, citations: Citations) -> list[dict[str, Any]]:
    """Return the rows of the table of reviews, named as its tags; none where lines tell them."""
    states = review_states(content)
    if len(states) <= LINES:
        return []
    rows = []
    for index, state in enumerate(states, 1):
        row = _row(state, citations)
        rows.append({"stt": str(index), **row})
    leads = {row["chu_tri"] for row in rows}
    if len(leads) > 1:
        return rows
    return [{**row, "chu_tri": NO_FIGURE} for row in rows]  # a column that says one thing is left out


def _row(state: ReviewState, citations: Citations) -> dict[str, str]:
    told = _state_words(state)
    upcoming = _next_words(state)
    return {
        "cuoc": _name(state.review, citations),
        "chu_tri": bare(state.review.lead),
        "tinh_trang": capital(told),
        "tiep_theo": capital(upcoming),
    }


def _line(state: ReviewState, citations: Citations) -> str:
    upcoming = _next_words(state)
    if upcoming:
        upcoming = TOLD["so_ket_tiep_cau"].format(next=upcoming)
    return TOLD["so_ket_dong"].format(
        name=_name(state.review, citations),
        state=_state_words(state),
        next=upcoming,
    )


def _name(review: Review, citations: Citations) -> str:
    name = name_review(review, citations)
    return capital(name)


def _state_words(state: ReviewState) -> str:
    own = standing_words(state)
    if state.is_done:
        return own
    return _units_words(state) + own


def standing_words(state: ReviewState) -> str:
    """Return how far the office is with it: «đã xong 02 trong 08 bước (...); đã qua ngày tròn (...)»."""
    if state.is_done:
        return _done_words(state.review)
    words = _step_words(state)
    if state.days_over:
        over = TOLD["so_ket_qua_moc"]
        words += f"; {over}"
    return words


def _done_words(review: Review) -> str:
    report = bare(review.report_number)
    if not report:
        return TOLD["so_ket_da_xong"]
    told = TOLD["so_ket_xong"].format(number=report)
    if not review.reported_on:
        return told
    day = day_text(review.reported_on)
    return told + TOLD["so_ket_ngay"].format(day=day)


def _step_words(state: ReviewState) -> str:
    if not state.steps:
        return TOLD["so_ket_khong_buoc"]
    none_yet = "so_ket_chua_buoc_chung" if state.done_units else "so_ket_chua_buoc"
    done = state.done_steps
    words = []
    if done:
        *_, last = done
        reached = TOLD["so_ket_den_buoc"].format(
            done=number(len(done)),
            steps=number(len(state.steps)),
            step=_step_name(last),
        )
        words.append(reached)
    if state.doing:
        step = _step_name(state.doing)
        words.append(TOLD["so_ket_dang_buoc"].format(step=step))
    return "; ".join(words) or TOLD[none_yet]


def _next_words(state: ReviewState) -> str:
    step = state.next_step
    if step is None:
        return ""
    return TOLD["so_ket_tiep"].format(
        step=_step_name(step),
        when=due_words(step.due, state.today),
    )


def _step_name(step: ReviewStep) -> str:
    text = bare(step.text)
    return small(text)


def due_words(due: date | None, today: date) -> str:
    """Return «hạn 20/3/2024», and by how many days it is past."""
    if due is None:
        return TOLD["so_ket_khong_han"]
    late = days_late(due, today)
    day = day_text(due)
    if not late:
        return TOLD["so_ket_han"].format(day=day)
    return TOLD["so_ket_tre"].format(
        day=day,
        days=number(late),
    )


def _units_words(state: ReviewState) -> str:
    if not state.done_units:
        return ""
    count = number(state.done_units)
    return TOLD["so_ket_don_vi"].format(count=count)
