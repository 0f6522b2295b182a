"""One attempt to send a letter, and how the journal of sending writes it: a JSON object on its own line."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from khoagiao_xl.model.mail_records import LetterState, LoggedLetter

_MOMENTS: Final = ("drafted", "sent")
_FIELDS: Final = frozenset(field.name for field in fields(LoggedLetter))


@dataclass(frozen=True)
class Attempt:
    """line: of tblThu, as the letter left. at: by the clock of the office. note: why it could not be sent."""

    line: LoggedLetter
    at: datetime
    state: LetterState = LetterState.SENDING
    note: str = ""

    @property
    def outcome(self) -> LetterState:
        """What came of it; where nobody wrote that down, the server may have the letter or not."""
        return LetterState.UNKNOWN if self.state is LetterState.SENDING else self.state

    @property
    def told_line(self) -> LoggedLetter:
        """The line of tblThu that tells of it; what a person noted stays before the program's note."""
        line = self.line
        notes = filter(None, [line.note, self.note])
        return replace(
            line,
            state=self.outcome,
            sent=self.at,
            note="\n".join(notes),
        )

    def told_of(self, line: LoggedLetter) -> LoggedLetter:
        """Return the line of the sheet, which has not seen it, with what came of it."""
        told = self.told_line
        file = line.file or told.file
        return replace(told, file=file)

    def is_seen_in(self, line: LoggedLetter) -> bool:
        """Whether the sheet was written after it; «đã gửi» is never doubted."""
        if line.state == LetterState.SENT:
            return True
        return line.sent is not None and line.sent >= self.at

    def note_without(self, line: LoggedLetter) -> str:
        """Return the note of a line without what this attempt had put there."""
        rest = line.note.removesuffix(self.note)
        return rest.strip()


def json_line(attempt: Attempt) -> bytes:
    """Return the attempt as a line of the journal; it begins one anew, should the last one be torn."""
    facts = asdict(attempt)
    text = json.dumps(facts, ensure_ascii=False, default=datetime.isoformat)
    return f"\n{text}\n".encode()


def attempts_of(data: bytes) -> dict[str, Attempt]:
    """Return code of a letter -> the last attempt of a journal.

    A torn line is passed over: it was not on the disk when the work stopped, so what it tells had not begun.
    """
    attempts = {}
    for line in data.splitlines():
        attempt = _parsed(line)
        if attempt:
            attempts[attempt.line.code] = attempt
    return attempts


def _parsed(line: bytes) -> Attempt | None:
    try:
        facts = json.loads(line)
        return Attempt(
            line=_letter(facts["line"]),
            at=datetime.fromisoformat(facts["at"]),
            state=LetterState(facts["state"]),
            note=facts["note"],
        )
    except (ValueError, TypeError, KeyError):
        return None


def _letter(facts: dict[str, Any]) -> LoggedLetter:
    """Return a line of tblThu; what another version of the program knew of it besides is passed over."""
    known = {name: facts[name] for name in _FIELDS & facts.keys()}
    for name in _MOMENTS:
        text = known.get(name)
        known[name] = datetime.fromisoformat(text) if text else None
    names = known["attachments"]
    known["attachments"] = tuple(names)
    return LoggedLetter(**known)
