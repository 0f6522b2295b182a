"""A post office on loopback and an office that sends by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import keyring.core
import pytest

from khoagiao_xl.mail import office_line
from khoagiao_xl.mail.smtp_connection import Patience
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
