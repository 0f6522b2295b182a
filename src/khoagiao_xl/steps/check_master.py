"""Check what people typed in the master itself; tblLoi then lists it and the sheets colour its cells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.inspection.finding_lines import to_lines
from khoagiao_xl.inspection.master_checks import inspect
from khoagiao_xl.inspection.master_pages import Master
from khoagiao_xl.model import schema
from khoagiao_xl.model.findings import Finding, Place, Severity
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office import tables
from khoagiao_xl.office.pages import read_pages
from khoagiao_xl.planning.calendar import refresh_calendar
from khoagiao_xl.vietnamese.text import fold
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from khoagiao_xl.books.base import Book, Row

# Below the first, of 1, a name is another name; so much behind the best one it is not offered.
LIKE, BEHIND, MOST = 0.66, 0.12, 3
EVERYWHERE: Final = frozenset({"tinh"})  # «tỉnh» ends half of all names and tells none from another


def run(book: Book, _job: Job) -> Outcome:
    """Put what is wrong in the master into tblLoi, in place of what an earlier check put there."""
    master, missing = read_master(book)
    findings = [*missing, *inspect(master)]
    lines = to_lines(findings)
    _list(book, lines)
    if not missing:
        refresh_calendar(book)
    return _outcome(findings, lines)


def read_master(book: Book) -> tuple[Master, list[Finding]]:
    """Return the tables that can be read, and a finding for each that cannot."""
    pages, absent = read_pages(book)
    missing = [_missing(name, error) for name, error in absent.items()]
    return Master(pages, nearest), missing


def _missing(name: str, error: WrongRequest) -> Finding:
    sheet = next(table.sheet for table in schema.TABLES if table.name == name)
    return Finding(error.code, Severity.ERROR, Place(sheet=sheet), error.facts)


def nearest(wrong: str, known: Sequence[str]) -> list[str]:
    """Return up to three of the known names that look like `wrong`, best first."""
    scores = {name: _likeness(fold(wrong), fold(name)) for name in known}
    best = max(scores.values(), default=0)
    near = [name for name, score in scores.items() if score >= max(LIKE, best - BEHIND)]
    return sorted(near, key=lambda name: -scores[name])[:MOST]


def _likeness(wrong: str, name: str) -> float:
    """Return how alike two names are, from 0 to 1: by letters, and by words where there are several.

    Letters alone would take «Công an tỉnh» for «Hội Nông dân tỉnh».
    """
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.fuzz import ratio

    letters = ratio(wrong, name) / 100
    words, others = _telling_words(wrong), _telling_words(name)
    if len(words) < 2:
        return letters
    return (letters + LCSseq.similarity(words, others) / len(words)) / 2


def _telling_words(name: str) -> list[str]:
    return [word for raw in name.split() if (word := raw.strip(",.")) not in EVERYWHERE]


def _list(book: Book, lines: Sequence[dict[str, Any]]) -> None:
    """Replace the lines about the master's own cells: those of no file and no period."""
    own: list[Row] = []
    others: list[Row] = []
    for row in book.read(schema.FINDINGS.name):
        (others if row["Tệp"] or row["Kỳ"] else own).append(row)
    fresh = [tables.to_row(line, schema.FINDINGS) for line in lines]
    # Where the lines stand among the others does not matter: only new ones are worth a new file.
    if fresh != own:
        book.write(schema.FINDINGS.name, [*fresh, *others])


def _outcome(findings: Sequence[Finding], lines: Sequence[dict[str, Any]]) -> Outcome:
    weights = Counter(finding.severity for finding in findings)
    counts = {name: weights[severity] for name, severity in _COUNTED.items()}
    details = tuple(_detail(line) for line in lines)
    told = sentence("KT-OK" if findings else "KT-SACH-OK", counts)
    return Outcome(told, int(bool(counts["errors"])), counts, details=details)


def _detail(line: dict[str, Any]) -> str:
    """Return a line as the terminal prints it; the message of a folded one names its cells itself."""
    cell = "" if ":" in line["cell"] else f"{line['cell']}: "
    return f"{line['sheet']}, {cell}{line['message']}"


_COUNTED: Final = {"errors": Severity.ERROR, "questions": Severity.QUESTION, "notes": Severity.NOTE}
