"""The verb `send`: a master of files, a person at the terminal, a server that really takes the letters."""

from __future__ import annotations

import builtins
import getpass
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import keyring.core
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.cli import main
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.mail.mail_desk import MailDesk
from khoagiao_xl.mail.outbox import lay_out
from khoagiao_xl.model import schema
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job, Outcome
from khoagiao_xl.office.changes import Changes, write
from khoagiao_xl.office.year import Year
from tests.mail.post_office import ACCOUNT, HOST, PASSWORD, PostOffice
from tests.mail.sending_office import KeyStore, letter

NOW = datetime(2024, 1, 22, 8)  # noqa: DTZ001
Said = pytest.CaptureFixture[str]


@pytest.fixture
def sending_master(small_master: Path, master: Path, post: PostOffice, keys: KeyStore) -> Path:
    """A master with two drafts, that sends by the post office."""
    set_settings(
        master, email=ACCOUNT, cach_gui_thu="Máy chủ thư", smtp_may_chu=HOST, smtp_cong=str(post.port)
    )
    book = FileBook(master)
    desk = MailDesk(Year.read(book), master.parent / "thu-nhap", NOW)
    laid = lay_out(desk, [letter("A"), letter("B")], lambda _: False)
    changes = Changes(Outcome(""), files=tuple(laid.files)).with_table(schema.LETTERS, laid.rows)
    write(changes, book, NOW)
    book.save()
    return master


def set_settings(master: Path, **values: str) -> None:
    """Let a person fill in the settings."""
    book = FileBook(master)
    rows = [
        {**row, "Giá trị": values.get(str(row["Khóa"]), row["Giá trị"])} for row in book.read("tblCauHinh")
    ]
    book.write("tblCauHinh", rows)
    book.save()


def states(master: Path) -> list[object]:
    return [row["Trạng thái"] for row in FileBook(master).read("tblThu")]


def send(master: Path, *words: str) -> int:
    return main(["send", str(master), *words])


def at_the_terminal(monkeypatch: pytest.MonkeyPatch, typed: str) -> list[str]:
    """Let a person sit there who types this; return what is asked."""
    asked: list[str] = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    def answer(question: str) -> str:
        asked.append(question)
        return typed

    monkeypatch.setattr(builtins, "input", answer)
    monkeypatch.setattr(getpass, "getpass", answer)
    return asked


