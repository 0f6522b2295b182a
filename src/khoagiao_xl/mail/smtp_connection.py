"""A line to the office's mail server: encrypted, the certificate trusted, logged in; or why there is none."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.mail.smtp_refusals import PERMANENT, ServerUnusable, told_by, unusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from khoagiao_xl.office.settings import MailServer

# What we call ourselves: the name of the machine is nobody's business, and may not be ASCII.
_OURSELVES: Final = "[127.0.0.1]"
# The line is encrypted: the simplest first. Each with the method of smtplib that answers.
_WAYS_TO_LOG_IN: Final = {
    "PLAIN": "auth_plain",
    "LOGIN": "auth_login",
    "CRAM-MD5": "auth_cram_md5",
}


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
    told = line.esmtp_features.get("auth", "")
    offered = told.upper().split()
    if not offered and not door.server.account:
        return
    way = _way_to_log_in(offered)
    if not way:
        raise _not_let_in("THU-423", door)
    line.user = door.account
    line.password = door.password()
    respond = getattr(line, _WAYS_TO_LOG_IN[way])
    try:
        line.auth(way, respond)
    except smtplib.SMTPAuthenticationError as error:
        is_final = error.smtp_code >= PERMANENT
        code = "THU-421" if is_final else "THU-422"
        raise _not_let_in(code, door, told_by(error)) from error
    except UnicodeError as error:  # of an account or a password that no server knows
        raise _not_let_in("THU-421", door) from error


def _way_to_log_in(offered: Sequence[str]) -> str:
    """Return the first of our ways that is among those a server offers, blank for none."""
    for way in _WAYS_TO_LOG_IN:
        if way in offered:
            return way
    return ""


def _not_let_in(code: str, door: SmtpDoor, answer: str = "") -> ServerUnusable:
    host = door.server.host
    return ServerUnusable(
        code,
        host=host,
        account=door.account,
        answer=answer,
    )
