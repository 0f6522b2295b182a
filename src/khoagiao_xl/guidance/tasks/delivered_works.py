"""Work that names nobody, with the sentence behind it that says which body brings its result."""

from __future__ import annotations

from collections.abc import Iterator

from khoagiao_xl.guidance.tasks.clauses import clauses_of
from khoagiao_xl.guidance.tree.item_words import DIRECTIONS, WORK_NAMES
from khoagiao_xl.guidance.words.due_words import ANY_YEAR, find_due
from khoagiao_xl.guidance.words.organs import organ_at_start
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.recurrence import recurrence_of
from khoagiao_xl.guidance.words.roles import DELIVERS
from khoagiao_xl.guidance.words.verbs import opening_verb
from khoagiao_xl.vietnamese.running_text import plain, sentences


def brings_result(work: str, sentence: str) -> bool:
    """Say whether `sentence` brings the result of `work`: «Nắm dư luận ... | Các xã tổng hợp ...»."""
    if not _deliverer(sentence):
        return False
    verb = opening_verb(work)
    # «Tiếp tục thực hiện Nghị quyết ...» is a direction; what a body brings then is its own work.
    if verb in DIRECTIONS:
        return False
    low = plain(work)
    if not verb and not WORK_NAMES.match(low.strip()):
        return False
    if leader(work) or recurrence_of(work):
        return False
    due = find_due(work, ANY_YEAR)
    return due.day is None


def delivered_by(text: str) -> str:
    """Return the body that a later sentence or clause names to bring the result, "" where none does."""
    _, *later = _clauses(text)
    for clause in later:
        body = _deliverer(clause)
        if body:
            return body
    return ""


def _clauses(text: str) -> Iterator[str]:
    """Yield the clauses of all sentences; of no words one that is empty."""
    if not text:
        yield ""
    for first, last in sentences(text):
        sentence = text[first:last]
        for start, end in clauses_of(sentence):
            yield sentence[start:end]


def _deliverer(clause: str) -> str:
    """Return the body with which a clause begins, where it brings a result."""
    words = clause.strip()
    organ, end = organ_at_start(words)
    if organ and DELIVERS.match(plain(words), end):
        return organ
    return ""
