"""One letter over a line: to all its recipients or to none, and what is known of it at every moment."""

from __future__ import annotations

import contextlib
import re
import smtplib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from khoagiao_xl.mail.smtp_connection import SmtpDoor, open_line
from khoagiao_xl.mail.smtp_refusals import (
    PERMANENT,
    LetterRefused,
    LineDropped,
    MaybeSent,
    ServerUnusable,
    answer_of,
    is_silence,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_LINE_STARTS_WITH_DOT: Final = re.compile(rb"(?m)^\.")
_PIECE: Final = 64 * 1024  # bytes at a time, each in its own time: a slow line is not a broken one
_BUSY, _TOO_LARGE, _LOGIN_WANTED = 421, (452, 552), 530
_KEPT, _FORWARDED, _GO_ON = 250, 251, 354


@dataclass(frozen=True)
class OutgoingLetter:
    """A letter as it goes over the line. data: whole, its lines end in CRLF. recipients: bare addresses."""

    data: bytes
    sender: str
    recipients: tuple[str, ...]

    @property
    def megabytes(self) -> float:
        """Its size over the line."""
        return len(self.data) / 1e6


class SmtpSending:
    """A context in which letters are handed over one by one; a line that broke is opened anew."""

    def __init__(self, door: SmtpDoor) -> None:
        self._door = door
        self._line: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        """Open the line; raise ServerUnusable."""
        self._opened()
        return self

    def __exit__(self, *_: object) -> None:
        if self._line:
            with contextlib.suppress(OSError):
                self._line.quit()
        self._drop()

    def deliver(self, letter: OutgoingLetter, begin: Callable[[], None]) -> None:
        """Hand a letter over; nothing is returned before the server has said that it keeps it.

        begin: is called before the first byte that cannot be taken back. Raise LetterRefused, LineDropped,
        MaybeSent, ServerUnusable.
        """
        line = self._opened()
        try:
            self._address(line, letter)
            begin()
            self._hand_over(line, letter)
        except OSError as error:  # every SMTPException is one
            self._drop()
            raise LineDropped("THU-436") from error
        except MaybeSent:
            self._drop()
            raise

    def _opened(self) -> smtplib.SMTP:
        if self._line is None:
            self._line = open_line(self._door)
            self._wait(self._line, self._door.patience.answer)
        return self._line

    def _drop(self) -> None:
        if self._line:
            self._line.close()
        self._line = None

    @staticmethod
    def _wait(line: smtplib.SMTP, seconds: float) -> None:
        if line.sock:
            line.sock.settimeout(seconds)

    # -- the envelope -------------------------------------------------------------------------------------

    def _address(self, line: smtplib.SMTP, letter: OutgoingLetter) -> None:
        """Say from whom and to whom; where one recipient is refused, none gets the letter."""
        options = _options(line, letter)
        code, text = line.mail(letter.sender, options)
        if code != _KEPT:
            raise self._sender_refused(code, text, letter)
        told = ""
        refused = []
        for recipient in letter.recipients:
            code, text = line.rcpt(recipient)
            if code in (_KEPT, _FORWARDED):
                continue
            answer = self._recipient_refused(code, text, letter)
            refused.append(f"{recipient} ({answer})")
            told = "THU-431" if code >= PERMANENT else told or "THU-432"
        if refused:
            self._forget(line)
            raise LetterRefused(told, refused=", ".join(refused))

    def _recipient_refused(self, code: int, text: bytes, letter: OutgoingLetter) -> str:
        """Return why a server refused a recipient; raise where it would refuse every other one, too."""
        answer = answer_of(code, text)
        if code == _BUSY:
            raise smtplib.SMTPServerDisconnected(answer)
        if code == _LOGIN_WANTED:
            raise self._unusable("THU-424", answer, letter)
        return answer

    def _sender_refused(self, code: int, text: bytes, letter: OutgoingLetter) -> Exception:
        answer = answer_of(code, text)
        if code == _BUSY:
            return smtplib.SMTPServerDisconnected(answer)
        if code in _TOO_LARGE:
            return _refused(code, text, letter)
        if code == _LOGIN_WANTED:
            return self._unusable("THU-424", answer, letter)
        told = "THU-425" if code >= PERMANENT else "THU-426"
        return self._unusable(told, answer, letter)

    def _forget(self, line: smtplib.SMTP) -> None:
        """Let the server forget a letter that it refused; one that hangs up instead has forgotten it, too."""
        try:
            line.rset()
        except OSError:
            self._drop()

    def _unusable(self, code: str, answer: str, letter: OutgoingLetter) -> ServerUnusable:
        return ServerUnusable(
            code,
            host=self._door.server.host,
            answer=answer,
            sender=letter.sender,
        )

    # -- the letter ---------------------------------------------------------------------------------------

    def _hand_over(self, line: smtplib.SMTP, letter: OutgoingLetter) -> None:
        code, text = line.docmd("data")
        if code == _BUSY:
            raise smtplib.SMTPServerDisconnected
        if code != _GO_ON:
            self._forget(line)
            raise _refused(code, text, letter)
        stuffed = _LINE_STARTS_WITH_DOT.sub(b"..", letter.data)
        for start in range(0, len(stuffed), _PIECE):
            end = start + _PIECE
            line.send(stuffed[start:end])
        code, text = self._answer_to_end(line)
        if code == _BUSY:
            self._drop()
        if code != _KEPT:
            raise _refused(code, text, letter)

    def _answer_to_end(self, line: smtplib.SMTP) -> tuple[int, bytes]:
        """Send the dot that ends a letter; from here on a broken line says nothing of what became of it."""
        seconds = self._door.patience.kept
        self._wait(line, seconds)
        try:
            line.send(b".\r\n")
            answer = line.getreply()
        except OSError as error:
            code = "THU-439" if is_silence(error) else "THU-438"
            raise MaybeSent(code, seconds=seconds) from error
        self._wait(line, self._door.patience.answer)
        return answer


def _options(line: smtplib.SMTP, letter: OutgoingLetter) -> list[str]:
    """Return what the server is told of a letter; raise LetterRefused for one that it could not take."""
    options = []
    if line.has_extn("size"):
        options.append(f"size={len(letter.data)}")
    if not letter.data.isascii():
        if not line.has_extn("8bitmime"):
            raise LetterRefused("THU-437")
        options.append("body=8bitmime")
    return options


def _refused(code: int, text: bytes, letter: OutgoingLetter) -> LetterRefused:
    answer = answer_of(code, text)
    if code in _TOO_LARGE:
        size = round(letter.megabytes, 1)
        return LetterRefused("THU-433", size=size, answer=answer)
    told = "THU-434" if code >= PERMANENT else "THU-435"
    return LetterRefused(told, answer=answer)
