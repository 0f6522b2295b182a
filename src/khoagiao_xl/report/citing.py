"""Directives and reviews in running text: in full at the first mention, later by symbol alone (TT37)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from khoagiao_xl.report.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.records import Directive, Review

QUOTES = '“”"«» '


class Citations:
    """Remembers what has been cited, so that the first mention is the full one."""

    def __init__(self, directives: Iterable[Directive]) -> None:
        self._known: dict[str, Directive] = {}
        for directive in directives:
            self._known.setdefault(directive.symbol, directive)
        self._cited: set[str] = set()

    def cite(self, symbol: str) -> str:
        """Return «Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của ... về ...», later «Nghị quyết 45-NQ/TW»."""
        directive = self._known.get(symbol)
        if directive is None:
            return f"Văn bản số {clean_line(symbol)}"
        kind = clean_line(directive.kind) or "Văn bản"
        if symbol in self._cited:
            return f"{kind} {clean_line(symbol)}"
        self._cited.add(symbol)
        return f"{kind} số {clean_line(symbol)}" + _details(directive)


def _details(directive: Directive) -> str:
    issued = f", ngày {day_text(directive.issued)}" if directive.issued else ""
    issuer = f" của {clean_line(directive.issuer)}" if directive.issuer else ""
    subject = clean_line(directive.subject).strip(QUOTES)
    if subject and not subject.casefold().startswith("về "):
        subject = f"về {subject}"
    return issued + issuer + (f" {subject[0].lower()}{subject[1:]}" if subject else "")


def day_text(day: date) -> str:
    """Return a date in figures as the Party writes it: «03/01/2024», but «20/3/2024»."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)  # 01 and 02 only
    return f"{day.day:02}/{month}/{day.year}"


def day_in_words(day: date) -> str:
    """Return «ngày 05 tháng 02 năm 2024»: a zero before days below 10 and months below 3 only."""
    day_number, month, year = day_text(day).split("/")
    return f"ngày {day_number} tháng {month} năm {year}"


def due_in(reviews: Iterable[Review], period: Period) -> list[Review]:
    """Return the reviews whose anniversary falls into the period, by date."""
    due = [review for review in reviews if review.anniversary and _is_within(review.anniversary, period)]
    return sorted(due, key=lambda review: (review.anniversary or date.max, review.symbol))


def _is_within(day: date, period: Period) -> bool:
    return day.year == period.year and period.first_month <= day.month <= period.last_month


def name_review(review: Review, citations: Citations) -> str:
    """Return «sơ kết 05 năm thực hiện Kết luận số 49-KL/TW, ... (mốc 10/5/2024)»."""
    milestone = f" (mốc {day_text(review.anniversary)})" if review.anniversary else ""
    return f"{review.kind.lower()} {review.years:02} năm thực hiện {citations.cite(review.symbol)}{milestone}"
