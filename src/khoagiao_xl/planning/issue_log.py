"""Quick forms taken into tblVanDe: a new row for each issue, a corrected notice into its row.

As with a guidance, three hands are on one row: what the unit told before, what it tells now, what a person
made of it. tblDeXuat remembers the first, with the hashes of all files: the same file adds nothing, and a row
that a person took out does not come back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.hot_issues import Issue, LoggedNotice
from khoagiao_xl.office.rows import fields_of, records_of, to_cells, words_in
from khoagiao_xl.planning.import_run import ImportRun
from khoagiao_xl.planning.proposals import (
    FOLLOWED,
    TYPED,
    Cells,
    MergeRules,
    Proposal,
    cell_text,
    cell_texts,
)
from khoagiao_xl.planning.same_issue import KnownIssue, known_issue, perhaps_the_same
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from datetime import date

    from khoagiao_xl.books.base import Row, Value
    from khoagiao_xl.model.hot_issues import QuickNotice
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.planning.proposals import EarlierProposals

PROPOSER: Final = "TN"  # in column «Nguồn» of tblDeXuat
# What no unit proposes: the code, what the office itself writes.
NOT_PROPOSED: Final = ("code", "due", "closed_on", "change")


def _code_of(row: Cells) -> str:
    code = row.get("code")
    return cell_text(code)


def _by_code(row: Cells) -> tuple[Hashable, ...]:
    code = _code_of(row)
    if not code:
        return ()
    return (code,)


RULES: Final = MergeRules(
    schema.ISSUES,
    _by_code,
    "VD",
    status="",
    words={FOLLOWED: "VD-11", TYPED: "VD-12"},
    digits=3,
    is_whole=False,
    untold=frozenset({"files", "sha256", "reported"}),
)


@dataclass(frozen=True)
class IssueLog:
    """The log after some quick forms. tables: what is to be written, nothing where nothing changed."""

    issues: tuple[Issue, ...] = ()
    logged: tuple[LoggedNotice, ...] = ()
    tables: Mapping[str, list[Row]] = field(default_factory=dict)


def log_notices(year: Year, notices: Sequence[QuickNotice], today: date) -> IssueLog:
    """Return the log with the notices taken in, in the order they came.

    Raise WrongRequest as `Year.issues` does.
    """
    issues = year.issues
    codes = [issue.code for issue in issues]
    if not notices and all(codes):
        return IssueLog(issues)
    run = _LogRun(year, today)
    logged = map(run.take, notices)
    return IssueLog(
        logged=tuple(logged),
        issues=tuple(run.issues()),
        tables=run.tables(),
    )


class _LogRun:
    """The log while notices are taken in, one after the other."""

    def __init__(self, year: Year, today: date) -> None:
        run = ImportRun(year, PROPOSER, today)
        self._run = run
        self._number_typed_rows()

    def take(self, notice: QuickNotice) -> LoggedNotice:
        """Take in one notice."""
        known = list(self._known())
        again = _with_file(known, notice.sha256)
        if again:
            first, *_ = again.hashes
            is_first = first == notice.sha256
            return LoggedNotice(notice, again.row_code, is_first, is_fresh=False)
        same = known_issue(notice, known)
        if same is None:
            return self._add(notice, known)
        correction = _correction(notice, same)
        self._run.take(RULES, [correction])
        is_other = _tells_otherwise(correction, same)
        return LoggedNotice(notice, same.row_code, is_fresh=is_other)

    def _add(self, notice: QuickNotice, known: Sequence[KnownIssue]) -> LoggedNotice:
        cells = _proposed(notice.as_row)
        proposal = Proposal(notice.sha256, cells)
        self._run.take(RULES, [proposal])
        *others, new = self._rows
        told = _told_of_new(notice, known)
        if told:
            row = {**new, "change": told}
            self._run.put(RULES.table, [*others, row])
        code = _code_of(new)
        return LoggedNotice(notice, code, is_first=True)

    @property
    def _rows(self) -> list[dict[str, Value]]:
        return self._run.rows(RULES.table)

    @property
    def _told(self) -> EarlierProposals:
        return self._run.proposed(PROPOSER, RULES.table)

    def _known(self) -> Iterator[KnownIssue]:
        """Yield every issue that was ever told of: the rows that are there, then those taken out."""
        told = self._told
        keys = {old.code: key for key, old in told.items()}
        there = set()
        for row in self._rows:
            code = _code_of(row)
            there.add(code)
            key = keys.get(code, "")
            before: Mapping[str, str] = {}
            if key:
                before = told[key].texts
            texts = cell_texts(row)
            yield KnownIssue(code, key, texts, before)
        for key, old in told.items():
            if old.code in there:
                continue
            yield KnownIssue(old.code, key, {}, old.texts, is_there=False)

    def _number_typed_rows(self) -> None:
        """Give the rows that people typed without a code the numbers that come next."""
        told = [old.code for old in self._told.values()]
        written = map(_code_of, self._rows)
        numbers = map(_number, [*told, *written])
        last = max(numbers, default=0)
        numbered = []
        for row in self._rows:
            code = _code_of(row)
            if not code:
                last += 1
                code = RULES.code_of(last)
            with_code = {**row, "code": code}
            numbered.append(with_code)
        self._run.put(RULES.table, numbered)

    def issues(self) -> list[Issue]:
        """Return the issues as they are to stand."""
        table = RULES.table
        tables = self.tables()
        rows = tables[table.name]
        fields = fields_of(table, rows)
        return records_of(table, fields, Issue)

    def tables(self) -> dict[str, list[Row]]:
        """Return tblVanDe and tblDeXuat as they are to stand."""
        return self._run.tables()


def _number(code: str) -> int:
    return RULES.number_of(code)


# -- what a notice proposes -------------------------------------------------------------------------------


def _proposed(issue: Issue) -> dict[str, Value]:
    cells = to_cells(issue, RULES.table)
    for name in NOT_PROPOSED:
        del cells[name]
    return cells


def _correction(notice: QuickNotice, same: KnownIssue) -> Proposal:
    """Return what a notice proposes for the row of an issue that the log knows: all files stay named.

    The day on which the office was first told stays too.
    """
    before = words_in(same.says("files"))
    told = replace(
        notice.issue,
        files=(*before, notice.file),
        sha256=(*same.hashes, notice.sha256),
    )
    cells = _proposed(told)
    del cells["reported"]
    if not same.key:
        cells["code"] = same.code  # a row that a person typed: its blanks are filled
    key = same.key or notice.sha256
    return Proposal(key, cells)


def _with_file(known: Iterable[KnownIssue], sha256: str) -> KnownIssue | None:
    for one in known:
        if sha256 in one.hashes:
            return one
    return None


def _tells_otherwise(correction: Proposal, same: KnownIssue) -> bool:
    """Say whether a notice tells anything else than the one before it did; files and hashes apart."""
    for name, value in correction.cells.items():
        if name in RULES.untold:
            continue
        if cell_text(value) != same.says(name):
            return True
    return False


def _told_of_new(notice: QuickNotice, known: Sequence[KnownIssue]) -> str:
    """Return what a person should look at in the row of a new issue, blank for nothing."""
    twins = perhaps_the_same(notice.issue, known)
    if twins:
        named = ", ".join(twins)
        return sentence("VD-13", {"other": named})
    if notice.is_correction:
        return sentence("VD-14", {})
    return ""
