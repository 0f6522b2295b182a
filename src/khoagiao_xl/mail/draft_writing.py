"""A draft gets its place in the folder and its line in tblThu; one that a killed run left gets its line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from khoagiao_xl.files import place_aside, read_bytes, sha256_of
from khoagiao_xl.mail.addresses import told_receiver
from khoagiao_xl.mail.draft_files import drafted_at, key_of
from khoagiao_xl.mail.letter_names import letter_name, numbered
from khoagiao_xl.mail.told_strays import ToldStrays
from khoagiao_xl.model.mail_records import LEFT, SENDABLE, LoggedLetter
from khoagiao_xl.office.changes import NewFile, WhenThere
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from khoagiao_xl.mail.draft_files import DraftFile
    from khoagiao_xl.mail.letter import Letter, Recipient
    from khoagiao_xl.mail.mail_desk import LaidOut, MailDesk

LISTED: Final = "; "


@dataclass
class DraftWriting:
    """What one run puts into the folder. occupied: names of files of others that were found there."""

    desk: MailDesk
    laid: LaidOut
    occupied: list[str] = field(default_factory=list)

    def draft(self, letter: Letter) -> None:
        """Write a draft, where no run that was killed has written it already."""
        path = self._place(letter)
        if path is None:
            return
        moment = self.desk.moment
        data = self.desk.bytes_of(letter, moment)
        self.laid.drafted += 1
        self.laid.files.append(NewFile(path, data, WhenThere.KEEP_OLDER))
        self._put_line(letter, path, data, moment)

    def adopt(self, letter: Letter, path: Path, data: bytes) -> None:
        """Take what lies there for the draft of a letter."""
        self.laid.keep()
        moment = drafted_at(data) or self.desk.moment
        self._put_line(letter, path, data, moment)
        holder = self._holder_of(path, letter)
        if holder:
            older = self.desk.drafts.file_of(holder).put_aside
            self._move_line(holder, older)

    # -- where --------------------------------------------------------------------------------------------

    def _place(self, letter: Letter) -> Path | None:
        """Return where a draft goes; None where the letter lies there, exactly as a run has written it."""
        for path in numbered(self.desk.folder / letter_name(letter)):
            found = self._lying_at(path)
            if found and self._is_adopted(letter, found):
                return None
            if self._is_free(path, letter):
                return path
        raise AssertionError

    def _is_free(self, path: Path, letter: Letter) -> bool:
        """Say whether nobody needs a path; a letter that has left makes room."""
        holder = self._holder_of(path, letter)
        if holder and not self._has_made_room(holder):
            return False
        found = self._lying_at(path)
        if found:
            self.occupied.append(found.name)
            receiver = told_receiver(letter.unit, _names(letter.to))
            facts = {"kind": letter.kind, "unit": receiver, "file": found.name}
            self.laid.told.append(sentence("THU-104", facts))
        return found is None

    def _lying_at(self, path: Path) -> Path | None:
        """Return the file that lies there when this run begins to write, under whatever capitals."""
        key = key_of(path)
        aside = map(key_of, self.laid.aside)
        return None if key in aside else self.desk.drafts.taken.get(key)

    def _holder_of(self, path: Path, letter: Letter) -> LoggedLetter | None:
        """Return the line of another letter that names this path."""
        top = self.desk.drafts.top
        for line in self.laid.lines:
            if line.code != letter.code and key_of(top / line.file) == key_of(path):
                return line
        return None

    def _is_adopted(self, letter: Letter, path: Path) -> bool:
        data = read_bytes(path) if path.is_file() else b""
        is_it = self.desk.is_draft_of(letter, data)
        if is_it:
            self.adopt(letter, path, data)
        return is_it

    # -- what lies there ----------------------------------------------------------------------------------

    def _has_made_room(self, holder: LoggedLetter) -> bool:
        """Put the file of a letter that has left among the older ones; say whether it is such a letter."""
        is_doubled = len(self.laid.lines_of(holder.code)) > 1
        if is_doubled or holder.state not in LEFT:
            return False
        found = self.desk.drafts.file_of(holder)
        place = self.cleared(found)
        self._move_line(holder, place)
        return True

    def cleared(self, found: DraftFile) -> Path | None:
        """Put a draft among the older ones, if a killed run has not; return where, None if there is none."""
        if found.is_as_written:
            return self.put_aside(found.path)
        if found.put_aside:
            return found.put_aside
        return self.put_aside(found.path) if found.is_there else None

    def put_aside(self, path: Path) -> Path:
        """Put a file among the older ones; return where."""
        self.laid.aside.append(path)
        return place_aside(path, self.desk.moment)

    # -- the lines ----------------------------------------------------------------------------------------

    def _move_line(self, line: LoggedLetter, place: Path | None) -> None:
        if place:
            file = self.desk.drafts.text_of(place)
            self.laid.put(replace(line, file=file))

    def _put_line(self, letter: Letter, path: Path, data: bytes, drafted: datetime) -> None:
        """Write the line of a draft; the note of a person and the day of an earlier attempt stay."""
        line = LoggedLetter(
            code=letter.code,
            kind=letter.kind,
            period=letter.period,
            unit=letter.unit,
            step=letter.step,
            subject=letter.subject,
            to=_names(letter.to),
            cc=_names(letter.cc),
            attachments=letter.attachment_names,
            drafted=drafted,
            file=self.desk.drafts.text_of(path),
            message_id=letter.message_id,
            sha256=sha256_of(data),
        )
        for known in self.laid.lines_of(letter.code):
            state = known.state if known.state in SENDABLE else line.state
            line = replace(line, state=state, note=known.note, sent=known.sent)
        self.laid.put(line)

    def tell_strays(self) -> None:
        """Say once which drafts lie in the folder that are none of this master's."""
        drafts = self.desk.drafts
        known = [drafts.top / line.file for line in self.laid.lines]
        told = ToldStrays.of(self.desk.year.storage)
        strays = drafts.strays([*known, *self.laid.aside])
        others = [path for path in strays if path.name not in self.occupied]
        names = [path.name for path in others if told.is_news(path)]
        if names:
            facts = {"count": len(names), "files": ", ".join(names)}
            self.laid.told.append(sentence("THU-10", facts))
            self.laid.notes.append(told.file)


def _names(recipients: Iterable[Recipient]) -> str:
    return LISTED.join(map(str, recipients))
