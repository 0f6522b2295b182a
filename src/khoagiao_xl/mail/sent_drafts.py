"""Drafts that left or lie in Outlook go into a folder of their own: nobody sends them by hand as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.mail_records import LetterState, LoggedLetter

if TYPE_CHECKING:
    from khoagiao_xl.mail.sending_journal import SendingJournal

FOLDERS: Final = {  # beside the drafts that wait
    LetterState.SENT: "da-gui",
    LetterState.IN_OUTLOOK: "trong-outlook",
}


@dataclass
class SentDrafts:
    """lines: of tblThu, each naming where its letter lies now. moved: where a draft lies -> where it goes."""

    lines: list[LoggedLetter] = field(default_factory=list)
    moved: dict[Path, Path] = field(default_factory=dict)


def cleared(lines: Sequence[LoggedLetter], journal: SendingJournal, top: Path) -> SentDrafts:
    """Return what becomes of the drafts that the program has sent or put into Outlook.

    It may have been in a run that was killed. top: the folder from which the files of tblThu are reckoned.
    """
    found = SentDrafts()
    for line in lines:
        path = top / line.file
        folder = _folder_of(line, journal)
        if not folder or not _lies_among_drafts(path):
            found.lines.append(line)
            continue
        place = path.parent / folder / path.name
        file = _from_top(place, top)
        found.moved[path] = place
        found.lines.append(replace(line, file=file))
    return found


def _folder_of(line: LoggedLetter, journal: SendingJournal) -> str:
    """Return where the file of a letter belongs; blank where it stays."""
    if line.code not in journal.attempts:
        return ""
    for state, folder in FOLDERS.items():
        if line.state == state:
            return folder
    return ""


def _lies_among_drafts(path: Path) -> bool:
    return path.parent.name not in FOLDERS.values() and path.is_file()


def _from_top(place: Path, top: Path) -> str:
    if place.is_relative_to(top):
        place = place.relative_to(top)
    return place.as_posix()
