"""Terms (khóa) of the Party's Central Committee, to hold a date against the term a citation names.

Each goes from the opening of one congress to the close of the next, so that neighbours overlap: a question
is asked only where no reading of the date could fit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from khoagiao_xl.vietnamese.language_tables import language_rows


@dataclass(frozen=True)
class _Term:
    name: str
    first: date
    last: date


def _term(row: dict[str, str]) -> _Term:
    return _Term(
        name=row["Khóa"],
        first=date.fromisoformat(row["Từ ngày"]),
        last=date.fromisoformat(row["Đến ngày"]),
    )


_TERMS = [_term(row) for row in language_rows("party_terms")]
_FIRST_NUMBER = 6  # the table begins with term VI
_IN_FIGURES = {str(number): term.name for number, term in enumerate(_TERMS, _FIRST_NUMBER)}


def term_name(written: str) -> str:
    """Return a term in Roman figures: «13» and «xiii» are XIII."""
    figures = written.strip()
    return _IN_FIGURES.get(figures, figures.upper())


def terms_of(day: date) -> list[str]:
    """Return the terms in which `day` may lie: usually one, two around a congress."""
    return [term.name for term in _TERMS if term.first <= day <= term.last]


def share_term(one: date, other: date) -> bool:
    """Say whether both days may lie in one term."""
    terms = set(terms_of(one))
    of_other = terms_of(other)
    return not terms.isdisjoint(of_other)
