"""What a mailbox may do to one who wants to read it, each with its sentence."""

from __future__ import annotations

import imaplib
import socket
import ssl
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.wording.sent_letters import CERTIFICATE_FAULTS, UNTRUSTED

if TYPE_CHECKING:
    from collections.abc import Collection

    from khoagiao_xl.office.settings import MailServer

LONGEST_ANSWER: Final = 160
_Told = tuple[tuple[type[Exception], str], ...]
# Of what failed, the first class that fits, and the sentence that says what to do.
_BEFORE: Final[_Told] = (
    (ssl.SSLCertVerificationError, "THU-515"),
    (ssl.SSLEOFError, "THU-517"),
    (ssl.SSLError, "THU-516"),
    (ValueError, "THU-516"),  # STARTTLS at the port of TLS
    (socket.gaierror, "THU-511"),
    (ConnectionRefusedError, "THU-512"),
    (TimeoutError, "THU-513"),
    (imaplib.IMAP4.abort, "THU-517"),
    (ConnectionError, "THU-517"),
    (Exception, "THU-514"),
)
_MEANWHILE: Final[_Told] = (
    (TimeoutError, "THU-531"),
    (Exception, "THU-532"),
)


class MailboxUnusable(WrongRequest):
    """The mailbox cannot be read, or not on; what was fetched of it stays."""


class NoEncryption(ssl.SSLError):
    """The server has no STARTTLS."""


def refuse_plain(capabilities: Collection[str]) -> None:
    """Raise NoEncryption for a server that has no STARTTLS."""
    if "STARTTLS" not in capabilities:
        raise NoEncryption


def no_line(error: Exception, server: MailServer, seconds: float) -> MailboxUnusable:
    """Return what it means that no line to a server came about; seconds: how long it was waited for."""
    return _refusal(_BEFORE, error, server, seconds)


def line_broken(error: Exception, server: MailServer, seconds: float) -> MailboxUnusable:
    """Return what it means that a line broke while letters were fetched."""
    return _refusal(_MEANWHILE, error, server, seconds)


def _refusal(told: _Told, error: Exception, server: MailServer, seconds: float) -> MailboxUnusable:
    if isinstance(error.__context__, TimeoutError):  # imaplib tells silence as a broken line
        error = error.__context__
    code = next(code for kind, code in told if isinstance(error, kind))
    return MailboxUnusable(
        code,
        host=server.host,
        port=server.port,
        seconds=seconds,
        why=_why_untrusted(error),
        answer=shown_answer(error),
    )


def shown_answer(error: object) -> str:
    """Return what a server or the system said, as a person may read it."""
    words = str(error).split()
    return " ".join(words)[:LONGEST_ANSWER]


def _why_untrusted(error: Exception) -> str:
    if not isinstance(error, ssl.SSLCertVerificationError):
        return ""
    return CERTIFICATE_FAULTS.get(error.verify_code, UNTRUSTED)
