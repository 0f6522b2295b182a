"""The folder of drafts: each letter once, whatever a person does to it; nothing of anybody is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.errors import CannotWrite
from khoagiao_xl.mail.letter import Letter, Recipient
from khoagiao_xl.mail.sending_journal import SendingJournal
from khoagiao_xl.model.mail_records import LEFT, LetterState
from tests.mail.drafting_office import CODE, DRAFT, FILE, NOTE, NOW, STATE, DraftingOffice, reminder

EDITED = b"Subject: Viet lai\r\n\r\nLoi cua nguoi.\r\n"
TODAY, TOMORROW = reminder(), reminder(about="2024-01-23")


@pytest.fixture
def office(tmp_path: Path) -> DraftingOffice:
    """A draft to unit B lies there."""
    office = DraftingOffice(tmp_path)
    office.draft(TODAY)
    return office


# -- once -------------------------------------------------------------------------------------------------


def test_the_same_run_again_changes_no_byte(office: DraftingOffice) -> None:
    lying, rows = office.lying, office.rows
    laid = office.draft(TODAY)
    assert (office.lying, office.rows, office.told) == (lying, rows, [])
    assert (laid.drafted, laid.kept, office.older) == (0, 1, [])


def test_a_draft_that_says_something_else_now_is_written_anew(office: DraftingOffice) -> None:
    was = office.lying[DRAFT]
    office.type(Ghi_chú="Gọi điện trước.")
    office.draft(reminder(body="Còn một việc."))
    assert office.older == [was] != [office.lying[DRAFT]]
    assert office.column(NOTE) == ["Gọi điện trước."]


def test_an_edited_draft_is_kept_and_that_is_said(office: DraftingOffice) -> None:
    office.path().write_bytes(EDITED)
    office.draft(reminder(body="Còn một việc."))
    assert office.lying == {DRAFT: EDITED}
    assert office.told == [f"Thư đôn đốc gửi B («thu-nhap/{DRAFT}») đã có người sửa nên giữ nguyên."]


def test_a_moved_draft_is_not_drafted_again_and_that_is_said(office: DraftingOffice) -> None:
    office.path().unlink()
    office.draft(TODAY)
    assert (office.lying, office.column(STATE)) == ({}, ["đã soạn"])
    assert "không còn ở thư mục thư nháp nên không soạn lại" in office.told[0]


def test_a_newer_letter_takes_the_place_of_an_unedited_older_one(office: DraftingOffice) -> None:
    was = office.lying[DRAFT]
    office.draft(TOMORROW)
    assert (office.column(STATE), list(office.lying), office.older) == (
        ["thôi gửi", "đã soạn"],
        [DRAFT],
        [was],
    )
    assert (office.top / office.column(FILE)[0]).read_bytes() == was


def test_an_edited_older_letter_holds_the_newer_one_back(office: DraftingOffice) -> None:
    office.path().write_bytes(EDITED)
    office.draft(TOMORROW)
    assert (office.lying, office.column(STATE)) == ({DRAFT: EDITED}, ["đã soạn"])
    assert "nên giữ nguyên, không soạn thư mới" in office.told[0]


def test_of_an_older_letter_whose_file_is_gone_it_is_said_that_a_new_one_was_drafted(
    office: DraftingOffice,
) -> None:
    office.path().unlink()
    office.draft(TOMORROW)
    assert office.column(STATE) == ["thôi gửi", "đã soạn"]
    assert "đã ghi «thôi gửi» và soạn thư mới" in office.told[0]


# -- no longer so -----------------------------------------------------------------------------------------


def test_what_no_longer_applies_is_put_aside_and_that_is_said(office: DraftingOffice) -> None:
    was = office.lying[DRAFT]
    office.draft()
    assert (office.lying, office.older, office.column(STATE)) == ({}, [was], ["thôi gửi"])
    assert office.told == [
        f"Thư đôn đốc gửi B không còn đúng nữa nên không gửi; tệp đã chuyển vào «{office.column(FILE)[0]}»."
    ]


def test_an_edited_one_is_put_aside_whole(office: DraftingOffice) -> None:
    office.path().write_bytes(EDITED)
    office.draft()
    assert (office.lying, office.older) == ({}, [EDITED])
    assert f"được chuyển nguyên vẹn vào «{office.column(FILE)[0]}»" in office.told[0]


def test_where_nothing_lies_nothing_is_said_to_be_put_aside(office: DraftingOffice) -> None:
    office.path().unlink()
    office.draft()
    assert (office.column(STATE), office.older) == (["thôi gửi"], [])
    assert "không còn ở chỗ đã ghi. Đã gửi rồi thì chọn «đã gửi»" in office.told[0]


def test_what_applies_again_is_drafted_again(office: DraftingOffice) -> None:
    office.draft()
    office.draft(TODAY)
    assert (office.column(STATE), list(office.lying), office.column(FILE)) == (
        ["đã soạn"], [DRAFT], [f"thu-nhap/{DRAFT}"],
    )  # fmt: skip


# -- what a person chooses --------------------------------------------------------------------------------


@pytest.mark.parametrize("state", sorted(LEFT))
def test_a_letter_that_left_is_never_drafted_again(office: DraftingOffice, state: LetterState) -> None:
    office.type(Trạng_thái=state.value)
    rows, lying = office.rows, office.lying
    office.draft(reminder(body="Còn một việc."))
    office.draft()
    assert (office.rows, office.lying, office.told) == (rows, lying, [])


def test_a_letter_that_left_makes_room_for_the_next_day(office: DraftingOffice) -> None:
    was = office.lying[DRAFT]
    office.type(Trạng_thái="đã gửi")
    office.draft(TOMORROW)
    assert (office.column(STATE), list(office.lying), office.older) == (["đã gửi", "đã soạn"], [DRAFT], [was])
    assert (office.top / office.column(FILE)[0]).read_bytes() == was


def test_who_chooses_not_to_send_gets_no_new_draft(office: DraftingOffice) -> None:
    office.type(Trạng_thái="thôi gửi")
    rows, lying = office.rows, office.lying
    office.draft(TODAY)
    assert (office.rows, office.lying) == (rows, lying)
    assert "đã ghi «thôi gửi» ở trang «Thư» nên không soạn lại" in office.told[0]


@pytest.mark.parametrize("state", ["Đã gởi", "xong", None])
def test_a_state_that_there_is_not_is_left_and_told(office: DraftingOffice, state: str | None) -> None:
    office.type(Trạng_thái=state)
    rows, lying = office.rows, office.lying
    office.draft(reminder(body="Còn một việc."))
    assert (office.rows, office.lying) == (rows, lying)
    assert f"trạng thái «{state or ''}» ở trang «Thư» không có trong danh sách" in office.told[0]


def test_the_next_letter_goes_beside_one_of_an_unknown_state(office: DraftingOffice) -> None:
    office.type(Trạng_thái="Đã gởi")
    office.draft(TOMORROW)
    assert office.column(STATE) == ["Đã gởi", "đã soạn"]
    assert sorted(office.lying) == ["B_don-doc-2.eml", DRAFT]


# -- what a person does to the sheet ----------------------------------------------------------------------


@pytest.mark.parametrize("letters", [[reminder(body="Khác.")], [TOMORROW], []])
def test_a_copied_row_stops_the_program_from_touching_either(
    office: DraftingOffice, letters: list[Letter]
) -> None:
    office.rows = [*office.rows, {**office.rows[0], NOTE: "bản chép"}]
    rows, lying = office.rows, office.lying
    office.draft(*letters)
    assert (office.rows, office.lying) == (rows, lying)
    assert "Trang «Thư» có 2 dòng cùng một mã thư" in office.told[0]


def test_a_copied_row_of_a_letter_that_left_says_so_for_both(office: DraftingOffice) -> None:
    office.rows = [*office.rows, {**office.rows[0], STATE: "đã gửi"}]
    rows = office.rows
    assert (office.draft(TODAY).drafted, office.rows) == (0, rows)


@pytest.mark.parametrize("cells", [{"Mã_thư": None}, {"Loại_thư": None}])
def test_a_row_without_code_or_kind_is_a_persons_own(office: DraftingOffice, cells: Any) -> None:
    office.type(**cells)
    own = office.rows[0]
    office.draft(reminder("C"))
    assert office.rows[0] == own
    assert office.column(STATE) == ["đã soạn", "đã soạn"]


@pytest.mark.parametrize(
    "typed", ["../ngoai.eml", "thu-nhap/../../ngoai.eml", "..\\ngoai.eml", "KhoaGiao.xlsm", "thu-nhap", "ngoai.eml", "a\0.eml", None]
)  # fmt: skip
@pytest.mark.parametrize("letters", [[reminder(body="Khác.")], []])
def test_a_path_that_leads_elsewhere_is_never_touched(
    tmp_path: Path, typed: str | None, letters: list[Letter]
) -> None:
    top = tmp_path / "so"
    top.mkdir()
    others = [tmp_path / "ngoai.eml", top / "ngoai.eml", top / "KhoaGiao.xlsm"]
    for other in others:
        other.write_bytes(b"Subject: cua nguoi khac\n\n")
    office = DraftingOffice(top)
    office.draft(TODAY)
    office.type(Tệp_thư=typed)
    rows = office.rows
    office.draft(*letters)
    assert (office.rows, [other.read_bytes() for other in others]) == (
        rows,
        [b"Subject: cua nguoi khac\n\n"] * 3,
    )
    assert "không phải tệp thư chương trình đã soạn, nên để nguyên" in office.told[0]


def test_an_absolute_path_to_anothers_file_is_never_touched(tmp_path: Path) -> None:
    other = tmp_path / "khac.eml"
    other.write_bytes(EDITED)
    office = DraftingOffice(tmp_path / "so")
    office.top.mkdir()
    office.draft(TODAY)
    office.type(Tệp_thư=str(other))
    office.draft()
    assert (other.read_bytes(), office.older) == (EDITED, [])


def test_a_column_of_a_persons_own_stays(office: DraftingOffice) -> None:
    office.rows = [{**row, "Của tôi": "x"} for row in office.rows]
    office.draft(TOMORROW)
    assert office.rows[0]["Của tôi"] == "x"


# -- where drafts lie -------------------------------------------------------------------------------------


def test_drafts_on_another_drive_are_known_by_their_whole_path(tmp_path: Path) -> None:
    office = DraftingOffice(tmp_path / "C", folder=tmp_path / "D" / "thu")
    office.draft(TODAY)
    assert office.column(FILE) == [(tmp_path / "D/thu" / DRAFT).as_posix()]
    was = office.lying[DRAFT]
    assert office.draft(TODAY).kept == 1
    office.draft()
    assert (office.lying, office.older) == ({}, [was])


def test_drafts_follow_a_folder_that_was_set_anew(tmp_path: Path) -> None:
    office = DraftingOffice(tmp_path / "C", folder=tmp_path / "D")
    office.draft(TODAY)
    office.folder = tmp_path / "E"
    office.draft(TOMORROW)
    assert (list(office.lying), list((tmp_path / "D").glob("*.eml"))) == ([DRAFT], [])


def test_two_masters_with_one_folder_leave_each_others_drafts(tmp_path: Path) -> None:
    one, two = (
        DraftingOffice(tmp_path),
        DraftingOffice(tmp_path, "Khac.xlsm", settings={"email": "khac@tinh.example"}),
    )
    one.draft(TODAY)
    was = one.lying[DRAFT]
    two.draft(TODAY)
    assert (one.lying[DRAFT], two.column(FILE)) == (was, ["thu-nhap/B_don-doc-2.eml"])
    assert f"đã có tệp «{DRAFT}» của người khác hoặc sổ khác nên để nguyên" in two.told[0]
    two.draft()
    assert one.lying == {DRAFT: was}
    assert f"có ở trang «Thư» của sổ này nên để nguyên: {DRAFT}." in two.told[-1]


def test_a_name_that_differs_by_capitals_alone_is_taken(tmp_path: Path) -> None:
    office = DraftingOffice(tmp_path)
    office.folder.mkdir()
    office.path("b_DON-DOC.eml").write_bytes(EDITED)
    office.draft(TODAY)
    assert office.lying["b_DON-DOC.eml"] == EDITED
    assert office.column(FILE) == ["thu-nhap/B_don-doc-2.eml"]


def test_a_file_in_the_place_of_the_folder_stops_the_run_with_all_as_it_was(office: DraftingOffice) -> None:
    office.folder = office.top / "khong-ghi-duoc"
    office.folder.write_bytes(b"")
    with pytest.raises(CannotWrite):
        office.draft(reminder("C"), TODAY)
    assert office.column(STATE) == ["đã soạn"]


# -- runs that were killed --------------------------------------------------------------------------------


def test_drafts_without_lines_get_their_lines(tmp_path: Path) -> None:
    office = DraftingOffice(tmp_path)
    office.write_files(office.decide(TODAY, reminder("C")))
    was = office.lying
    assert office.draft(TODAY, reminder("C")).drafted == 0
    assert (office.lying, office.older, office.told) == (was, [], [])
    assert office.column(STATE) == ["đã soạn", "đã soạn"]
    assert office.draft(TODAY, reminder("C")).drafted == 0


@pytest.mark.parametrize("state", ["đã soạn", "đã gửi"])
def test_a_newer_letter_without_a_line_is_taken_for_no_edited_older_one(
    office: DraftingOffice, state: str
) -> None:
    first = office.lying[DRAFT]
    office.type(Trạng_thái=state)
    office.write_files(office.decide(TOMORROW))
    second = office.lying[DRAFT]
    office.draft(TOMORROW)
    assert (office.lying, office.older, office.told) == ({DRAFT: second}, [first], [])
    assert (office.top / office.column(FILE)[0]).read_bytes() == first


def test_a_letter_written_anew_without_a_line_is_not_taken_for_edited(office: DraftingOffice) -> None:
    first = office.lying[DRAFT]
    office.write_files(office.decide(reminder(body="Khác.")))
    second = office.lying[DRAFT]
    office.draft(reminder(body="Khác."))
    assert (office.lying, office.older, office.told) == ({DRAFT: second}, [first], [])
    assert office.draft(reminder(body="Khác nữa.")).drafted == 1


def test_a_draft_of_a_killed_run_that_nobody_owes_any_more_is_told(tmp_path: Path) -> None:
    office = DraftingOffice(tmp_path)
    office.write_files(office.decide(TODAY))
    office.draft()
    assert list(office.lying) == [DRAFT]
    assert "còn 1 tệp thư không có ở trang «Thư» của sổ này" in office.told[0]


def test_it_is_told_once_and_again_when_it_is_another(tmp_path: Path) -> None:
    office = DraftingOffice(tmp_path)
    office.write_files(office.decide(TODAY))
    office.draft()
    office.draft()
    assert office.told == []
    office.path().write_bytes(office.lying[DRAFT] + b"x")
    office.draft()
    assert "còn 1 tệp thư không có ở trang «Thư» của sổ này" in office.told[0]


def test_a_letter_that_a_killed_run_was_sending_is_not_drafted_anew(office: DraftingOffice) -> None:
    (line,) = office.year.letters
    SendingJournal.of(office.year.storage).begin(line, NOW)
    lying = office.lying
    office.draft(reminder(body="Khác."))
    assert (office.column(STATE), office.lying) == (["không rõ"], lying)


def test_a_letter_that_was_sent_is_known_in_an_older_sheet_too(office: DraftingOffice) -> None:
    journal = SendingJournal.of(office.year.storage)
    (line,) = office.year.letters
    journal.end(journal.begin(line, NOW), LetterState.SENT)
    office.rows = []
    assert office.draft(TODAY).drafted == 0
    assert (office.column(STATE), office.column(CODE)) == (["đã gửi"], [TODAY.code])


# -- letters that came back -------------------------------------------------------------------------------


def test_a_letter_that_came_back_is_not_drafted_again_by_itself(office: DraftingOffice) -> None:
    office.type(Trạng_thái="bị trả về")
    office.draft(TODAY)
    assert office.column(STATE) == ["bị trả về"]
    assert "bị trả về nên không soạn lại. Sửa địa chỉ" in office.told[0]


def test_once_its_address_is_mended_and_a_person_says_so_it_is(office: DraftingOffice) -> None:
    office.type(Trạng_thái="chưa gửi")
    mended = reminder(body="Đề nghị gửi báo cáo.")
    to = Recipient("moi@khoi.example")
    office.draft(replace(mended, to=(to,)))
    assert office.column(STATE) == ["chưa gửi"]
    assert b"moi@khoi.example" in office.lying[DRAFT]


def test_the_next_reminder_to_that_unit_is_another_letter(office: DraftingOffice) -> None:
    office.type(Trạng_thái="bị trả về")
    office.draft(TOMORROW)
    assert office.column(STATE) == ["bị trả về", "đã soạn"]
    assert "thư trước gửi tới b@khoi.example bị trả về. Hỏi lại đơn vị" in office.told[0]


def test_an_address_that_was_mended_or_works_again_is_not_spoken_of(office: DraftingOffice) -> None:
    office.type(Trạng_thái="bị trả về")
    mended = replace(TOMORROW, to=(Recipient("moi@khoi.example"),))
    office.draft(mended)
    assert office.told == []
    office.type(0, Trạng_thái="đã gửi")
    office.draft(TOMORROW)
    assert office.told == []
