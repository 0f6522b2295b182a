"""A line to the office's mail server: encrypted, the certificate trusted, logged in; or why there is none."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.smtp_refusals import ServerUnusable, answer_of, unusable

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.office.settings import MailServer

# What we call ourselves: the name of the machine is nobody's business, and may not be ASCII.
_OURSELVES: Final = "[127.0.0.1]"
_WAYS_TO_LOG_IN: Final = ("PLAIN", "LOGIN", "CRAM-MD5")  # the line is encrypted: the simplest first


@dataclass(frozen=True)
class Patience:
    """Seconds that are waited: for a line, for an answer, and for the one that says the letter is kept."""

    line: float = 30
    answer: float = 60
    kept: float = 300  # a server that searches attachments takes its time; who waits less does not know


@dataclass(frozen=True)
class SmtpDoor:
    """Where letters go out. account: that logs in. password: asked for only where the server wants one."""

    server: MailServer
    account: str
    password: Callable[[], str]
    patience: Patience = Patience()


def open_line(door: SmtpDoor) -> smtplib.SMTP:
    """Return a line on which letters can be handed over; raise ServerUnusable, and what `password` raises."""
    server, seconds = door.server, door.patience.line
    try:
        line = _encrypted(server, seconds)
    except (OSError, ValueError) as error:  # every SMTPException is an OSError; a name may be no name at all
        raise unusable(error, server, seconds) from error
    try:
        line.ehlo_or_helo_if_needed()
        _log_in(line, door)
    except (smtplib.SMTPServerDisconnected, smtplib.SMTPHeloError) as error:
        line.close()
        raise unusable(error, server, seconds) from error
    except Exception:
        line.close()
        raise
    return line


def _encrypted(server: MailServer, seconds: float) -> smtplib.SMTP:
    context = ssl.create_default_context()
    place = (server.host, server.port, _OURSELVES)
    if server.cipher == "TLS":
        return smtplib.SMTP_SSL(*place, timeout=seconds, context=context)
    line = smtplib.SMTP(*place, timeout=seconds)
    try:
        line.starttls(context=context)
    except Exception:
        line.close()
        raise
    return line


def _log_in(line: smtplib.SMTP, door: SmtpDoor) -> None:
    """Log in where the server offers it; one that asks for no account needs none."""
    facts = {"host": door.server.host, "account": door.account}
    offered = line.esmtp_features.get("auth", "").upper().split()
    if not offered and not door.server.account:
        return
    way = next((way for way in _WAYS_TO_LOG_IN if way in offered), "")
    if not way:
        raise ServerUnusable("THU-423", **facts)
    line.user, line.password = door.account, door.password()
    answers = {"PLAIN": line.auth_plain, "LOGIN": line.auth_login, "CRAM-MD5": line.auth_cram_md5}
    try:
        line.auth(way, answers[way])
    except smtplib.SMTPAuthenticationError as error:
        code = "THU-422" if error.smtp_code < 500 else "THU-421"
        text = error.smtp_error
        answer = answer_of(error.smtp_code, text if isinstance(text, bytes) else text.encode())
        raise ServerUnusable(code, **facts, answer=answer) from error
    except UnicodeError as error:  # of an account or a password that no server knows
        raise ServerUnusable("THU-421", **facts, answer="") from error
