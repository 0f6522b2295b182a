"""Which document is asked for, and under which key the register of outgoing documents knows it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import safe_name
from khoagiao_xl.report.kinds.kinds_table import DIRECTIVE, ISSUE, YEAR, DocumentKind
from khoagiao_xl.vietnamese.typed_symbols import parse_symbol

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import Year

MOST_NEAR: Final = 3
NEAR: Final = 0.6  # how like a name must be to be offered


@dataclass(frozen=True)
class DocumentOrder:
    """One document of a kind: about a directive or an issue, of a period or of the year."""

    kind: DocumentKind
    today: date
    year: int
    period: Period | None = None
    about: str = ""  # «49-KL/TW», «VD001»

    @property
    def key(self) -> str:
        """What the register has in column «Báo cáo»: «so-ket 49-KL/TW 2024-Q1»."""
        parts = [self.kind.template, self.about]
        if self.period:
            parts.append(str(self.period))
        elif not self.about:
            parts.append(str(self.year))
        return " ".join(filter(None, parts))

    @property
    def asked_period(self) -> Period:
        """The period; a kind that needs none never asks."""
        if self.period is None:
            raise WrongRequest("KY-03")
        return self.period

    def path(self, out: Path) -> Path:
        """Return where it goes: `out` itself if it is a .docx, else by its name into it."""
        if out.suffix.lower() == ".docx":
            return out
        name = self.kind.file.format(
            about=safe_name(self.about.replace("/", "-")),
            period=self.period,
            year=self.year,
        )
        return out / name


def order_of(kind: DocumentKind, year: Year, job: Job) -> DocumentOrder:
    """Return what `job` asks for; raise WrongRequest LVB-01 to LVB-04 for what the kind lacks."""
    about = ""
    if kind.needs == DIRECTIVE:
        about = _directive(year, job.directive)
    if kind.needs == ISSUE:
        about = _issue(year, job.issue)
    has_period = kind.needs not in (ISSUE, YEAR)
    return DocumentOrder(
        kind=kind,
        today=job.now.date(),
        year=year.settings.year,
        period=job.asked_period if has_period else None,
        about=about,
    )


def _directive(year: Year, typed: str) -> str:
    """Return the symbol as tblVanBan has it."""
    if not typed.strip():
        raise WrongRequest("LVB-01")
    known = {directive.symbol for directive in year.directives}
    symbol = parse_symbol(typed) or typed.strip()
    if symbol in known:
        return symbol
    raise WrongRequest("LVB-02", symbol=typed, near=_near(symbol, known))


def _issue(year: Year, typed: str) -> str:
    """Return the code as tblVanDe has it."""
    if not typed.strip():
        raise WrongRequest("LVB-03")
    known = {issue.code.casefold(): issue.code for issue in year.issues if issue.code}
    folded = typed.strip().casefold()
    if folded in known:
        return known[folded]
    code = typed.strip().upper()
    near = _near(code, known.values())
    raise WrongRequest("LVB-04", code=typed, near=near)


def _near(wrong: str, known: Iterable[str]) -> str:
    """Return the known names most like a wrong one, all of them where none is."""
    names = sorted(known)
    near = difflib.get_close_matches(wrong, names, MOST_NEAR, NEAR)
    return ", ".join(near or names) or "-"
