"""The line to the mail server that tblCauHinh names, with the password from the key store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.mail_passwords import account_at, password_of
from khoagiao_xl.mail.smtp_connection import Patience, SmtpDoor
from khoagiao_xl.mail.smtp_sending import SmtpSending

if TYPE_CHECKING:
    from khoagiao_xl.office.year import Year

VERB = "send"  # that stores the password


def office_line(year: Year) -> SmtpSending:
    """Return the line, a context; raise WrongRequest (THU-402) where the office has no address."""
    server = year.settings.mail.outgoing
    account = account_at(server, year.settings)

    def password() -> str:
        found = password_of(server, account)
        if found is not None:
            return found
        raise WrongRequest(
            "THU-403",
            account=account,
            host=server.host,
            verb=VERB,
            master=year.path.name,
        )

    door = SmtpDoor(
        server,
        account,
        password,
        Patience(),
    )
    return SmtpSending(door)
