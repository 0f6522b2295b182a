"""Hot issues: a quick form on any day becomes one row, a correction mends it, a period's form is held against it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from khoagiao_xl.demo.quick_filling import fill_quick_form
from khoagiao_xl.forms.quick_layout import CORRECTION, QUICK_LINES, QUICK_SHEET, QuickLine
from khoagiao_xl.intake.judging.quick_lines import QuickAnswers
from khoagiao_xl.intake.reading.read_form import read_form
from khoagiao_xl.model import schema
from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.results import Job
from khoagiao_xl.steps import try_form
from khoagiao_xl.steps.take_in import try_out
from tests.intake.sample_forms import rezip
from tests.steps.paper_office import IN_TIME, MONTH, NOW
from tests.steps.quick_office import COUNTED, TEXT, TOLD, QuickOffice, quick_form

if TYPE_CHECKING:
    from pathlib import Path

MENDED = replace(TOLD, kind=CORRECTION)
LATER = IN_TIME + timedelta(days=1)
SOUND: dict[str, Any] = {"KG220": 0, "KG221": 0, "KG222": 0, "KG502": 0, "KG603": "Không có."}


@pytest.fixture
def office(tmp_path: Path) -> QuickOffice:
    return QuickOffice(tmp_path, COUNTED)


# -- taken in ---------------------------------------------------------------------------------------------


def test_a_quick_form_is_a_row_of_the_log_with_all_that_the_unit_told(office: QuickOffice) -> None:
    office.send(told=replace(TOLD, handler="UBND xã", contact="02143 840 123", proposal="Đề nghị cấp nước"))
    office.collect()
    (issue,) = office.issues
    assert (issue.code, issue.unit, issue.day, issue.text) == ("VD001", "SYT", date(2024, 3, 12), TEXT)
    assert (issue.level, issue.source, issue.reported) == ("bức xúc", "tin nhanh", date(2024, 3, 16))
    assert (issue.handler, issue.contact, issue.proposal) == ("UBND xã", "02143 840 123", "Đề nghị cấp nước")
    assert issue.is_open


def test_it_is_no_report_of_the_period_and_no_version_of_one(office: QuickOffice) -> None:
    office.send()
    office.collect()
    assert office.states()["SYT"] == "chưa nộp"
    assert office.rows(office.year.figures_table) == []
    (arrival,) = office.rows(schema.ARRIVALS)
    assert (arrival["verdict"], arrival["version"], arrival["unit"]) == ("tin nhanh", None, "SYT")


def test_it_stands_beside_the_report_of_its_unit_and_shuts_nothing(office: QuickOffice) -> None:
    office.receive("SYT", **SOUND | {"KG221": 1, "KG502": 1, "KG603": TEXT})
    office.send(at=LATER)
    office.collect()
    assert office.verdicts() == {"SYT.xlsx": "đã nhận", "Tin-nhanh_SYT.xlsx": "tin nhanh"}
    assert (office.states()["SYT"], office.figure("SYT", "KG221")) == ("đã nhận", 1)


def test_taking_in_again_adds_nothing_and_changes_no_table(office: QuickOffice) -> None:
    office.send()
    office.collect()
    before = office.year
    for draft in office.drafts():
        draft.unlink()
    outcome = office.collect()
    assert [page.rows for page in office.year.pages.values()] == [page.rows for page in before.pages.values()]
    assert (outcome.counts["new_issues"], office.drafts()) == (0, [])


def test_the_same_file_under_another_name_is_one_notice(office: QuickOffice) -> None:
    office.send()
    office.send(name="tin gửi lại.xlsx", at=LATER)
    office.collect()
    assert len(office.issues) == 1
    assert [row["reason"] for row in office.rows(schema.ARRIVALS)][1].startswith("Tin này đã nhận trước")


def test_a_notice_that_left_the_inbox_is_still_known(office: QuickOffice) -> None:
    office.send()
    office.collect()
    office.empty_the_inbox()
    office.collect()
    assert office.verdicts() == {"Tin-nhanh_SYT.xlsx": "tin nhanh"}
    assert len(office.issues) == 1


def test_a_notice_of_which_everything_is_lost_counts_as_no_report(office: QuickOffice) -> None:
    office.send()
    office.collect()
    office.empty_the_inbox()
    for kept in office.kept("*.*"):
        kept.unlink()
    office.collect()
    assert office.verdicts() == {"Tin-nhanh_SYT.xlsx": "tin nhanh"}
    assert office.states()["SYT"] == "chưa nộp"


# -- put right --------------------------------------------------------------------------------------------


def test_a_correction_mends_its_row_and_both_files_stay_named(office: QuickOffice) -> None:
    office.send()
    office.send(
        name="sửa.xlsx", at=LATER, told=replace(MENDED, text=f"{TEXT} từ ngày 11/3", level="đặc biệt")
    )
    office.collect()
    (issue,) = office.issues
    assert (issue.level, issue.files) == ("đặc biệt", ("Tin-nhanh_SYT.xlsx", "sửa.xlsx"))
    assert issue.text.endswith("từ ngày 11/3")
    assert issue.reported == IN_TIME.date()


def test_what_a_person_wrote_stays_and_the_row_says_what_the_correction_tells(office: QuickOffice) -> None:
    office.send()
    office.collect()
    office.edit("VD001", level="thường", handler="Sở Y tế", result="Đã cấp nước", closed_on=date(2024, 3, 18))
    office.send(name="sửa.xlsx", at=LATER, told=replace(MENDED, level="đặc biệt", handler="UBND huyện"))
    office.collect()
    (issue,) = office.issues
    assert (issue.level, issue.handler, issue.result) == ("thường", "Sở Y tế", "Đã cấp nước")
    assert issue.closed_on == date(2024, 3, 18)
    assert "Mức «bức xúc» → «đặc biệt»; Người, cơ quan xử lý «UBND huyện»" in issue.change


def test_another_issue_of_the_day_is_a_row_of_its_own_that_says_so(office: QuickOffice) -> None:
    office.send()
    office.send(
        name="hai.xlsx", at=LATER, told=replace(TOLD, text="Xe khách lật tại dốc đèo, 12 người bị thương")
    )
    office.collect()
    first, second = office.issues
    assert (first.code, second.code) == ("VD001", "VD002")
    assert "VD001" in second.change


def test_nearly_the_same_words_of_one_that_says_it_is_new_overwrite_nothing(office: QuickOffice) -> None:
    office.send()
    office.send(name="hai.xlsx", at=LATER, told=replace(TOLD, text=TEXT.replace("Bản Lầu", "Bản Phiệt")))
    office.collect()
    assert ["Bản Lầu" in issue.text for issue in office.issues] == [True, False]
    assert "VD001" in office.issues[1].change


def test_one_that_was_only_stored_anew_is_the_same(office: QuickOffice) -> None:
    path = office.send()
    office.collect()
    book = load_workbook(path)
    book.save(path)
    office.arrive(path, LATER)
    outcome = office.collect()
    assert (len(office.issues), len(office.issues[0].sha256)) == (1, 2)
    assert (outcome.counts["new_issues"], len(office.drafts()), office.issues[0].change) == (0, 1, "")


def test_a_correction_of_nothing_known_is_a_new_row_that_says_so(office: QuickOffice) -> None:
    office.send(told=MENDED)
    office.collect()
    assert "không thấy tin nào" in office.issues[0].change


def test_the_same_words_weeks_later_are_another_occurrence(office: QuickOffice) -> None:
    office.send(told=replace(TOLD, day="16/02/2024"))
    office.send(name="hai.xlsx", at=LATER)
    office.collect()
    assert [issue.day for issue in office.issues] == [date(2024, 2, 16), date(2024, 3, 12)]


def test_a_row_that_a_person_took_out_does_not_come_back_and_its_code_is_not_given_again(
    office: QuickOffice,
) -> None:
    office.send()
    office.collect()
    office.write(schema.ISSUES.name, [])
    office.send(name="sửa.xlsx", at=LATER, told=replace(MENDED, level="đặc biệt"))
    office.send("STP", told=replace(TOLD, text="Dân khiếu nại kéo dài về đền bù đất trường học"))
    office.collect()
    assert [(issue.code, issue.unit) for issue in office.issues] == [("VD002", "STP")]
    assert sum("đã bị xóa" in row["reason"] for row in office.rows(schema.ARRIVALS)) == 2


def test_a_row_that_a_person_typed_first_takes_the_notice_in(office: QuickOffice) -> None:
    typed = Issue("", date(2024, 3, 12), "SYT", field="Xã hội", text=TEXT, source="dư luận", level="thường")
    office.write(schema.ISSUES.name, schema_rows(typed))
    office.send(told=replace(TOLD, handler="UBND xã"))
    office.collect()
    (issue,) = office.issues
    assert (issue.code, issue.source, issue.level, issue.handler) == ("VD001", "dư luận", "thường", "UBND xã")
    assert len(issue.sha256) == 1


def test_typed_rows_get_codes_without_any_notice(office: QuickOffice) -> None:
    rows = [Issue(code, date(2024, 3, 12), "SYT", text="a") for code in ("VD007", "")]
    office.write(schema.ISSUES.name, schema_rows(*rows))
    office.collect()
    assert [issue.code for issue in office.issues] == ["VD007", "VD008"]


def schema_rows(*issues: Issue) -> list[Any]:
    from khoagiao_xl.office.rows import to_rows

    return to_rows(issues, schema.ISSUES)


# -- odd quick forms --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"day": None}, "NB-60"),
        ({"text": None}, "NB-60"),
        ({"text": "như trên"}, "NB-60"),
        ({"text": "12"}, "NB-70"),
        ({"day": "giữa tháng"}, "NB-63"),
        ({"day": "31/02/2024"}, "NB-63"),
        ({"day": "17/03/2024"}, "NB-67"),
        ({"no_secret": False}, "NB-66"),
    ],
)
def test_what_cannot_be_taken_goes_back_marked_and_makes_no_row(
    office: QuickOffice, change: dict[str, Any], rule: str
) -> None:
    office.send(told=replace(TOLD, **change))
    outcome = office.collect()
    (copy,) = (office.folder / "tra-lai").glob("Tin-nhanh_SYT_*_tra-lai.xlsx")
    (fault,) = office.rows(schema.FINDINGS)
    marked = load_workbook(copy)[QUICK_SHEET][fault["cell"]]
    assert (fault["rule"], marked.comment is not None) == (rule, True)
    assert (office.issues, office.drafts(), outcome.status) == ((), [], 1)
    assert office.verdicts() == {"Tin-nhanh_SYT.xlsx": "tin nhanh, trả lại"}


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"field": None}, "NB-64"),
        ({"level": None}, "NB-64"),
        ({"level": "rất gay"}, "NB-65"),
        ({"day": "02/01/2024"}, "NB-68"),
    ],
)
def test_what_may_be_meant_is_taken_and_asked_about(
    office: QuickOffice, change: dict[str, Any], rule: str
) -> None:
    office.send(told=replace(TOLD, **change))
    office.collect()
    assert (len(office.issues), office.rules()) == (1, {rule})


def test_the_copy_put_right_is_taken_in_and_the_first_asks_for_nothing_more(office: QuickOffice) -> None:
    office.send(told=replace(TOLD, day=None))
    office.collect()
    (copy,) = (office.folder / "tra-lai").glob("Tin-nhanh_SYT_*_tra-lai.xlsx")
    book = load_workbook(copy)
    book[QUICK_SHEET]["C6"] = "12/03/2024"
    stream = io.BytesIO()
    book.save(stream)
    office.put(stream.getvalue(), "Tin-nhanh_SYT sửa.xlsx", LATER)
    outcome = office.collect()
    assert len(office.issues) == 1
    assert office.rules() == set()
    assert outcome.counts["open_files"] == 0


def test_a_blank_one_goes_back(office: QuickOffice) -> None:
    office.put(quick_form(), "Tin-nhanh_SYT.xlsx")
    office.collect()
    assert office.rules() == {"NB-60", "NB-64", "NB-66"}


def test_a_formula_in_the_text_is_no_text_and_a_text_like_one_stays_text(office: QuickOffice) -> None:
    book = load_workbook(io.BytesIO(fill_quick_form(quick_form(), TOLD)))
    book[QUICK_SHEET]["C8"] = "=1+1"
    stream = io.BytesIO()
    book.save(stream)
    office.put(stream.getvalue(), "Tin-nhanh_SYT.xlsx")
    office.send("STP", told=replace(TOLD, text="=HYPERLINK(1) là câu dân hỏi về nước sạch"))
    office.collect()
    assert office.rules() == {"NB-62"}
    assert [issue.text for issue in office.issues] == ["=HYPERLINK(1) là câu dân hỏi về nước sạch"]


def test_words_beside_the_answers_are_asked_about(office: QuickOffice) -> None:
    book = load_workbook(io.BytesIO(fill_quick_form(quick_form(), TOLD)))
    book[QUICK_SHEET]["B8"] = "Nội dung: việc khác hẳn"
    book[QUICK_SHEET]["C21"] = "và còn 3 vụ nữa ở xã bên"
    stream = io.BytesIO()
    book.save(stream)
    office.put(stream.getvalue(), "Tin-nhanh_SYT.xlsx")
    office.collect()
    assert (office.rules(), len(office.issues)) == ({"TN-130"}, 1)


@pytest.mark.parametrize(
    ("unit", "master", "name", "rule"),
    [
        ("SYT", "m-2", "Tin-nhanh_SYT.xlsx", "R35-3"),
        ("SLA", "m-1", "Tin-nhanh_SLA.xlsx", "R35-1"),
        ("SYT", "m-1", "Tin-nhanh_STP.xlsx", "NB-69"),
    ],
)
def test_one_that_is_nobodys_of_ours_is_refused(
    office: QuickOffice, unit: str, master: str, name: str, rule: str
) -> None:
    office.put(fill_quick_form(quick_form(unit, master), TOLD), name)
    office.collect()
    assert (office.rules(), office.issues) == ({rule}, ())


def test_one_whose_hidden_words_were_changed_is_refused(office: QuickOffice) -> None:
    book = load_workbook(io.BytesIO(fill_quick_form(quick_form(), TOLD)))
    book["_meta"]["B2"] = "STP"
    stream = io.BytesIO()
    book.save(stream)
    office.put(stream.getvalue(), "tin.xlsx")
    office.collect()
    assert (office.issues, office.states()["STP"]) == ((), "chưa nộp")


def test_one_marked_secret_is_neither_kept_nor_told(office: QuickOffice) -> None:
    office.send(told=replace(TOLD, text=f"TUYỆT MẬT. {TEXT}"))
    office.collect()
    assert (office.rules(), office.issues, office.drafts()) == ({"TN-120"}, (), [])
    assert all(TEXT.encode() not in data for data in office.everything().values())
    assert office.kept("*.xlsx") == []


def test_two_in_one_archive_are_two_issues_of_two_units(office: QuickOffice) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("Tin-nhanh_SYT.xlsx", fill_quick_form(quick_form("SYT"), TOLD))
        archive.writestr("Tin-nhanh_STP.xlsx", fill_quick_form(quick_form("STP"), TOLD))
    office.put(stream.getvalue(), "tin.zip")
    office.collect()
    assert sorted(issue.unit for issue in office.issues) == ["STP", "SYT"]


def test_one_in_a_letter_is_taken_and_a_letter_of_another_unit_asked_about(office: QuickOffice) -> None:
    rows = office.year.raw(schema.UNITS)
    office.write("tblDonVi", [{**row, "Email": f"{row['Mã']}@khoi.example".lower()} for row in rows])
    office.put(letter("stp@khoi.example"), "thư.eml")
    office.collect()
    assert (office.rules(), len(office.issues)) == ({"R35-13"}, 1)


def letter(sender: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = sender, "Tin nhanh", "Sat, 16 Mar 2024 10:00:00 +0700"
    mail.set_content("Gửi Ban.")
    mail.add_attachment(
        fill_quick_form(quick_form(), TOLD),
        maintype="application",
        subtype="octet-stream",
        filename="tin.xlsx",
    )
    return mail.as_bytes()


def test_a_form_of_the_period_renamed_stays_one(office: QuickOffice) -> None:
    office.receive("SYT", name="Tin-nhanh_SYT.xlsx", **SOUND)
    office.collect()
    assert (office.states()["SYT"], office.issues) == ("đã nhận", ())


def test_a_notice_under_the_name_of_a_form_stays_one(office: QuickOffice) -> None:
    office.send(name="SYT_2024-M03.xlsx")
    office.collect()
    assert (office.states()["SYT"], len(office.issues)) == ("chưa nộp", 1)


def test_it_is_taken_after_the_period_was_closed(office: QuickOffice) -> None:
    at = datetime(2024, 5, 6, 9)  # noqa: DTZ001
    office.send(at=at, told=replace(TOLD, day="05/05/2024"))
    office.collect(datetime(2024, 5, 7, 8))  # noqa: DTZ001
    assert len(office.issues) == 1


# -- a period's form beside the log -----------------------------------------------------------------------


def log_of(office: QuickOffice, *issues: Issue) -> None:
    office.write(schema.ISSUES.name, schema_rows(*issues))


ONE = Issue("VD003", date(2024, 3, 12), "SYT", text="a", source="tin nhanh", reported=date(2024, 3, 12))
SAID = Issue("VD004", date(2024, 3, 5), "SYT", text="b", source="dư luận")


def questions(office: QuickOffice, **figures: Any) -> dict[str, str]:
    office.receive("SYT", **SOUND | figures)
    office.collect()
    return {row["rule"]: row["message"] for row in office.rows(schema.FINDINGS)}


def test_a_form_that_knows_of_nothing_is_asked_about_what_the_log_knows(office: QuickOffice) -> None:
    log_of(office, ONE)
    told = questions(office, KG502=1)
    assert (list(told), office.states()["SYT"]) == (["NB-51"], "đã nhận, chờ giải trình")
    assert "KG221 ghi 0" in told["NB-51"]
    assert "VD003 (12/03/2024)" in told["NB-51"]


@pytest.mark.parametrize(
    ("figures", "rule"),
    [
        ({"KG221": 1, "KG502": 1, "KG603": "a"}, set()),
        ({"KG221": 1, "KG502": 0, "KG603": "a"}, {"NB-51"}),
        ({"KG221": 2, "KG502": 1, "KG603": "hai vụ"}, set()),
        ({"KG221": 2, "KG502": 1, "KG603": None}, {"NB-52"}),
        ({"KG221": 1, "KG222": 1, "KG502": 1, "KG603": "a"}, {"NB-53"}),
        ({"KG221": 1, "KG220": 5, "KG502": 9, "KG603": "a"}, set()),
    ],
)
def test_each_figure_is_held_against_what_it_counts(
    office: QuickOffice, figures: dict[str, Any], rule: set[str]
) -> None:
    log_of(office, ONE)
    assert set(questions(office, **figures)) == rule


def test_an_opinion_in_the_log_is_one_that_the_form_must_know(office: QuickOffice) -> None:
    log_of(office, SAID)
    told = questions(office, KG221=1, KG603="b")
    assert "do dư luận phản ánh" in told["NB-51"]


def test_what_was_settled_in_the_window_counts_there_though_it_arose_before(office: QuickOffice) -> None:
    log_of(office, replace(ONE, day=date(2024, 1, 5), reported=date(2024, 1, 5), closed_on=date(2024, 3, 1)))
    assert "giải quyết xong" in questions(office)["NB-51"]


def test_issues_of_others_and_of_other_months_ask_nothing(office: QuickOffice) -> None:
    log_of(office, replace(ONE, unit="STP"), replace(ONE, code="VD009", day=date(2024, 3, 15), reported=None))
    assert questions(office) == {}


def test_an_explanation_answers_it(office: QuickOffice) -> None:
    log_of(office, ONE)
    path = office.receive("SYT", **SOUND | {"KG502": 1})
    book = load_workbook(path)
    sheet = book["Số liệu"]
    (row,) = [cell.row for cell in sheet["A"] if cell.value == "KG221"]
    sheet.cell(row, 5).value = "Vụ việc thuộc địa bàn đơn vị khác."
    book.save(path)
    office.arrive(path)
    office.collect()
    assert office.states()["SYT"] == "đã nhận"


def test_a_form_of_this_run_is_held_against_the_notices_of_this_run(office: QuickOffice) -> None:
    office.send(at=LATER)
    assert set(questions(office)) == {"NB-51"}


# -- nothing passes unseen --------------------------------------------------------------------------------

ODD: list[Any] = [
    None,
    "",
    " ",
    "\u200b",
    "-",
    "x",
    "như trên",
    "〃",
    "?",
    0,
    12,
    45363,
    True,
    "12/03/24",
    "#N/A",
]


@pytest.mark.parametrize("line", QUICK_LINES, ids=lambda line: line.field)
@pytest.mark.parametrize("value", ODD, ids=repr)
def test_whatever_is_typed_an_asked_line_has_a_value_or_a_finding_at_its_cell(
    line: QuickLine, value: Any
) -> None:
    form = fill_quick_form(quick_form(), replace(TOLD, **{line.field: value}))
    reading = read_form(form, "tin.xlsx")
    answers = QuickAnswers(reading, IN_TIME.date())
    said = answers.read()
    is_asked = line.is_owed or bool(line.choices)
    cell = reading.answers[line.code].cell
    told = {finding.place.cell for finding in answers.findings if finding.asks}
    assert said[line.field] or cell in told or not is_asked


# -- without taking it in ---------------------------------------------------------------------------------


def test_one_is_checked_with_its_master_and_without(office: QuickOffice, tmp_path: Path) -> None:
    path = office.send(told=replace(TOLD, day=None))
    job = Job(LATER, source=path)
    known, alone = try_form.by_master(office.year, job), try_form.alone(job)
    assert (known.data["verdict"], alone.data["verdict"]) == ("tin nhanh, trả lại",) * 2
    assert known.sentence.startswith(
        "Thử kiểm tra «Tin-nhanh_SYT.xlsx», chưa ghi gì vào sổ. Tin nhanh của SYT"
    )
    assert alone.sentence.startswith(
        "Kiểm tra «Tin-nhanh_SYT.xlsx» khi không có sổ. Tin nhanh của SYT: 1 lỗi"
    )


def test_a_dry_run_tells_of_it_and_writes_nothing(office: QuickOffice) -> None:
    office.send()
    before = office.everything()
    job = Job(NOW, Period.parse(MONTH), source=office.inbox, out=office.folder / "tra-lai")
    outcome = try_out(office.year, job)
    assert "dòng VD001" in outcome.details[0]
    assert office.everything() == before


# -- odd packages -----------------------------------------------------------------------------------------


def test_a_line_that_is_gone_is_told(office: QuickOffice) -> None:
    book = load_workbook(io.BytesIO(fill_quick_form(quick_form(), TOLD)))
    book[QUICK_SHEET].delete_rows(9)
    stream = io.BytesIO()
    book.save(stream)
    office.put(stream.getvalue(), "Tin-nhanh_SYT.xlsx")
    office.collect()
    assert "NB-61" in office.rules()
    assert office.issues == ()


@pytest.mark.parametrize(
    ("key", "value", "rule"), [("form_version", "9", "R35-4"), ("form_id", "f", "R35-6")]
)
def test_one_of_another_make_is_refused(office: QuickOffice, key: str, value: str, rule: str) -> None:
    data = fill_quick_form(quick_form(), TOLD)
    (old,) = [row[1] for row in meta_of(data) if row[0] == key]
    office.put(
        rezip(data, lambda _, part: part.replace(f">{old}<".encode(), f">{value}<".encode())), "tin.xlsx"
    )
    office.collect()
    assert rule in office.rules()
    assert office.issues == ()


def meta_of(data: bytes) -> list[tuple[str, str]]:
    sheet = load_workbook(io.BytesIO(data))["_meta"]
    return [(str(row[0].value), str(row[1].value)) for row in sheet.iter_rows(max_row=6)]


def test_one_that_cannot_be_marked_goes_back_as_a_fresh_one_with_what_was_typed(office: QuickOffice) -> None:
    from khoagiao_xl.intake.returning.fresh_form import FreshForm

    sent = read_form(fill_quick_form(quick_form(), replace(TOLD, day="hôm qua")), "tin.xlsx")
    filled = FreshForm(quick_form(), sent).filled()
    sheet = load_workbook(io.BytesIO(filled))[QUICK_SHEET]
    assert (sheet["C6"].value, sheet["C8"].value, sheet["C15"].value) == ("hôm qua", TEXT, "x")
