"""How many reviews there are and how they stand, in words: those behind counted once, by `ReviewTiming`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import count_words
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.report.review_timing import ReviewState


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
        late=_behind(known),
    )
    return [told]


def _behind(states: Iterable[ReviewState]) -> str:
    told = behind_words(states, TOLD["cuoc"])
    return f"; {told}" if told else ""


def behind_words(states: Iterable[ReviewState], noun: str) -> str:
    """Return «05 cuộc chậm tiến độ, trong đó 04 cuộc đã quá thời điểm, chưa hoàn thành»; blank for none.

    noun: what they are called the first time.
    """
    behind = [state for state in states if state.is_behind]
    past = [state for state in behind if state.is_past]
    all_told = f"{number(len(behind))} {noun}"
    if not past:
        return TOLD["so_ket_cham"].format(count=all_told) if behind else ""
    over = over_words(past)
    if len(past) == len(behind):
        return TOLD["so_ket_qua_han"].format(count=all_told, over=over)
    return TOLD["so_ket_cham_trong_do"].format(
        count=all_told,
        past=number(len(past)),
        over=over,
    )


def over_words(states: Iterable[ReviewState]) -> str:
    """Return «quá thời điểm tròn 10 năm» of reviews after as many years, else that their time is past."""
    years = {state.review.years for state in states}
    if len(years) > 1:
        return TOLD["qua_moc"]
    (alike,) = years
    return TOLD["qua_tron"].format(years=number(alike))


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
            yield count_words(phrase, count)