def test_who_types_the_number_of_letters_sends_them(
    sending_master: Path, post: PostOffice, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    asked = at_the_terminal(monkeypatch, "2")
    assert send(sending_master, "--period", "2024-M01") == 0
    assert asked == ["Gõ số thư (2) rồi Enter để gửi; Enter không để thôi: "]
    assert "1. a@khoi.example | Đôn đốc A" in capsys.readouterr().out
    assert (len(post.kept), states(sending_master)) == (2, ["đã gửi", "đã gửi"])


@pytest.mark.parametrize("typed", ["", "3", "có"])
def test_who_types_anything_else_sends_nothing(
    sending_master: Path, post: PostOffice, monkeypatch: pytest.MonkeyPatch, capsys: Said, typed: str
) -> None:
    at_the_terminal(monkeypatch, typed)
    assert send(sending_master) == 1
    assert capsys.readouterr().out.endswith("Không gửi thư nào.\n")
    assert (post.moments, states(sending_master)) == ([], ["đã soạn", "đã soạn"])


def test_where_nobody_can_be_asked_a_second_run_sends_nothing_either(
    sending_master: Path, post: PostOffice, capsys: Said
) -> None:
    before = sending_master.read_bytes()
    assert [send(sending_master, "--json"), send(sending_master, "--json")] == [1, 1]
    assert "thêm --yes" in json.loads(capsys.readouterr().out.splitlines()[0])["sentence"]
    assert (post.moments, sending_master.read_bytes()) == ([], before)


def test_yes_sends_at_once(sending_master: Path, post: PostOffice) -> None:
    assert send(sending_master, "--yes") == 0
    assert len(post.kept) == 2


def test_a_click_asks_and_the_next_click_sends(sending_master: Path, post: PostOffice) -> None:
    job = Job(NOW, Period.parse("2024-M01"))
    asked = run_action("gui_thu", sending_master, job)
    assert "Đúng thì bấm lần nữa trong 10 phút" in asked.sentence
    assert asked.paths[0].read_text(encoding="utf-8-sig").count("@khoi.example |") == 2
    assert run_action("gui_thu", sending_master, job).counts["sent"] == 2
    assert len(list((sending_master.parent / "thu-nhap" / "da-gui").glob("*.eml"))) == 2
    assert states(sending_master) == ["đã gửi", "đã gửi"]


def test_what_a_person_chooses_in_the_sheet_after_that_holds(sending_master: Path, post: PostOffice) -> None:
    send(sending_master, "--yes")
    book = FileBook(sending_master)
    book.write("tblThu", [{**row, "Trạng thái": "chưa gửi"} for row in book.read("tblThu")])
    book.save()
    send(sending_master, "--yes")
    assert (len(post.kept), states(sending_master)) == (4, ["đã gửi", "đã gửi"])


def test_going_back_to_an_older_master_sends_nothing_twice(sending_master: Path, post: PostOffice) -> None:
    before = sending_master.read_bytes()
    send(sending_master, "--yes")
    sending_master.write_bytes(before)
    send(sending_master, "--yes")
    assert (len(post.kept), states(sending_master)) == (2, ["đã gửi", "đã gửi"])


def test_where_the_office_sends_by_hand_verb_and_button_say_and_leave_the_same(
    sending_master: Path, post: PostOffice, capsys: Said
) -> None:
    set_settings(sending_master, cach_gui_thu="tệp .eml")
    assert send(sending_master, "--period", "2024-M01") == 0
    said = capsys.readouterr().out.strip()
    clicked = run_action("gui_thu", sending_master, Job(NOW, Period.parse("2024-M01")))
    results = [row["Kết quả"] for row in FileBook(sending_master).read("tblNhatKy")[:2]]
    assert [said, *results] == [clicked.sentence] * 3
    assert "thư đang chờ" in said
    assert post.moments == []


# -- passwords --------------------------------------------------------------------------------------------


def test_a_password_is_asked_for_unseen_and_kept_in_the_key_store(
    sending_master: Path, keys: KeyStore, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    asked = at_the_terminal(monkeypatch, "mat-khau-moi")
    assert send(sending_master, "--store-password") == 0
    assert asked == [f"Mật khẩu của {ACCOUNT} tại {HOST} (gõ không hiện chữ): "]
    assert keys.kept == {(f"khoagiao {HOST}", ACCOUNT): "mat-khau-moi"}
    assert "mat-khau-moi" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("typed", ["", "mật khẩu"])
def test_a_password_that_no_server_takes_is_not_kept(
    sending_master: Path, keys: KeyStore, monkeypatch: pytest.MonkeyPatch, capsys: Said, typed: str
) -> None:
    at_the_terminal(monkeypatch, typed)
    assert send(sending_master, "--store-password") == 2
    assert "máy chủ thư chỉ nhận chữ không dấu" in capsys.readouterr().err
    assert keys.kept == {}


def test_a_password_for_no_server_is_not_asked_for(sending_master: Path, capsys: Said) -> None:
    set_settings(sending_master, smtp_may_chu="")
    assert send(sending_master, "--store-password") == 2
    assert "điền khóa smtp_may_chu" in capsys.readouterr().err


class Locked(KeyStore):
    """A key store that its owner has not opened."""

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
        """Give nothing away."""
        raise KeyringLocked


@pytest.mark.parametrize(("store", "sentence"), [
    (NoKeyring, "Máy này không có kho khóa để cất mật khẩu"),
    (Locked, "mở khóa kho rồi làm lại"),
])  # fmt: skip
def test_a_machine_that_gives_no_password_says_so_and_sends_nothing(
    sending_master: Path,
    post: PostOffice,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
    store: Any,
    sentence: str,
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", store())
    assert send(sending_master, "--yes") == 2
    assert sentence in capsys.readouterr().err
    assert (post.kept, states(sending_master)) == ([], ["đã soạn", "đã soạn"])


def test_no_password_is_in_anything_that_is_kept_or_told(
    sending_master: Path, post: PostOffice, capsys: Said
) -> None:
    send(sending_master, "--yes")
    told = "".join(capsys.readouterr()).encode()
    files = [path.read_bytes() for path in sending_master.parent.rglob("*") if path.is_file()]
    sheets = str(
        [FileBook(sending_master).read(name) for name in ("tblCauHinh", "tblNhatKy", "tblThu")]
    ).encode()
    assert not any(PASSWORD.encode() in data for data in (told, sheets, *files))
