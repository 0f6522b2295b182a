"""Letters that leave over a real server: the draft as it lies there, once, and what is said of each bad moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail.letter_reading import read_letter
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.steps import send_mail
from tests.mail.post_office import ACCOUNT, PostOffice, answer, open_office
from tests.mail.sending_office import NOW, KeyStore, SendingOffice, letter, workbook

SENT = {"A": "đã gửi", "B": "đã gửi", "C": "đã gửi"}


def test_every_draft_that_waits_is_sent_and_logged(sending: SendingOffice, post: PostOffice) -> None:
    outcome = sending.send()
    assert (outcome.sentence, outcome.status) == ("Đã gửi 3 trong 3 thư qua 127.0.0.1.", 0)
    assert sending.states == SENT
    assert [kept.recipients for kept in post.kept] == [
        ["a@khoi.example"],
        ["b@khoi.example"],
        ["c@khoi.example"],
    ]
    assert {kept.sender for kept in post.kept} == {ACCOUNT}


def test_what_leaves_is_the_draft_as_it_lies_there(sending: SendingOffice, post: PostOffice) -> None:
    before = sending.draft("B").read_bytes()
    sending.send()
    sent = post.kept[1].data
    assert b"X-Unsent" not in sent
    assert b"Date: Mon, 22 Jan 2024 08:00:0" in sent
    assert b"+0700\r\n" in sent
    assert without_day(sent) == without_day(before)


def test_what_a_person_changed_in_a_draft_is_what_leaves(sending: SendingOffice, post: PostOffice) -> None:
    sending.change_draft("B", b"To: b@khoi.example", b"To: van-thu@khoi.example\r\nCc: tren@khoi.example")
    sending.send()
    assert post.kept[1].recipients == ["van-thu@khoi.example", "tren@khoi.example"]
    (line,) = (line for line in sending.lines if line.unit == "B")
    assert (line.to, line.cc) == ("van-thu@khoi.example", "tren@khoi.example")


def test_a_mail_program_that_gave_a_draft_another_id_takes_nothing_of_its_identity(
    sending: SendingOffice, post: PostOffice
) -> None:
    line = sending.lines[0]
    sending.change_draft("A", line.message_id.encode(), b"<other@example>")
    sending.send()
    assert read_letter(post.kept[0].data).message_id == line.message_id


def test_line_ends_of_any_system_and_dots_at_the_start_arrive_whole(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.draft("A").write_bytes(PLAIN)
    sending.send()
    assert post.kept[0].data.endswith(b"\r\n\r\n.mot\r\n..hai\r\nba\r\n")


def test_a_letter_that_left_lies_no_more_among_the_drafts(sending: SendingOffice, post: PostOffice) -> None:
    post.at("RCPT", answer("550 5.1.1 Khong co"), 2)
    first, second, _ = (sending.folder / line.file for line in sending.lines)
    sending.send()
    assert [path.parent.name for path in map(sending.draft, "ABC")] == ["da-gui", "thu-nhap", "da-gui"]
    assert (first.exists(), second.exists()) == (False, True)


def test_what_a_killed_run_sent_is_taken_from_the_drafts_by_the_next(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.decide(is_sure=True)  # and the sheet is never stored
    sending.send()
    assert {sending.draft(unit).parent.name for unit in "ABC"} == {"da-gui"}


def test_a_letter_that_is_sent_again_is_found_where_it_lies(sending: SendingOffice, post: PostOffice) -> None:
    sending.send()
    sending.choose("A", "chưa gửi")
    sending.send()
    assert (len(post.kept), sending.states["A"]) == (4, "đã gửi")


def test_nothing_is_sent_twice(sending: SendingOffice, post: PostOffice) -> None:
    sending.send()
    assert sending.send().sentence == "Không có thư nào chờ gửi."
    assert len(post.kept) == 3


def test_only_letters_of_the_period_and_those_over_periods_leave(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.drafts(letter("D", period=""), letter("E", period="2024-M02"))
    sending.send(period=Period.parse("2024-M01"))
    assert sending.states == {**SENT, "D": "đã gửi", "E": "đã soạn"}


def test_attachments_and_vietnamese_arrive_as_they_are(sending: SendingOffice, post: PostOffice) -> None:
    body = "Kính gửi: Đảng ủy Sở Y tế. Đề nghị gửi lại biểu số liệu.\n"
    sending.drafts(letter("D", body=body, attachments=(workbook("Biểu.txt", b"so lieu" * 1000),)))
    sending.send()
    got = read_letter(post.kept[3].data)
    assert (got.body, got.attachments[0].data) == (body, b"so lieu" * 1000)


def test_the_server_of_the_other_cipher_is_as_good(
    tmp_path: Path, keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_office(tmp_path, "TLS") as post:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "tin-cay.pem"))
        office = SendingOffice(tmp_path, post.port, {"smtp_bao_mat": "TLS"})
        office.drafts(letter("A"))
        assert office.send().counts["sent"] == 1


def test_a_server_without_a_login_needs_no_password(
    tmp_path: Path, keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_office(tmp_path, is_login=False) as post:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "tin-cay.pem"))
        office = SendingOffice(tmp_path, post.port, {"email": "khac@khoi.example"})
        office.drafts(letter("A"))
        assert office.send().counts["sent"] == 1


# -- a person agrees first --------------------------------------------------------------------------------


def test_a_click_asks_first_and_the_next_one_sends(sending: SendingOffice, post: PostOffice) -> None:
    sending.change_draft("B", b"To: b@khoi.example", b"To: b@khoi.example\r\nCc: tren@khoi.example")
    asked = sending.decide()
    sending.store(asked)
    assert "2. b@khoi.example, sao gửi tren@khoi.example | Đôn đốc B" in "".join(asked.outcome.details)
    assert asked.outcome.sentence.startswith(
        "Sẽ gửi 3 thư (0,1 MB) từ bantuyengiao@khoi.example qua 127.0.0.1"
    )
    assert (
        "1. a@khoi.example | Đôn đốc A | không có tệp đính kèm | 0,1 MB | soạn 22/01/2024 08:00"
        in asked.outcome.details
    )
    assert post.kept == []
    sending.store(sending.decide())
    assert len(post.kept) == 3


def test_the_list_lies_beside_the_drafts_as_a_file(sending: SendingOffice) -> None:
    (file,) = sending.decide().files
    assert file.path.name == "danh-sach-gui.txt"
    assert "3. c@khoi.example | Đôn đốc C" in file.bytes().decode("utf-8-sig")


def test_a_yes_is_none_to_a_list_that_changed_nor_after_ten_minutes(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.store(sending.decide())
    sending.change_draft("A", b"Subject: ", b"Subject: Kinh gui ")
    sending.store(sending.decide())
    sending.store(sending.decide(now=NOW + timedelta(minutes=11)))
    assert post.kept == []


def test_what_was_agreed_to_in_the_terminal_is_all_that_leaves(
    sending: SendingOffice, post: PostOffice
) -> None:
    mark = send_mail.try_out(sending.year, Job(NOW)).data["mark"]
    sending.change_draft("A", b"Subject: ", b"Subject: Kinh gui ")
    with pytest.raises(WrongRequest, match="Danh sách thư đã khác lúc xem"):
        sending.send(looked_over=mark)
    assert post.kept == []


def test_a_trial_lists_and_sends_nothing(sending: SendingOffice, post: PostOffice) -> None:
    outcome = send_mail.try_out(sending.year, Job(NOW))
    assert (outcome.counts["letters"], len(outcome.details), post.moments) == (3, 3, [])


def test_copies_to_the_office_change_nothing(sending: SendingOffice, post: PostOffice) -> None:
    changes = sending.decide(to_office=True)
    assert changes.outcome.sentence.startswith("Đã gửi 3 trong 3 thư tới hộp thư của cơ quan")
    assert {tuple(kept.recipients) for kept in post.kept} == {(ACCOUNT,)}
    assert not changes.tables
    seen = read_letter(post.kept[0].data)
    assert (seen.subject, str(seen.to[0])) == ("[Xem trước] Đôn đốc A", "a@khoi.example")
    assert seen.message_id != sending.lines[0].message_id


# -- what may not leave -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("old", "new", "reason"), [
    (b"To: a@khoi.example", b"To: a@khoi.example\r\nBcc: x@khoi.example", "người nhận ẩn (Bcc)"),
    (b"To: a@khoi.example", b"X-To: a@khoi.example", "Không có địa chỉ nhận"),
    (b"To: a@khoi.example", b"To: a@nha-rieng.example", "a@nha-rieng.example"),
    (b"To: a@khoi.example", b"To: a@@khoi.example", "thiếu phần trước hoặc sau dấu @"),
    (b"To: a@khoi.example", b"To: undisclosed:;", "Không có địa chỉ nhận"),
    (b"To: a@khoi.example", b"To: a@khoi", "«a@khoi»"),
    (b"Subject: ", "Subject: Đ".encode(), "Phần đầu thư có chữ chưa mã hóa"),
    (b"Subject: ", b"Subject: [TUYET MAT] ", "mật"),
])  # fmt: skip
def test_a_draft_that_may_not_leave_is_held_and_said_and_the_others_go(
    sending: SendingOffice, post: PostOffice, old: bytes, new: bytes, reason: str
) -> None:
    sending.settings["ten_mien_thu"] = "khoi.example"
    sending.change_draft("A", old, new)
    outcome = sending.send()
    (held,) = outcome.details
    assert held.startswith("Không gửi thư đôn đốc gửi A")
    assert reason in held
    assert (outcome.status, sending.states) == (1, {**SENT, "A": "đã soạn"})
    assert len(post.kept) == 2


def test_a_draft_whose_file_is_gone_is_said(sending: SendingOffice) -> None:
    sending.draft("A").unlink()
    (held,) = sending.send().details
    assert "Tệp không còn ở thư mục thư nháp" in held


@pytest.mark.parametrize(("settings", "sentence"), [
    ({"smtp_may_chu": ""}, "điền khóa smtp_may_chu"),
    ({"email": ""}, "điền khóa email"),
    ({"smtp_tai_khoan": "khac"}, "Chưa cất mật khẩu của khac tại 127.0.0.1"),
])  # fmt: skip
def test_what_is_missing_in_the_settings_is_said(
    sending: SendingOffice, post: PostOffice, settings: dict[str, str], sentence: str
) -> None:
    sending.settings |= settings
    with pytest.raises(WrongRequest, match=sentence):
        sending.send()
    assert post.kept == []


def test_without_a_server_chosen_the_folder_is_named_and_nothing_sent(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.settings["cach_gui_thu"] = "tệp .eml"
    outcome = sending.send()
    assert "mở thư mục «thu-nhap», gửi từng thư (3 thư đang chờ)" in outcome.sentence
    assert post.moments == []


PLAIN = b"To: a@khoi.example\nFrom: bantuyengiao@khoi.example\nSubject: x\n\n.mot\n..hai\nba"


def without_day(data: bytes) -> list[bytes]:
    """Return the lines of a letter but for those that sending changes."""
    return [line for line in data.split(b"\r\n") if not line.startswith((b"Date: ", b"X-Unsent"))]


# -- rows that a person damaged ---------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["đã soạn", "đã gửi"])
def test_of_a_letter_whose_row_was_copied_none_leaves(
    sending: SendingOffice, post: PostOffice, state: str
) -> None:
    copied = replace(sending.lines[0], state=state)
    sending.lines.append(copied)
    outcome = sending.send()
    assert (outcome.counts["sent"], len(post.kept)) == (2, 2)
    assert "Trang «Thư» có nhiều dòng cùng mã thư này" in outcome.details[0]


@pytest.mark.parametrize("typed", ["", "../A.eml", "KhoaGiao.xlsm"])
def test_what_is_no_draft_is_never_sent(sending: SendingOffice, post: PostOffice, typed: str) -> None:
    (sending.folder.parent / "A.eml").write_bytes(sending.draft("A").read_bytes())
    sending.lines[0] = replace(sending.lines[0], file=typed)
    outcome = sending.send()
    assert len(post.kept) == 2
    assert "Ô «Tệp thư» không ghi một tệp thư nháp" in outcome.details[0]
