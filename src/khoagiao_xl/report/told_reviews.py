"""The reviews of the register in words: their summary, then a line or a row of the table for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.citing import day_text, name_review
from khoagiao_xl.report.empty_columns import NONE
from khoagiao_xl.report.plan_rows import days_late
from khoagiao_xl.report.review_counts import over_words, summary
from khoagiao_xl.report.review_states import review_states
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.step_words import is_choice, is_sending, step_name
from khoagiao_xl.report.told_lines import bare, capital, count_words, listed
from khoagiao_xl.wording.told_sections import CITATION_PARTS, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from khoagiao_xl.model.records import Review
    from khoagiao_xl.model.report_records import ReviewStep
    from khoagiao_xl.report.citing import Citations
    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.review_timing import ReviewState

LINES: Final = 3  # more reviews than these stand in a table


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
    return [{**row, "chu_tri": NONE} for row in rows]  # a column that says one thing is left out


def _row(state: ReviewState, citations: Citations) -> dict[str, str]:
    told = _state_words(state, citations)
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
        state=_state_words(state, citations),
        next=upcoming,
    )


def _name(review: Review, citations: Citations) -> str:
    name = name_review(review, citations)
    return capital(name)


def _state_words(state: ReviewState, citations: Citations) -> str:
    own = standing_words(state, state.next_steps, is_draft=citations.is_draft)
    if state.is_done:
        own += _report_place(state.review) if citations.is_draft else ""
        return own + count_words("so_ket_don_vi_xong", state.done_units)
    return count_words("so_ket_don_vi", state.done_units) + own


def standing_words(state: ReviewState, told: Sequence[ReviewStep] = (), *, is_draft: bool = False) -> str:
    """Return how far the office is with it: «đã xong 02 trong 08 bước (...); đã quá thời điểm ...».

    told: steps that are told beside it, so that it need not say which is being done.
    """
    if state.is_done:
        return _done_words(state.review)
    words = progress_words(state, told, is_draft=is_draft)
    if state.is_past:
        over = TOLD["so_ket_qua_moc"].format(over=over_words([state]))
        words += f"; {over}"
    return words


def _done_words(review: Review) -> str:
    report = bare(review.report_number)
    if not report:
        return TOLD["so_ket_da_xong"]  # that its number is lacking is told to the office (BC-23)
    told = TOLD["so_ket_xong"].format(number=report)
    if not review.reported_on:
        return told
    day = day_text(review.reported_on)
    return told + TOLD["so_ket_ngay"].format(day=day)


def _report_place(review: Review) -> str:
    """Return « (bổ sung số, ngày báo cáo)» for what nobody knows of the report of a review that is done."""
    known = {"so": bare(review.report_number), "ngay": review.reported_on}
    lacking = [CITATION_PARTS[part] for part, value in known.items() if not value]
    return TOLD["so_ket_bo_sung"].format(parts=", ".join(lacking)) if lacking else ""


def progress_words(state: ReviewState, told: Sequence[ReviewStep] = (), *, is_draft: bool = False) -> str:
    """Return how many of its steps are done: «đã xong 02 trong 08 bước (gần nhất: ...)».

    told: steps that are told beside it, so that it need not say which is being done.
    """
    if not state.steps:
        return TOLD["so_ket_khong_buoc"]
    words = list(_reached(state, is_draft=is_draft))
    if state.doing and state.doing not in told:
        step = step_name(state.doing)
        words.append(TOLD["so_ket_dang_buoc"].format(step=step))
    if words:
        return "; ".join(words)
    return TOLD["so_ket_da_bat_dau"] if state.doing else TOLD["so_ket_chua_buoc"]


def _reached(state: ReviewState, *, is_draft: bool) -> Iterator[str]:
    """Yield the last step that is done; that a report was sent is said by its number alone."""
    done = state.done_steps
    if state.is_sent_without_number:
        done = [step for step in done if not is_sending(step)]
    if done:
        *_, last = done
        yield TOLD["so_ket_den_buoc"].format(
            done=number(len(done)),
            steps=number(len(state.steps)),
            latest=_latest(last, is_draft=is_draft),
        )


def _latest(step: ReviewStep, *, is_draft: bool) -> str:
    """Return « (gần nhất: khảo sát)»; of a step that gives a choice only a draft, which asks for it."""
    if is_choice(step) and not is_draft:
        return ""
    return TOLD["so_ket_gan_nhat"].format(
        step=step_name(step),
        place=choice_place(step),
    )


def choice_place(step: ReviewStep) -> str:
    """Return «; bổ sung hình thức đã thực hiện, ngày» for a done step that gives a choice, else a blank."""
    if not is_choice(step):
        return ""
    return TOLD["so_ket_chon" if step.done_on else "so_ket_chon_ngay"]


def _next_words(state: ReviewState) -> str:
    told = [next_word(step, state) for step in state.next_steps]
    return "; ".join(told)


def next_word(step: ReviewStep, state: ReviewState) -> str:
    """Return a step with its day, and that it is being done: the words of the state do not say it again."""
    told = step_words(step, state.today)
    if step is not state.doing:
        return told
    return TOLD["so_ket_dang_lam"].format(step=told)


def step_words(step: ReviewStep, today: date) -> str:
    """Return a step and until when it is to be done: «khảo sát, kiểm tra, hạn 25/3/2024»."""
    return TOLD["so_ket_tiep"].format(
        step=step_name(step),
        when=due_words(step.due, today),
    )


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
