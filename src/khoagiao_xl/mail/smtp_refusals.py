"""What a mail server may do to a letter: each a class that says whether it left, with its sentence."""

from __future__ import annotations

import smtplib
import socket
import ssl
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.server_faults import LONGEST_ANSWER, Told, code_of, why_untrusted

if TYPE_CHECKING:
    from khoagiao_xl.office.settings import MailServer

PERMANENT: Final = 500  # from this code on a server will not think otherwise
# Of what failed, the first class that fits, and the sentence that says what to do.
_FAILURES: Final[Told] = (
    (ssl.SSLCertVerificationError, "THU-415"),
    (ssl.SSLError, "THU-416"),
    (socket.gaierror, "THU-411"),
    (ConnectionRefusedError, "THU-412"),
    (TimeoutError, "THU-413"),
    (smtplib.SMTPNotSupportedError, "THU-417"),
    (smtplib.SMTPResponseException, "THU-418"),
    (smtplib.SMTPServerDisconnected, "THU-419"),
    (ConnectionError, "THU-419"),
    (Exception, "THU-414"),
)


class ServerUnusable(WrongRequest):
    """The server would refuse every letter alike; nothing of this one left."""


class LetterRefused(WrongRequest):
    """The server refused this letter; nothing of it left, others may."""


class LineDropped(WrongRequest):
    """The line broke before the letter was whole; nothing of it left, and another line may take it."""


class MaybeSent(WrongRequest):
    """The server has the whole letter and did not say that it keeps it: nobody knows whether it left."""


def unusable(error: Exception, server: MailServer, seconds: float) -> ServerUnusable:
    """Return what it means that no line to a server came about; seconds: how long it was waited for."""
    if is_silence(error):
        error = TimeoutError()
    return ServerUnusable(
        code_of(error, _FAILURES),
        host=server.host,
        port=server.port,
        seconds=seconds,
        why=why_untrusted(error),
        answer=told_by(error),
    )


def is_silence(error: Exception) -> bool:
    """Whether nothing came for too long; smtplib tells it as a broken line."""
    return isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError)


def answer_of(code: int, text: bytes) -> str:
    """Return the answer of a server as a person may read it: «550 5.1.1 No such user»."""
    told = text.decode("utf-8", "replace")
    words = told.split()
    answer = " ".join([f"{code}", *words])
    return answer[:LONGEST_ANSWER]


def told_by(error: Exception) -> str:
    """Return what a server answered where smtplib makes an error of it, else what the system says."""
    told = str(error)
    if not isinstance(error, smtplib.SMTPResponseException):
        return told[:LONGEST_ANSWER]
    text = error.smtp_error
    data = text if isinstance(text, bytes) else text.encode()
    return answer_of(error.smtp_code, data)
