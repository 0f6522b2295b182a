"""The days that a guidance names for the reports of every month, quarter, half and year, as proposals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.deadlines import Named, plan_deadlines
from khoagiao_xl.office.rows import to_cells
from khoagiao_xl.planning.proposals import EarlierProposal, EarlierProposals, Proposal, cell_text, cell_texts
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from khoagiao_xl.guidance import Guidance, PeriodicDuty
    from khoagiao_xl.model.deadlines import DayRules
    from khoagiao_xl.model.periods import Kind
    from khoagiao_xl.model.records import Deadline
    from khoagiao_xl.planning.proposals import Cells

ALIKE: Final = 90.0  # of 100: the office's name in its own guidance and in its settings
# Who stands above every office that uses this: whatever else the names share.
_ABOVE: Final = re.compile(r"\b(?:tinh uy|thanh uy|trung uong|ban bi thu|bo chinh tri)\b")


def named_days(guidance: Guidance, own_names: Iterable[str]) -> dict[Kind, Named]:
    """Return the days that the guidance names; own_names: the office's, to tell its guidance from others'.

    A day in the office's own guidance is its units'; one in a guidance from above is the office's.
    """
    names = [name for name in own_names if name.strip()]
    is_own = is_own_guidance(guidance, names)
    found = {}
    for duty in guidance.duties:
        if duty.day is None:
            continue
        found[duty.kind] = Named(
            duty.day,
            _note(duty, is_own=is_own),
            duty.month,
            is_own,
        )
    return found


def is_own_guidance(guidance: Guidance, own_names: Sequence[str]) -> bool:
    """Say whether the office itself issued the guidance.

    Its letterhead says so. Without one: what is addressed to the office comes from above; else the issuer
    that the text names decides, and a text that names none is the office's.
    """
    letterhead = guidance.letterhead
    if letterhead and own_names:
        return any(_is_headed_by(name, letterhead) for name in own_names)
    receivers = " ".join(guidance.addressees)
    if any(_stands_in(name, receivers) for name in own_names):
        return False
    issuer = guidance.issuer
    if not issuer:
        return True
    return any(_alike(issuer, name) for name in own_names)


def _is_headed_by(name: str, letterhead: Sequence[str]) -> bool:
    head = " ".join(letterhead)
    if _stands_in(name, head):
        return True
    issuing = _issuing(letterhead)
    return _alike(issuing, name)


def _issuing(letterhead: Sequence[str]) -> str:
    """Return the issuer's own name: the first of several lines names whom it belongs to."""
    return " ".join(letterhead[1:] or letterhead)


def _stands_in(name: str, text: str) -> bool:
    words = f" {_bare(name)} "
    others = f" {_bare(text)} "
    return words in others


def _bare(text: str) -> str:
    """Return the words alone, without marks, dashes and «và», the one common abbreviation written out."""
    folded = fold(text)
    spelled = []
    for word in re.findall(r"[a-z0-9]+", folded):
        if word == "ubnd":
            spelled.append("uy ban nhan dan")
        elif word != "va":
            spelled.append(word)
    return " ".join(spelled)


def _note(duty: PeriodicDuty, *, is_own: bool) -> str:
    facts = {
        "whose": "hạn đơn vị" if is_own else "hạn báo cáo",
        "section": duty.section,
        "words": duty.words,
    }
    return sentence("NP-21", facts)


def _alike(one: str, other: str) -> bool:
    """Say whether two names are of one body: the same words, and the same body above it or none."""
    from rapidfuzz import fuzz

    issuer = fold(one)
    own = fold(other)
    if not own or _above(issuer) != _above(own):
        return False
    likeness = fuzz.token_sort_ratio(issuer, own)
    return bool(likeness >= ALIKE)


def _above(name: str) -> set[str]:
    return set(_ABOVE.findall(name))


def deadlines_of(year: int, day_rules: DayRules, named: dict[Kind, Named]) -> list[Proposal]:
    """Return one proposal for each period of the year."""
    return [_proposal(line) for line in plan_deadlines(year, day_rules, named)]


def untouched(year: int, day_rules: DayRules, rows: Iterable[Cells]) -> EarlierProposals:
    """Return what a new master holds for the year: who has not changed that has not decided anything.

    rows: tblThoiHan. A year that has some of its periods lacks the others because a person took them out; one
    that has none is new to the master.
    """
    known = [cell_text(row.get("period")) for row in rows]
    is_known = any(code.startswith(f"{year}-") for code in known)
    if not is_known:
        return {}
    found = {}
    for line in deadlines_of(year, day_rules, {}):
        key = line.key
        texts = cell_texts(line.cells)
        found[key] = EarlierProposal(key, texts)
    return found


def _proposal(line: Deadline) -> Proposal:
    facts = {**vars(line), "change": None}
    cells = to_cells(facts, schema.DEADLINES)
    del cells["change"]
    return Proposal(line.period, cells)
