"""Why a mailbox cannot be read: one sentence each, and nothing was written."""

from __future__ import annotations

import imaplib
from typing import Any

import keyring.core
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.mail_passwords import password_of
from khoagiao_xl.steps import fetch_mail
from tests.mail.mailbox_server import FetchingOffice, breaking_line, free_port


def refused(office: FetchingOffice) -> tuple[str, str]:
    with pytest.raises(WrongRequest) as caught:
        office.fetch()
    assert not office.inbox.exists()
    return caught.value.code, str(caught.value)


@pytest.mark.parametrize(
    ("setting", "value", "code"),
    [
        ("imap_may_chu", "khong-co.invalid", "THU-511"),
        ("imap_may_chu", "localhost", "THU-515"),
        ("imap_thu_muc", "Không có", "THU-522"),
    ],
)
def test_a_setting_that_leads_nowhere_is_told(
    fetching: FetchingOffice, setting: str, value: str, code: str
) -> None:
    fetching.settings[setting] = value
    assert refused(fetching)[0] == code


def test_without_a_server_it_is_said_how_letters_come_in_by_hand(fetching: FetchingOffice) -> None:
    fetching.settings["imap_may_chu"] = ""
    outcome = fetching.fetch()
    assert (outcome.status, outcome.sentence[:30]) == (1, "Chưa ghi máy chủ nhận thư: ở t")


def test_a_folder_that_is_not_there_is_told_with_those_that_are(fetching: FetchingOffice) -> None:
    fetching.settings["imap_thu_muc"] = "Khong co"
    assert "INBOX" in refused(fetching)[1]


def test_a_port_at_which_nobody_listens_is_told(fetching: FetchingOffice) -> None:
    fetching.settings["imap_cong"] = str(free_port())
    assert refused(fetching)[0] == "THU-512"


@pytest.mark.parametrize(("after", "is_silent", "code"), [(0, True, "THU-513"), (0, False, "THU-517")])
def test_a_server_that_says_nothing_or_hangs_up_is_told(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch, after: int, is_silent: bool, code: str
) -> None:
    monkeypatch.setattr(fetch_mail, "PATIENCE", 1.0)
    with breaking_line(fetching.server.tls, after, is_silent=is_silent) as port:
        fetching.settings["imap_cong"] = str(port)
        assert refused(fetching)[0] == code


def test_a_network_that_is_out_of_reach_is_told(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("socket.create_connection", unreachable)
    assert refused(fetching)[0] == "THU-514"


def test_a_certificate_that_nobody_vouches_for_gets_no_password(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setattr(fetch_mail, "password_of", pytest.fail)
    assert refused(fetching)[0] == "THU-515"


def test_a_wrong_password_is_told_and_not_shown(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_mail, "password_of", lambda *_: "sai-mat-khau")
    code, told = refused(fetching)
    assert code == "THU-521"
    assert "sai-mat-khau" not in told


@pytest.mark.parametrize("password", ["mật khẩu có dấu", "hai\r\ndòng"])
def test_a_password_that_no_server_takes_is_a_wrong_one(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch, password: str
) -> None:
    monkeypatch.setattr(fetch_mail, "password_of", lambda *_: password)
    assert refused(fetching)[0] == "THU-521"


def test_a_password_that_was_never_stored_is_told_with_the_command(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch_mail, "password_of", lambda *_: None)
    code, told = refused(fetching)
    assert code == "THU-403"
    assert "khoagiao fetch" in told


def test_without_a_key_store_the_advice_is_about_fetching(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_store: Any = NoKeyring
    monkeypatch.setattr(fetch_mail, "password_of", password_of)
    monkeypatch.setattr(keyring.core, "_keyring_backend", no_store())
    code, told = refused(fetching)
    assert (code, "gửi" in told) == ("THU-404", False)
    assert told.endswith("tự lưu thư (.eml, .msg) hoặc tệp đính kèm vào hộp thư đến của kỳ.")


def test_starttls_is_as_good(fetching: FetchingOffice) -> None:
    fetching.settings |= {"imap_bao_mat": "STARTTLS", "imap_cong": str(fetching.server.starttls)}
    fetching.server.deliver(fetching.account, b"Subject: a\r\n\r\nb")
    assert fetching.fetch().counts["letters"] == 1


def test_what_is_not_encrypted_is_not_read(fetching: FetchingOffice) -> None:
    fetching.settings["imap_cong"] = str(fetching.server.starttls)  # spoken to by TLS from the beginning
    assert refused(fetching)[0] == "THU-516"


def test_a_server_without_starttls_gets_no_password(
    fetching: FetchingOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imaplib, "Commands", {**imaplib.Commands})
    monkeypatch.setattr(
        "imaplib.IMAP4._get_capabilities", lambda self: setattr(self, "capabilities", ("IMAP4REV1",))
    )
    fetching.settings |= {"imap_bao_mat": "STARTTLS", "imap_cong": str(fetching.server.starttls)}
    assert refused(fetching)[0] == "THU-516"
