"""The folder of drafts: each letter once, what a person edited kept, what is no longer so put aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import MissingFile
from khoagiao_xl.files import read_bytes, sha256_of
from khoagiao_xl.mail.letter_bytes import eml_bytes
from khoagiao_xl.mail.letter_names import letter_name
from khoagiao_xl.model import schema
from khoagiao_xl.model.mail_records import LEFT, SENDABLE, LetterState, LoggedLetter
from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.office.rows import to_row
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.books.base import Row
    from khoagiao_xl.mail.letter import Letter
    from khoagiao_xl.office.year import Year

InScope = Callable[[LoggedLetter], bool]
LISTED: Final = "; "


@dataclass(frozen=True)
class MailDesk:
    """Where letters are drafted. folder: of the drafts. moment: by the clock of the office, to the second."""

    year: Year
    folder: Path
    moment: datetime

    def path_of(self, line: LoggedLetter) -> Path:
        """Return where the draft of a line of tblThu lies."""
        return self.year.storage.master.parent / line.file

    def bytes_of(self, letter: Letter, drafted: datetime) -> bytes:
        """Return the draft of a letter as it is written at `drafted`."""
        return eml_bytes(letter, self.year.settings.email, drafted)


@dataclass
class LaidOut:
    """What is to be written: drafts, lines of tblThu, files put aside; and what is said of each exception.

    drafted, kept: how many letters are new or anew, and how many lie there or have left already.
    """

    lines: dict[str, LoggedLetter]
    files: list[NewFile] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    drafted: int = 0
    kept: int = 0

    @property
    def rows(self) -> list[Row]:
        """The rows of tblThu."""
        found = []
        for line in self.lines.values():
            fields = vars(line)
            found.append(to_row(fields, schema.LETTERS))
        return found


def lay_out(desk: MailDesk, letters: Sequence[Letter], in_scope: InScope) -> LaidOut:
    """Return what the letters make of the folder and of tblThu.

    letters: all that are to be written now. in_scope: which earlier drafts would be among them if they still
    were right; those that are not are put aside.
    """
    lines = {line.code: line for line in desk.year.letters}
    laid = LaidOut(lines)
    for letter in letters:
        _lay(desk, laid, letter)
    wanted = {letter.code for letter in letters}
    series = {letter.series for letter in letters}
    for line in desk.year.letters:
        is_old = line.code not in wanted and _series(line) not in series
        if is_old and line.state in SENDABLE and in_scope(line):
            _drop(desk, laid, line)
    return laid


def _lay(desk: MailDesk, laid: LaidOut, letter: Letter) -> None:
    known = laid.lines.get(letter.code)
    if known and known.state in LEFT:
        laid.kept += 1
        return
    if known and known.state in SENDABLE:
        _lay_again(desk, laid, letter, known)
        return
    for line in _earlier_drafts(laid, letter):
        if _is_edited(desk, line):
            laid.kept += 1
            laid.told.append(_told("THU-11", line))
            return
        _drop(desk, laid, line, is_said=False)
    _draft(desk, laid, letter)


def _lay_again(desk: MailDesk, laid: LaidOut, letter: Letter, known: LoggedLetter) -> None:
    """Keep the draft that lies there; one that says something else now is written anew unless edited."""
    path = desk.path_of(known)
    try:
        found = sha256_of(read_bytes(path))
    except MissingFile:
        laid.kept += 1
        laid.told.append(_told("THU-12", known))
        return
    drafted = known.drafted or desk.moment
    wanted = sha256_of(desk.bytes_of(letter, drafted))
    if found == wanted or found != known.sha256:
        laid.kept += 1
        if found != known.sha256:
            laid.told.append(_told("THU-13", known))
        return
    _draft(desk, laid, letter)


def _draft(desk: MailDesk, laid: LaidOut, letter: Letter) -> None:
    path = desk.folder / letter_name(letter)
    data = desk.bytes_of(letter, desk.moment)
    sha256 = sha256_of(data)
    laid.drafted += 1
    laid.files.append(NewFile(path, data, WhenThere.KEEP_OLDER))
    laid.lines[letter.code] = _line(desk, letter, path, sha256)


def _line(desk: MailDesk, letter: Letter, path: Path, sha256: str) -> LoggedLetter:
    top = desk.year.storage.master.parent
    is_below = path.is_relative_to(top)
    file = path.relative_to(top).as_posix() if is_below else str(path)
    return LoggedLetter(
        code=letter.code,
        kind=letter.kind,
        period=letter.period,
        unit=letter.unit,
        step=letter.step,
        subject=letter.subject,
        to=LISTED.join(map(str, letter.to)),
        cc=LISTED.join(map(str, letter.cc)),
        attachments=letter.attachment_names,
        drafted=desk.moment,
        file=file,
        message_id=letter.message_id,
        sha256=sha256,
    )


def _drop(desk: MailDesk, laid: LaidOut, line: LoggedLetter, *, is_said: bool = True) -> None:
    path = desk.path_of(line)
    if path.exists():
        laid.aside.append(path)
    laid.lines[line.code] = replace(line, state=LetterState.DROPPED)
    if is_said:
        laid.told.append(_told("THU-14", line))


def _earlier_drafts(laid: LaidOut, letter: Letter) -> Iterable[LoggedLetter]:
    for line in tuple(laid.lines.values()):
        if _series(line) == letter.series and line.state in SENDABLE:
            yield line


def _series(line: LoggedLetter) -> tuple[str, str, str]:
    return (line.kind, line.unit, line.period)


def _is_edited(desk: MailDesk, line: LoggedLetter) -> bool:
    try:
        data = read_bytes(desk.path_of(line))
    except MissingFile:
        return False
    return sha256_of(data) != line.sha256


def _told(code: str, line: LoggedLetter) -> str:
    facts = {
        "kind": line.kind,
        "unit": line.unit or line.to,
        "file": line.file,
    }
    return sentence(code, facts)
