"""What a step decided, as data: tables to be written, files to be made, what is told. Written once, here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from khoagiao_xl import files
from khoagiao_xl.model.results import Outcome, Progress, in_silence
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.books.base import Book, Row
    from khoagiao_xl.files.passing_file import PassingFile
    from khoagiao_xl.model.schema import Table
    from khoagiao_xl.office.year import Year

Content = bytes | Callable[[], bytes]


class WhenThere(Enum):
    """What happens to a file that stands already where a new one goes."""

    KEEP_OLDER = "older"  # a person may have worked in it: put into `ban-cu` when it differs
    ONCE = "once"  # the same bytes by the same name: the one that is there is right
    REPLACE = "replace"  # the program's own, which nobody edits


@dataclass(frozen=True)
class NewFile:
    """A file to be written; its content may be made only then, so that a thousand need no memory."""

    path: Path
    content: Content
    when_there: WhenThere = WhenThere.KEEP_OLDER

    @property
    def is_there(self) -> bool:
        """Whether the file that stands there already is right."""
        return self.when_there is WhenThere.ONCE and self.path.exists()

    def bytes(self) -> bytes:
        """Return what goes into the file."""
        content = self.content
        return content() if callable(content) else content


@dataclass(frozen=True)
class Changes:
    """tables: table name -> its new rows (heading -> value), whole. aside: files put into `ban-cu`.
    moved: where a file lies -> where it goes.

    A table that is not named stays as it is. progress: what is said while files are written.
    tells_unread: the outcome itself names the rows typed below a table, which every other step is blind to.
    logs: whether the journal gets a line, and what is written a way back; None where that follows from what
    is written. A look at the figures is nothing that anybody goes back from.
    """

    outcome: Outcome
    tables: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    files: tuple[NewFile, ...] = ()
    aside: tuple[Path, ...] = ()
    moved: Mapping[Path, Path] = field(default_factory=dict)
    progress: str = ""
    tells_unread: bool = False
    logs: bool | None = None

    @property
    def is_logged(self) -> bool:
        """Whether the journal gets a line of it."""
        if self.logs is not None:
            return self.logs
        return bool(self.tables or self.outcome.paths)

    def with_table(self, table: Table, rows: Iterable[Row]) -> Changes:
        """Return the changes with the whole body of one more table."""
        tables = dict(self.tables)
        tables[table.name] = list(rows)
        return replace(self, tables=tables)

    def differing_from(self, year: Year) -> Changes:
        """Return the changes without the tables that stand in the master already, row by row."""
        tables = dict(self.tables)
        for name, rows in self.tables.items():
            if year.holds(name, rows):
                del tables[name]
        return replace(self, tables=tables)


def write(changes: Changes, book: Book, moment: datetime, progress: Progress = in_silence) -> Outcome:
    """Write the files, then hand the tables to `book`, whose `save` makes them last; return what is told.

    moment: names the folder of what was put aside. Raise CannotWrite where the system refuses.
    """
    for path, place in changes.moved.items():
        files.move(path, place, moment)
    older = _put_aside(changes.aside, moment)
    older += _write_files(changes, moment, progress)
    for table, rows in changes.tables.items():
        book.write(table, rows)
    return _with_older(changes.outcome, older)


def write_files(changes: Changes, moment: datetime) -> Outcome:
    """Write the files of changes that belong to no master; return what is told. Raise CannotWrite."""
    older = _write_files(changes, moment, in_silence)
    return _with_older(changes.outcome, older)


def _write_files(changes: Changes, moment: datetime, progress: Progress) -> int:
    """Write the new files; return how many others were put aside for them."""
    tell = progress if changes.progress else in_silence
    count = len(changes.files)
    done = 0
    older = 0
    for first in range(0, count, files.MOST_TOGETHER):
        beyond = first + files.MOST_TOGETHER
        some = changes.files[first:beyond]
        for is_older in _written_together(some, moment):
            done += 1
            older += is_older
            tell(changes.progress, done, count)
    return older


def _written_together(some: Sequence[NewFile], moment: datetime) -> Iterator[bool]:
    """Lay files beside their places, make sure of all at once, then give them their names in their order.

    Yield of each whether another one was put aside for it. A disk makes sure of many as fast as of one.
    """
    with ExitStack() as stack:
        laid = [_laid(new, stack) for new in some]
        waiting = filter(None, laid)
        files.make_sure_of(waiting)
        pairs = zip(some, laid, strict=True)
        for new, passing in pairs:
            yield _put(new, passing, moment)


def _laid(new: NewFile, stack: ExitStack) -> PassingFile | None:
    """Return a new file beside its place; None where the one that is there is right."""
    if new.is_there:
        return None
    data = new.bytes()
    passing = files.lay_beside(new.path, data)
    return stack.enter_context(passing)


def _put(new: NewFile, passing: PassingFile | None, moment: datetime) -> bool:
    """Give one file its name; say whether another one was put aside for it."""
    if passing is None or new.is_there:  # the same one may have come twice
        return False
    if new.when_there is WhenThere.KEEP_OLDER:
        return files.put_beside_older(passing, moment)
    files.put_in_place(passing)
    return False


def _put_aside(paths: Iterable[Path], moment: datetime) -> int:
    """Put files into `ban-cu`; return how many of them there were."""
    count = 0
    for path in paths:
        aside = files.put_aside(path, moment)
        count += aside is not None
    return count


def _with_older(outcome: Outcome, older: int) -> Outcome:
    if not older:
        return outcome
    facts = {"count": older, "folder": files.OLDER}
    told = sentence("TEP-12", facts)
    details = (*outcome.details, told)
    return replace(outcome, details=details)
