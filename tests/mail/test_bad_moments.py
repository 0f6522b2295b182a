"""Each bad moment of a mail server: what became of the letter is never told wrong, and the office learns what to do."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.mail import smtp_connection
from tests.mail.post_office import (
    Action,
    PostOffice,
    answer,
    drop,
    hang,
    hang_up_in_the_middle,
    open_office,
)
from tests.mail.sending_office import KeyStore, SendingOffice, letter, workbook

SENT, REFUSED, UNKNOWN, DRAFTED = "đã gửi", "chưa gửi", "không rõ", "đã soạn"
Shorten = Callable[[str], None]


# -- one letter: the others go on -------------------------------------------------------------------------


@pytest.mark.parametrize(("moment", "action", "state", "reason"), [
    ("RCPT", answer("450 4.2.1 Ban"), REFUSED, "chưa nhận địa chỉ b@khoi.example (450 4.2.1 Ban) lúc này"),
    ("RCPT", answer("550 5.1.1 Khong co"), REFUSED, "không nhận địa chỉ b@khoi.example (550 5.1.1 Khong co)"),
    ("MAIL", answer("552 5.3.4 Qua lon"), REFUSED, "lớn hơn mức máy chủ nhận (552 5.3.4 Qua lon)"),
    ("DATA", answer("451 4.3.0 Loi"), REFUSED, "Máy chủ chưa nhận thư này lúc này (451 4.3.0 Loi)"),
    ("DATA", answer("554 5.7.1 Cam"), REFUSED, "Máy chủ không nhận thư này (554 5.7.1 Cam)"),
    ("KEPT", answer("452 4.2.2 Day"), REFUSED, "lớn hơn mức máy chủ nhận (452 4.2.2 Day)"),
    ("KEPT", answer("451 4.7.1 Doi"), REFUSED, "Máy chủ chưa nhận thư này lúc này (451 4.7.1 Doi)"),
    ("KEPT", answer("550 5.7.1 Virus"), REFUSED, "Máy chủ không nhận thư này (550 5.7.1 Virus)"),
    ("KEPT", answer("421 4.3.2 Nghi"), REFUSED, "Máy chủ chưa nhận thư này lúc này (421 4.3.2 Nghi)"),
    ("KEPT", drop, UNKNOWN, "ngắt kết nối trước khi xác nhận nên không rõ"),
    ("KEPT", hang, UNKNOWN, "không xác nhận trong 1 giây nên không rõ"),
])  # fmt: skip
def test_a_letter_that_fails_is_told_of_and_the_others_go(
    sending: SendingOffice,
    post: PostOffice,
    wait_little: Shorten,
    moment: str,
    action: Action,
    state: str,
    reason: str,
) -> None:
    if action is hang:
        wait_little(moment)
    post.at(moment, action, 2)
    outcome = sending.send()
    (told,) = outcome.details
    assert told.startswith("Thư đôn đốc gửi B (")
    assert reason in told
    assert sending.states == {"A": SENT, "B": state, "C": SENT}
    assert (outcome.status, outcome.counts["sent"]) == (1, 2)


@pytest.mark.parametrize("moment", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("action", [answer("421 4.3.2 Het phien"), drop, hang])
def test_a_line_that_breaks_before_the_letter_is_whole_is_opened_anew(
    sending: SendingOffice, post: PostOffice, wait_little: Shorten, moment: str, action: Action
) -> None:
    if action is hang:
        wait_little(moment)
    tried: list[int] = []
    earlier = post.script

    def script(now: str, number: int) -> Action | None:
        if now != moment or number != 2 or tried:
            return earlier(now, number)
        tried.append(number)
        return action

    post.script = script
    assert sending.send().status == 0
    assert [kept.recipients[0][0] for kept in post.kept] == ["a", "b", "c"]


def test_a_large_letter_whose_line_breaks_in_the_middle_surely_did_not_leave(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.drafts(letter("D", attachments=(workbook("Bieu.bin", bytes(range(256)) * 32_000),)))
    post.at("DATA", hang_up_in_the_middle, 4, 5)  # tried once more, it is the fifth letter
    (told,) = sending.send().details
    assert told.endswith("Máy chủ ngắt kết nối giữa chừng, cả khi thử lại; thư chưa đi. Gửi lại sau.")
    assert sending.states == {"A": SENT, "B": SENT, "C": SENT, "D": REFUSED}


def test_a_small_letter_is_on_its_way_before_anybody_sees_the_line_break(
    sending: SendingOffice, post: PostOffice
) -> None:
    post.at("DATA", hang_up_in_the_middle, 2)
    sending.send()
    assert sending.states == {"A": SENT, "B": UNKNOWN, "C": SENT}


def test_one_refused_recipient_keeps_a_letter_from_all_of_them(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.change_draft("B", b"To: b@khoi.example", b"To: b@khoi.example, x@khoi.example")
    refused = iter([None, answer("550 5.1.1 Khong co")])
    earlier = post.script

    def script(now: str, number: int) -> Action | None:
        return next(refused) if (now, number) == ("RCPT", 2) else earlier(now, number)

    post.script = script
    (told,) = sending.send().details
    assert "không nhận địa chỉ x@khoi.example (550 5.1.1 Khong co); chưa gửi cho ai" in told
    assert [kept.recipients for kept in post.kept] == [["a@khoi.example"], ["c@khoi.example"]]


def test_a_letter_that_was_refused_is_sent_the_next_time(sending: SendingOffice, post: PostOffice) -> None:
    post.at("RCPT", answer("450 4.2.1 Ban"), 2)
    sending.send()
    sending.send()
    assert sending.states == {"A": SENT, "B": SENT, "C": SENT}
    assert all(line.note == "" for line in sending.lines)


def test_a_letter_of_which_nobody_knows_is_not_sent_again_by_itself(
    sending: SendingOffice, post: PostOffice
) -> None:
    post.at("KEPT", drop, 2)
    sending.send()
    outcome = sending.send()
    assert "1 thư không rõ đã đi hay chưa từ lần trước" in outcome.details[0]
    assert (sending.states["B"], len(post.kept)) == (UNKNOWN, 3)


def test_a_person_who_asked_may_have_it_sent_again(sending: SendingOffice, post: PostOffice) -> None:
    post.at("KEPT", drop, 2)
    sending.send()
    sending.choose("B", REFUSED)
    sending.send()
    assert (sending.states["B"], len(post.kept)) == (SENT, 4)


def test_a_server_that_answers_to_nobody_is_left_alone(sending: SendingOffice, post: PostOffice) -> None:
    sending.drafts(letter("D"), letter("E"))
    post.at("KEPT", drop)
    outcome = sending.send()
    assert "Còn 2 thư chưa gửi." in outcome.details[0]
    assert list(sending.states.values()) == [UNKNOWN] * 3 + [DRAFTED] * 2


# -- the server refuses everything: nothing is tried further ----------------------------------------------


@pytest.mark.parametrize(("moment", "action", "sentence"), [
    ("CONNECT", answer("554 5.3.2 Khong"), "từ chối kết nối"),
    ("CONNECT", hang, "không trả lời trong 1 giây"),
    ("CONNECT", drop, "ngắt kết nối khi chưa nhận thư"),
    ("STARTTLS", answer("454 4.7.0 Chua co"), r"từ chối kết nối \(454 4.7.0 Chua co\)"),
    ("STARTTLS", drop, "ngắt kết nối khi chưa nhận thư"),
    ("AUTH", answer("535 5.7.8 Sai"), r"không nhận tài khoản bantuyengiao@khoi.example \(535 5.7.8 Sai\)"),
    ("AUTH", answer("454 4.7.0 Doi"), "chưa cho bantuyengiao@khoi.example đăng nhập lúc này"),
    ("AUTH", hang, "không trả lời trong 1 giây"),
])  # fmt: skip
def test_a_server_that_lets_nobody_in_is_said_and_nothing_changes(
    sending: SendingOffice, post: PostOffice, wait_little: Shorten, moment: str, action: Action, sentence: str
) -> None:
    if action is hang:
        wait_little(moment)
    post.at(moment, action)
    with pytest.raises(WrongRequest, match=sentence):
        sending.send()
    assert (set(sending.states.values()), post.kept) == ({DRAFTED}, [])


@pytest.mark.parametrize(("moment", "text", "sentence"), [
    ("MAIL", "530 5.7.0 Dang nhap", "đòi đăng nhập (530 5.7.0 Dang nhap)"),
    ("RCPT", "530 5.7.0 Dang nhap", "đòi đăng nhập (530 5.7.0 Dang nhap)"),
    ("MAIL", "553 5.7.1 Khong phai cua anh", "không cho địa chỉ bantuyengiao@khoi.example gửi thư"),
    ("MAIL", "450 4.7.1 Qua nhieu thu", "chưa nhận thư lúc này (450 4.7.1 Qua nhieu thu)"),
])  # fmt: skip
def test_a_server_that_takes_nothing_from_the_office_stops_the_rest(
    sending: SendingOffice, post: PostOffice, moment: str, text: str, sentence: str
) -> None:
    post.at(moment, answer(text))
    outcome = sending.send()
    assert sentence in outcome.details[0]
    assert outcome.details[0].endswith("Còn 3 thư chưa gửi.")
    assert set(sending.states.values()) == {DRAFTED}


def test_a_server_that_goes_away_in_between_stops_the_rest(sending: SendingOffice, post: PostOffice) -> None:
    post.at("MAIL", drop, 2)
    post.at("CONNECT", drop)
    earlier = post.script
    post.script = lambda now, number: None if number == 0 else earlier(now, number)
    outcome = sending.send()
    assert outcome.details[0].endswith("Còn 2 thư chưa gửi.")
    assert sending.states == {"A": SENT, "B": DRAFTED, "C": DRAFTED}


def test_a_wrong_password_is_told_from_a_real_login(sending: SendingOffice, keys: KeyStore) -> None:
    keys.kept["khoagiao 127.0.0.1", "bantuyengiao@khoi.example"] = "sai-mat-khau"
    with pytest.raises(WrongRequest, match="dùng mật khẩu ứng dụng") as refused:
        sending.send()
    assert "sai-mat-khau" not in str(refused.value)


def test_a_certificate_that_nobody_vouches_for_gets_no_password(
    sending: SendingOffice, post: PostOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(WrongRequest, match=r"Chứng thư của 127\.0\.0\.1 không do nơi mà máy này tin cậy cấp"):
        sending.send()
    assert "AUTH" not in post.moments


def test_a_certificate_of_another_server_gets_no_password(
    tmp_path: Path, keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_office(tmp_path, name="thu.khac.example") as post:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "tin-cay.pem"))
        office = SendingOffice(tmp_path, post.port)
        office.drafts(letter("A"))
        with pytest.raises(WrongRequest, match=r"Chứng thư của 127\.0\.0\.1 cấp cho máy chủ khác"):
            office.send()


def test_a_server_without_encryption_gets_nothing(tmp_path: Path, keys: KeyStore) -> None:
    with open_office(tmp_path, "không", is_login=False) as post:
        office = SendingOffice(tmp_path, post.port)
        office.drafts(letter("A"))
        with pytest.raises(WrongRequest, match="không có STARTTLS nên không gửi"):
            office.send()
        office.settings["smtp_bao_mat"] = "TLS"
        with pytest.raises(WrongRequest, match="Không mã hóa được kết nối"):
            office.send()


def test_an_account_for_a_server_that_knows_no_login_is_said(
    tmp_path: Path, keys: KeyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_office(tmp_path, is_login=False) as post:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "tin-cay.pem"))
        office = SendingOffice(tmp_path, post.port, {"smtp_tai_khoan": "vanthu"})
        office.drafts(letter("A"))
        with pytest.raises(WrongRequest, match="không có cách đăng nhập mà chương trình biết"):
            office.send()


def test_a_port_at_which_nobody_answers_is_said(sending: SendingOffice) -> None:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        sending.settings["smtp_cong"] = str(place.getsockname()[1])
        with pytest.raises(WrongRequest, match="không nhận kết nối ở cổng"):
            sending.send()


@pytest.mark.parametrize(("error", "sentence"), [
    (socket.gaierror(-2, "Name or service not known"), "Không tìm thấy máy chủ 127.0.0.1: máy này không có mạng"),
    (OSError(101, "Network is unreachable"), "Không kết nối được tới 127.0.0.1"),
])  # fmt: skip
def test_a_machine_without_a_network_is_said(
    sending: SendingOffice, monkeypatch: pytest.MonkeyPatch, error: OSError, sentence: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "create_connection", refuse)
    with pytest.raises(WrongRequest, match=sentence):
        sending.send()


def test_eight_bits_go_only_where_they_are_taken(sending: SendingOffice, post: PostOffice) -> None:
    sending.draft("A").write_bytes("To: a@khoi.example\r\nSubject: x\r\n\r\nKính gửi\r\n".encode())
    sending.send()
    assert "Kính gửi".encode() in post.kept[0].data


def test_eight_bits_stay_where_they_are_not_taken(sending: SendingOffice, post: PostOffice) -> None:
    post.hidden = ("8BITMIME",)
    sending.draft("A").write_bytes("To: a@khoi.example\r\nSubject: x\r\n\r\nKính gửi\r\n".encode())
    (told,) = sending.send().details
    assert "Thư có chữ chưa mã hóa mà máy chủ không nhận" in told
    assert sending.states == {"A": REFUSED, "B": SENT, "C": SENT}


# -- many letters -----------------------------------------------------------------------------------------


def test_ninety_two_letters_arrive_once_over_a_server_that_tires(
    sending: SendingOffice, post: PostOffice
) -> None:
    sending.lines = []
    sending.drafts(*(letter(f"U{number}") for number in range(92)))
    served: list[int] = []

    def script(now: str, _number: int) -> Action | None:
        served.append(1 if now == "KEPT" else 0)
        is_tired = now == "MAIL" and sum(served) % 20 == 19
        if is_tired:
            served.append(1)
        return answer("421 4.7.0 Nhieu thu qua") if is_tired else None

    post.script = script
    outcome = sending.send()
    assert (outcome.counts["sent"], len(post.kept), post.moments.count("CONNECT")) == (92, 92, 5)
    assert len({kept.recipients[0] for kept in post.kept}) == 92


def test_what_is_said_while_letters_leave(sending: SendingOffice) -> None:
    said: list[tuple[str, int, int]] = []
    sending.send(progress=lambda what, done, of: said.append((what, done, of)))
    assert said == [("Gửi thư", done, 3) for done in range(4)]


def test_nobody_learns_the_name_of_the_machine(sending: SendingOffice, post: PostOffice) -> None:
    sending.send()
    assert smtp_connection._OURSELVES == "[127.0.0.1]"
    assert socket.gethostname().encode() not in b"".join(kept.data for kept in post.kept)
