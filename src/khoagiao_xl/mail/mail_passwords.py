"""Passwords of the mail servers: in the key store of the system, never in workbook, log or command."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.addresses import read_addresses
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.office.settings import MailServer, Settings

# What an office without a key store does for want of a password, to send and to fetch.
TO_SEND: Final = "THU-409"
TO_FETCH: Final = "THU-410"


def account_at(server: MailServer, settings: Settings) -> str:
    """Return the account that logs in: the one of tblCauHinh, else the office's address.

    Raise WrongRequest (THU-402) where there is neither.
    """
    return server.account or own_address(settings)


def own_address(settings: Settings) -> str:
    """Return the address that the office writes from; raise WrongRequest (THU-402) where there is none."""
    own = read_addresses(settings.email)
    if not own.sound:
        raise WrongRequest("THU-402")
    return own.sound[0]


def password_of(server: MailServer, account: str, otherwise: str = TO_SEND) -> str | None:
    """Return the password of an account, None where none is stored; raise WrongRequest (THU-404, THU-405).

    otherwise: what is done where there is no key store, one of TO_SEND and TO_FETCH.
    """
    import keyring

    with _key_store(otherwise):
        return keyring.get_password(_shelf(server), account)


def store_password(server: MailServer, account: str, password: str, otherwise: str = TO_SEND) -> None:
    """Store a password; raise WrongRequest: THU-406 for one that no server takes, THU-404, THU-405."""
    import keyring

    if not password or not password.isascii():
        raise WrongRequest("THU-406")
    with _key_store(otherwise):
        keyring.set_password(_shelf(server), account, password)


@contextlib.contextmanager
def _key_store(otherwise: str) -> Iterator[None]:
    from keyring.errors import KeyringError, NoKeyringError

    try:
        yield
    except NoKeyringError as error:
        advice = sentence(otherwise, {})
        raise WrongRequest("THU-404", otherwise=advice) from error
    except KeyringError as error:
        raise WrongRequest("THU-405") from error


def _shelf(server: MailServer) -> str:
    """Return under what name the passwords of a server lie in the key store."""
    return f"khoagiao {server.host}"
