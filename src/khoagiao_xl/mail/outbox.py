"""The folder of drafts: each letter once, what a person edited kept, what is no longer so put aside.

A run may be killed between any two files, and before the sheet is stored; the next one finds by the letters
themselves and by the folder of older files what that run had done already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from khoagiao_xl.mail.draft_writing import DraftWriting
from khoagiao_xl.mail.lost_addresses import tell_lost_addresses
from khoagiao_xl.mail.mail_desk import LaidOut, MailDesk
from khoagiao_xl.mail.sending_journal import known_letters
from khoagiao_xl.model.mail_records import LEFT, SENDABLE, LetterState, LoggedLetter

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.mail.draft_files import DraftFile
    from khoagiao_xl.mail.letter import Letter

InScope = Callable[[LoggedLetter], bool]


def lay_out(desk: MailDesk, letters: Sequence[Letter], in_scope: InScope) -> LaidOut:
    """Return what the letters make of the folder and of tblThu.

    letters: all that are to be written now. in_scope: which earlier drafts would be among them if they still
    were right; those that are not are put aside.
    """
    known = known_letters(desk.year)
    laid = LaidOut(desk.year, list(known))
    laying = _Laying(DraftWriting(desk, laid), letters)
    for letter in letters:
        laying.lay(letter)
    for line in known:
        if line.state in SENDABLE and in_scope(line) and not laying.is_taken_care_of(line):
            laying.drop(line)
    laying.writing.tell_strays()
    tell_lost_addresses(laid, known)
    return laid


@dataclass
class _Laying:
    """One run. letters: all that it is to write."""

    writing: DraftWriting
    letters: Sequence[Letter]

    @cached_property
    def wanted(self) -> frozenset[str]:
        """The codes of its letters."""
        return frozenset(letter.code for letter in self.letters)

    def is_taken_care_of(self, line: LoggedLetter) -> bool:
        """Say whether a line is one of a letter of this run, or of one whose place such a letter takes."""
        if line.code in self.wanted:
            return True
        return any(letter.takes_place_of(line) for letter in self.letters)

    @property
    def laid(self) -> LaidOut:
        return self.writing.laid

    def _file_of(self, line: LoggedLetter) -> DraftFile:
        return self.writing.desk.drafts.file_of(line)

    # -- one letter ---------------------------------------------------------------------------------------

    def lay(self, letter: Letter) -> None:
        """Draft a letter, unless it lies there, has left, or a person wants something else."""
        lines = self.laid.lines_of(letter.code)
        came_back = [line for line in lines if line.state == LetterState.BOUNCED]
        if came_back:
            self.laid.keep("THU-106", came_back[0])
        elif any(line.state in LEFT for line in lines):
            self.laid.keep()
        elif len(lines) > 1:
            self.laid.keep("THU-102", lines[0], count=len(lines))
        elif lines:
            self._lay_known(letter, lines[0])
        elif self._has_cleared_series(letter):
            self.writing.draft(letter)

    def _lay_known(self, letter: Letter, known: LoggedLetter) -> None:
        found = self._file_of(known)
        if known.state == LetterState.DROPPED and found.is_among_older:
            self.writing.draft(letter)
        elif known.state == LetterState.DROPPED:
            self.laid.keep("THU-19", known)
        elif known.state not in SENDABLE:
            self.laid.keep("THU-101", known, state=known.state)
        elif not found.is_ours:
            self.laid.keep("THU-103", known)
        else:
            self._lay_again(letter, known, found)

    def _lay_again(self, letter: Letter, known: LoggedLetter, found: DraftFile) -> None:
        """Keep the draft that lies there; one that says something else now is written anew unless edited."""
        if found.data and self.writing.desk.is_draft_of(letter, found.data):
            self.writing.adopt(letter, found.path, found.data)
        elif found.is_as_written:
            self.writing.put_aside(found.path)
            self.writing.draft(letter)
        elif found.put_aside:
            self.writing.draft(letter)
        else:
            self.laid.keep("THU-13" if found.is_there else "THU-12", known)

    # -- its series ---------------------------------------------------------------------------------------

    def _has_cleared_series(self, letter: Letter) -> bool:
        """Let a letter take the place of those before it; say whether none is left that a person wants."""
        for line in self._before(letter):
            copies = self.laid.lines_of(line.code)
            if len(copies) > 1:
                self.laid.keep("THU-102", line, count=len(copies))
                return False
            found = self._file_of(line)
            is_edited = found.is_ours and found.is_worked_in
            if is_edited and letter.replaced is None:
                self.laid.keep("THU-11", line)
                return False
            if is_edited:
                self.laid.tell("THU-105", line)
            else:
                self._replace(line)
        return True

    def _before(self, letter: Letter) -> Iterator[LoggedLetter]:
        for line in tuple(self.laid.lines):
            is_draft = line.state in SENDABLE and line.code not in self.wanted
            if is_draft and letter.takes_place_of(line):
                yield line

    def _replace(self, line: LoggedLetter) -> None:
        """Let an older letter not be sent, as a newer one says all that it said."""
        if self._is_untouchable(line):
            return
        place = self.writing.cleared(self._file_of(line))
        self._put_dropped(line, place)
        if place is None:
            self.laid.tell("THU-18", line)

    def drop(self, line: LoggedLetter) -> None:
        """Let a letter that is no longer so not be sent; what lies there of it is put aside and told."""
        if self._is_untouchable(line):
            return
        found = self._file_of(line)
        code = "THU-16" if found.is_worked_in or found.was_worked_in else "THU-14"
        place = self.writing.cleared(found)
        if place is None:
            code = "THU-17"
        dropped = self._put_dropped(line, place)
        self.laid.tell(code, dropped)

    def _is_untouchable(self, line: LoggedLetter) -> bool:
        """Say, also to the office, whether a person made of a line what only a person can undo."""
        copies = self.laid.lines_of(line.code)
        if len(copies) > 1:
            self.laid.tell("THU-102", line, count=len(copies))
            return True
        if not self._file_of(line).is_ours:
            self.laid.tell("THU-103", line)
            return True
        return False

    def _put_dropped(self, line: LoggedLetter, place: Path | None) -> LoggedLetter:
        file = self.writing.desk.drafts.text_of(place) if place else line.file
        dropped = replace(line, state=LetterState.DROPPED, file=file)
        self.laid.put(dropped)
        return dropped
