"""The terminal door: exit status, one sentence, one JSON object, and never a traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from khoagiao_xl import __version__
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.books.base import Row
from khoagiao_xl.books.file_book import FileBook
from khoagiao_xl.doors.cli import main
from khoagiao_xl.doors.run_action import run_action
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Unit
from khoagiao_xl.model.results import Job
from khoagiao_xl.office.storage import Storage
from khoagiao_xl.wording import SENTENCES

Said = pytest.CaptureFixture[str]


def run(*words: object) -> int:
    return main([str(word) for word in words])


def test_each_action_is_a_verb_with_help(capsys: Said) -> None:
    with pytest.raises(SystemExit):
        run("--help")
    shown = capsys.readouterr().out
    assert all(action.verb in shown and action.label in shown for action in ACTIONS.values())
    assert "usage" not in shown


def test_json_prints_one_object_with_the_paths_it_wrote(master: Path, tmp_path: Path, capsys: Said) -> None:
    assert run("forms", master, "--period", "2024-M01", "--out", tmp_path / "b", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["ok"] is True
    assert said["counts"] == {"units": 92, "forms": 92}
    assert all(Path(path).exists() for path in said["paths"])


def test_findings_that_block_give_status_one(master: Path, tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "hop").mkdir()
    (tmp_path / "hop" / "x.xlsx").write_bytes(b"no form")
    assert run("collect", master, tmp_path / "hop", "--period", "2024-M01") == 1
    assert "chưa nộp 92" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "words", "says"),
    [
        ("KY-01", ["forms", "{master}", "--period", "2024-13"], "không phải là mã kỳ"),
        ("KY-02", ["forms", "{master}", "--period", "2031-M01"], "không có trong bảng Thời hạn"),
        (
            "TEP-10",
            ["collect", "{master}", "{folder}/không", "--period", "2024-M01"],
            "không phải là thư mục",
        ),
        ("KY-05", ["consolidate", "{master}", "--period", "2024-M01"], "chưa tiếp nhận báo cáo nào"),
        ("KY-04", ["report", "{master}", "--period", "2024-M01"], "chưa có số tổng hợp"),
        ("TEP-08", ["restore", "{master}"], "Không có bản sao lưu nào"),
        ("TEP-01", ["plan", "{master}", "{folder}/không.docx"], "Không tìm thấy tệp"),
        ("NP-02", ["plan", "{master}", "{folder}"], "cần đúng một"),
        ("TEP-01", ["rules", "{folder}/không.xlsm"], "Không tìm thấy tệp"),
        ("TEP-01", ["forms", "{folder}/không.xlsm", "--period", "2024-M01"], "Không tìm thấy tệp"),
        ("TEP-07", ["new", "{master}"], "Đã có tệp"),
        ("HS-01", ["new", "{folder}/x.xlsm", "--profile", "1999"], "1999"),
        ("TEP-01", ["demo", "--out", "{folder}", "--guidance", "{folder}/không.docx"], "Không tìm thấy tệp"),
        ("TEP-11", ["demo", "--out", "{folder}"], "đã có nội dung khác"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_status_two_and_the_master_as_it_was(
    master: Path, capsys: Said, code: str, words: list[str], says: str
) -> None:
    before = master.read_bytes()
    assert run(*(word.format(master=master, folder=master.parent) for word in words)) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert re.fullmatch(re.sub(r"\\{\w+\\}", ".*", re.escape(SENTENCES[code])), said.err.strip())
    assert (said.out, said.err.count("\n"), "Traceback" in said.err) == ("", 1, False)
    assert master.read_bytes() == before


@pytest.mark.parametrize("words", [["không có"], ["forms"], ["forms", "x", "--lạ"]])
def test_a_wrong_command_line_is_said_in_vietnamese(words: list[str], capsys: Said) -> None:
    with pytest.raises(SystemExit) as left:
        run(*words)
    assert left.value.code == 2
    assert "Lệnh chưa đúng" in capsys.readouterr().err


def test_a_fault_of_the_program_is_logged_and_owned_up_to(
    master: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("nobody foresaw this")

    monkeypatch.setattr(FileBook, "read", fail)
    assert run("consolidate", master, "--period", "2024-M01") == 2
    assert SENTENCES["TEP-09"].split("«")[0] in capsys.readouterr().err
    (log,) = (master.parent / "KhoaGiao-2024-luu-tru" / "nhat-ky").iterdir()
    assert "nobody foresaw this" in log.read_text(encoding="utf-8")


def test_a_period_must_be_chosen(master: Path) -> None:
    outcome = run_action("tong_hop", master, Job(datetime(2024, 1, 22)))  # noqa: DTZ001
    assert (outcome.status, outcome.sentence) == (2, SENTENCES["KY-03"])


def test_when_every_unit_is_released_there_is_no_form_to_issue(master: Path) -> None:
    book = FileBook(master)
    released: Row = {
        "Kỳ": "2024-M01",
        "Quy tắc": "MIEN-NOP",
        "Lý do": "x",
        "Người cho phép": "x",
        "Đến hết": date(2024, 12, 31),
    }
    book.write("tblMienTru", [{**released, "Mã đơn vị": row["Mã"]} for row in book.read("tblDonVi")])
    book.save()
    outcome = run_action("phat_bieu_mau", master, Job(datetime(2024, 1, 8), Period.parse("2024-M01")))  # noqa: DTZ001
    assert (outcome.status, outcome.sentence) == (2, SENTENCES["HS-02"].format(code="2024-M01"))


def test_a_new_master_is_ready_for_the_first_forms(tmp_path: Path, capsys: Said) -> None:
    assert run("new", tmp_path / "Sổ mới.xlsm", "--year", "2024", "--profile", "2024") == 0
    assert "92 đơn vị" in capsys.readouterr().out
    assert run("forms", tmp_path / "Sổ mới.xlsm", "--period", "2024-Q1") == 0


def test_asking_for_the_version_imports_nothing_heavy() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "khoagiao_xl", "--version"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in said.stderr.splitlines()}
    heavy = {
        "pandas",
        "numpy",
        "openpyxl",
        "docx",
        "docxtpl",
        "lxml",
        "xlsxwriter",
        "rich",
        "argparse",
        "khoagiao_xl.doors.cli",
    }
    assert said.stdout == f"khoagiao {__version__}\n"
    assert "khoagiao_xl" in loaded
    assert not heavy & loaded


@pytest.mark.parametrize("words", [("consolidate",), ("trace", "--indicator", "KG001")])
def test_no_verb_imports_what_it_does_not_use(master: Path, words: tuple[str, ...]) -> None:
    verb, *more = words
    command = [sys.executable, "-X", "importtime", "-m", "khoagiao_xl", verb, str(master), *more]
    said = subprocess.run([*command, "--period", "2024-M01"], capture_output=True, text=True)
    loaded = {line.rsplit("|", 1)[-1].strip() for line in said.stderr.splitlines()}
    unused = {"openpyxl", "docx", "docxtpl", "xlsxwriter", "pebble", "pyopenvba", "pandas"}
    assert "khoagiao_xl.totals.adding" in loaded
    assert not (unused | {"urllib.request", "khoagiao_xl.report", "khoagiao_xl.layout"}) & loaded


def test_a_record_that_lacks_a_columns_field_is_a_slip_of_the_program(
    master: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_the_field(row: dict[str, object]) -> Unit:
        return Unit(**{**row, "field_of_a_new_column": 1})  # type: ignore[arg-type]

    monkeypatch.setattr(Unit, "from_row", without_the_field)
    assert run("consolidate", master, "--period", "2024-M01") == 2
    assert SENTENCES["TEP-09"].split("«")[0] in capsys.readouterr().err
    (log,) = Storage(master).logs.iterdir()
    assert "TypeError" in log.read_text(encoding="utf-8")


def test_the_demo_says_what_it_did_and_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khoagiao_xl.demo.live", lambda _: None)
    assert main(["demo", "--out", str(tmp_path / "out"), "--json"]) == 0
    assert (tmp_path / "out" / "KhoaGiao-2024.xlsm").is_file()
