"""Citations in one list: a day or an issuer before or behind the list is that of all its members."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.guidance.citations.citations import Citation

_JOINS_LIST = re.compile(r"[\s,;(]*(?:và|cùng với|cùng)?\s*")


@dataclass(frozen=True)
class ReadCitation:
    """A citation, and all the days that stand behind it: several where they are for a list."""

    citation: Citation
    days: tuple[date, ...] = ()


def with_shared_facts(canon: str, read: list[ReadCitation]) -> list[Citation]:
    """Return the citations; in «số 20-NQ/TW và số 21-NQ/TW cùng ngày ... của ...» both have what follows."""
    result: list[Citation] = []
    for run in _runs(canon, read):
        dated = _with_days_in_order(run)
        backward = _shared_backward(dated)
        result.extend(_shared_forward(backward))
    return result


def _runs(canon: str, read: list[ReadCitation]) -> Iterator[list[ReadCitation]]:
    """Yield the citations in groups, each a list in the text."""
    run: list[ReadCitation] = []
    for one in read:
        if run and not _goes_on(canon, run[-1].citation, one.citation):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _goes_on(canon: str, one: Citation, other: Citation) -> bool:
    """Say whether two citations stand beside each other with nothing but a joining word between."""
    if one.subject:
        return False
    between = canon[one.end : other.start]
    return _JOINS_LIST.fullmatch(between) is not None


def _with_days_in_order(run: list[ReadCitation]) -> list[Citation]:
    """Return the citations of a run; as many days as members behind the last one are theirs in order."""
    citations = [one.citation for one in run]
    days = run[-1].days
    if len(days) != len(citations):
        return citations
    if any(one.issued for one in citations[:-1]):
        return citations
    dated: list[Citation] = []
    for citation, day in zip(citations, days, strict=True):
        dated.append(replace(citation, issued=day))
    return dated


def _shared_backward(run: list[Citation]) -> list[Citation]:
    """Return the run with what stands behind its end told of those before it."""
    shared: list[Citation] = []
    after: Citation | None = None
    for citation in reversed(run):
        one = citation
        if after:
            one = _sharing(citation, after)
        shared.append(one)
        after = one
    shared.reverse()
    return shared


def _sharing(citation: Citation, after: Citation) -> Citation:
    """Return the citation with the facts of the one behind it, if it is of one kind with that."""
    if citation.issuer:
        return citation
    if not _is_of_one_kind(citation, after):
        return citation
    issued = citation.issued
    if not issued and not citation.bad_date:
        issued = after.issued
    term = citation.term or after.term
    return replace(
        citation,
        issued=issued,
        issuer=after.issuer,
        term=term,
        is_shared=True,
    )


def _shared_forward(run: list[Citation]) -> list[Citation]:
    """Return the run with the issuer of its first told of all: «của Bộ Chính trị: số ..., số ...»."""
    shared: list[Citation] = []
    for citation in run:
        one = citation
        if shared and _is_of_the_same(citation, shared[-1]):
            before = shared[-1]
            one = replace(
                citation,
                issuer=before.issuer,
                term=before.term,
                is_shared=True,
            )
        shared.append(one)
    return shared


def _is_of_the_same(citation: Citation, before: Citation) -> bool:
    if citation.issuer:
        return False
    if citation.named:
        return False
    if not before.issuer:
        return False
    return _is_of_one_kind(citation, before)


def _is_of_one_kind(citation: Citation, before: Citation) -> bool:
    one = citation.symbol
    other = before.symbol
    if one.type != other.type:
        return False
    return one.issuer == other.issuer
