"""Terms (khóa) of the Party's Central Committee, to hold a date against the term a citation names."""

from __future__ import annotations

from datetime import date

# From the opening of one congress to the close of the next, so that neighbours overlap: a question is asked
# only where no reading of the date could fit.
TERMS: dict[str, tuple[date, date]] = {
    "VI": (date(1986, 12, 15), date(1991, 6, 27)),
    "VII": (date(1991, 6, 24), date(1996, 7, 1)),
    "VIII": (date(1996, 6, 28), date(2001, 4, 22)),
    "IX": (date(2001, 4, 19), date(2006, 4, 25)),
    "X": (date(2006, 4, 18), date(2011, 1, 19)),
    "XI": (date(2011, 1, 12), date(2016, 1, 28)),
    "XII": (date(2016, 1, 20), date(2021, 2, 1)),
    "XIII": (date(2021, 1, 25), date(2026, 1, 31)),
    "XIV": (date(2026, 1, 19), date(2031, 3, 31)),
}
_FIGURES = {str(number): term for number, term in enumerate(TERMS, 6)}


def term_name(written: str) -> str:
    """Return a term in Roman figures: «13» and «xiii» are XIII."""
    return _FIGURES.get(written.strip(), written.strip().upper())


def terms_of(day: date) -> list[str]:
    """Return the terms in which `day` may lie: usually one, two around a congress."""
    return [name for name, (first, last) in TERMS.items() if first <= day <= last]
