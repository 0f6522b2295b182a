"""A whole intake from a real mailbox, typed at a terminal: 92 letters with odd names, every unit accounted for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import keyring
import pytest

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.demo.demo_figures import explanations_for, figures_of
from khoagiao_xl.doors.cli import main
from khoagiao_xl.forms.form_filling import Answers, Filler
from khoagiao_xl.forms.naming import form_name
from khoagiao_xl.model.periods import Period
from khoagiao_xl.office.year import read_year
from tests.mail.mailbox_server import HOST, PASSWORD, MailboxServer
from tests.mail.sending_office import KeyStore
from tests.mail.server_letters import standard
from tests.mail.test_fetching import letter_with, parts_of_every_kind

PERIOD = Period.parse("2024-M01")
ACCOUNT = "ca-nam@khoi.example"
Said = pytest.CaptureFixture[str]


class Terminal:
    """A person who types at a terminal, and reads what it answers."""

    def __init__(self, master: Path, said: Said) -> None:
        self.master = master
        self.said = said

    def type(self, verb: str, *more: str) -> dict[str, Any]:
        main([verb, str(self.master), "--period", str(PERIOD), "--json", *more])
        answer: dict[str, Any] = json.loads(self.said.readouterr().out)
        return answer

    def states(self) -> list[str]:
        return [str(row["Trạng thái"]) for row in FileBook(self.master).read("tblTiepNhan")]


@pytest.fixture
def terminal(
    master: Path,
    mailbox_server: MailboxServer,
    keys: KeyStore,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
) -> Terminal:
    """A terminal beside a master whose mailbox is at the server; its password is in the key store."""
    monkeypatch.setenv("SSL_CERT_FILE", str(mailbox_server.trusted))
    keyring.set_password(f"khoagiao {HOST}", ACCOUNT, PASSWORD)
    values = {"imap_may_chu": HOST, "imap_cong": str(mailbox_server.tls), "imap_tai_khoan": ACCOUNT}
    book = FileBook(master)
    rows = book.read("tblCauHinh")
    book.write(
        "tblCauHinh", [row | {"Giá trị": values.get(str(row["Khóa"]), row["Giá trị"])} for row in rows]
    )
    book.save()
    return Terminal(master, capsys)


def letters_of_all_units(master: Path) -> list[bytes]:
    """Return a letter of each unit with its filled form, each in another wrapping than the one before."""
    owed = read_year(master).obligations(PERIOD)
    letters = []
    for number, unit in enumerate(owed.owing):
        form = (master.parent / "bieu-mau" / str(PERIOD) / form_name(unit.code, str(PERIOD))).read_bytes()
        figures = figures_of(unit.code, PERIOD, list(owed.asked_of(unit)))
        filled = Filler(form).fill_in(form, Answers(figures, explanations_for(figures, PERIOD)))
        parts = parts_of_every_kind(filled)
        letters.append(letter_with(parts[number % len(parts)], number=number))
    return letters


def test_92_units_are_accounted_for_and_the_mailbox_is_as_it_was(
    terminal: Terminal, mailbox_server: MailboxServer
) -> None:
    terminal.type("forms")
    letters = letters_of_all_units(terminal.master)
    mailbox_server.deliver(ACCOUNT, *letters[:60])
    mailbox_server.deliver(ACCOUNT, *letters[60:], flags=r"\Seen")
    mailbox_server.deliver(ACCOUNT, standard())  # a letter of the office that came back is nobody's report
    before = mailbox_server.state(ACCOUNT)
    assert terminal.type("fetch", "--dry-run")["counts"]["letters"] == 93
    assert terminal.type("fetch")["counts"]["letters"] == 93
    taken = terminal.type("collect")["counts"]
    assert (len(letters), taken["files"], taken["reported"], taken["refused"]) == (92, 93, 92, 0)
    assert (len(terminal.states()), "chưa nộp" in terminal.states()) == (92, False)
    assert terminal.type("fetch")["counts"] == {"letters": 0, "known": 93, "own": 0, "left": 0}
    assert mailbox_server.state(ACCOUNT) == before
