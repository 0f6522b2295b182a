"""A post office on loopback and an office that sends by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring.core
import pytest

from khoagiao_xl.files import sha256_of
from khoagiao_xl.mail import office_line
from khoagiao_xl.mail.smtp_connection import Patience
from khoagiao_xl.steps import fetch_mail
from tests.mail.mailbox_server import PASSWORD, PROGRAM, FetchingOffice, MailboxServer, serving
from tests.mail.post_office import PostOffice, open_office
from tests.mail.sending_office import KeyStore, SendingOffice, letter

WAITED = {
    "CONNECT": "line",
    "AUTH": "line",
    "MAIL": "answer",
    "RCPT": "answer",
    "DATA": "answer",
    "KEPT": "kept",
}


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyStore]:
    """A key store that knows the password of the post office."""
    store = KeyStore()
    monkeypatch.setattr(keyring.core, "_keyring_backend", store)
    yield store
    KeyStore.kept.clear()


@pytest.fixture
def wait_little(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let nobody wait long for the server's answer at a moment; all else may take its time on a busy machine."""

    def shorten(moment: str) -> None:
        seconds = {"line": 60, "answer": 60, "kept": 60, WAITED[moment]: 1}
        monkeypatch.setattr(office_line, "Patience", lambda: Patience(**seconds))

    return shorten


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[PostOffice]:
    """A post office that takes everything, with STARTTLS and a login."""
    with open_office(tmp_path) as office:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "tin-cay.pem"))
        yield office


@pytest.fixture
def sending(tmp_path: Path, post: PostOffice, keys: KeyStore) -> SendingOffice:
    """An office with three drafts that wait."""
    office = SendingOffice(tmp_path, post.port)
    office.drafts(letter("A"), letter("B"), letter("C"))
    return office


@pytest.fixture(scope="session")
def mailbox_server() -> Iterator[MailboxServer]:
    """A dovecot of this session; the test command installs it on Debian."""
    if PROGRAM is None:
        pytest.skip("no dovecot on this machine (Debian: apt-get install dovecot-imapd)")
    with serving() as server:
        yield server


@pytest.fixture
def fetching(
    tmp_path: Path,
    mailbox_server: MailboxServer,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> FetchingOffice:
    """An office with a mailbox of its own, empty, whose server it trusts and whose password it knows."""
    account = f"hop-thu-{sha256_of(request.node.nodeid.encode())[:12]}@khoi.example"
    monkeypatch.setenv("SSL_CERT_FILE", str(mailbox_server.trusted))
    monkeypatch.setattr(fetch_mail, "password_of", lambda *_: PASSWORD)
    return FetchingOffice(tmp_path, mailbox_server, account)
