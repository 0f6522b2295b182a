"""«doctor» and «setup» as somebody types them: the table, the statuses, and bad folders each in one sentence."""

from __future__ import annotations

import errno
import json
import sys
from pathlib import Path

import pytest

from khoagiao_xl.building import build_master
from khoagiao_xl.doors import doctor_in_terminal, run_action, setting_up
from khoagiao_xl.doors.cli import main
from khoagiao_xl.doors.setting_up import office_of, set_up, usual_place
from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.installing.bundle_names import PROGRAM
from khoagiao_xl.machine.checks_table import CHECKS
from khoagiao_xl.machine.examination import examine
from khoagiao_xl.machine.this_machine import Machine
from khoagiao_xl.office.year import read_year
from khoagiao_xl.wording import machine_checks, sentence
from tests.machine.looked_at import NOW, USER, case, machine, windows
from tests.made_once import FEW, few_units

Said = pytest.CaptureFixture[str]
BLOCKED = {(USER, r"Software\Policies\Microsoft\Windows\System", "DisableCMD"): 1}


@pytest.fixture(autouse=True)
def sound_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine on which everything is well; the clock stands in 2024."""
    on = machine(tmp_path, find_program=lambda name: name if "/" in name else f"/usr/bin/{name}")
    monkeypatch.setattr(doctor_in_terminal, "this_machine", lambda: on)
    monkeypatch.setattr(run_action, "office_now", lambda: NOW)
    return on


def test_every_check_has_its_words_and_every_word_its_check() -> None:
    assert list(CHECKS)
    assert set(CHECKS) == set(machine_checks.CHECKS)


def test_doctor_prints_each_check_once_and_what_they_come_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    status = main(["doctor"])
    said = capsys.readouterr().out
    names = [name for name, _ in machine_checks.CHECKS.values()]
    assert [said.count(f"│ {name.split()[0]}") >= 1 for name in names] == [True] * len(names)
    assert status in (0, 1)
    assert " đạt, " in said.splitlines()[-1]


def test_as_json_every_check_says_what_was_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    main(["doctor", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [line["check"] for line in told["checks"]] == list(CHECKS)
    assert all(line["told"] and line["verdict"] in machine_checks.VERDICTS for line in told["checks"])
    assert sum(told["counts"].values()) == len(CHECKS)


def test_the_status_is_that_of_the_worst_check(tmp_path: Path, master: Path) -> None:
    broken = tmp_path / "no.xlsm"
    assert examine(case(tmp_path, master=broken)).status == 2
    assert examine(case(tmp_path, windows(tmp_path, BLOCKED))).status == 2


def test_what_others_must_do_is_one_sentence_to_send(tmp_path: Path) -> None:
    *_, asked = examine(case(tmp_path, windows(tmp_path, BLOCKED))).details
    assert asked.startswith(sentence("MAY-901", {"asks": "chương trình Khoa giáo"}).split("»")[0])
    assert machine_checks.ASKED_OF_IT["MAY-412"] in asked
    assert examine(case(tmp_path)).data["for_it"] == ""


def test_below_the_table_what_is_ready_comes_first_and_what_is_broken_last(tmp_path: Path) -> None:
    ready, *others, _ = examine(case(tmp_path / "OneDrive", windows(tmp_path, BLOCKED))).details
    assert ready.startswith("Đạt: Python, ")
    kinds = [line.split(" - ")[0] for line in others]
    assert kinds == sorted(kinds)
    assert {"Chú ý", "HỎNG"} == set(kinds)
    assert [
        line for line in others if line.startswith("HỎNG - Dòng lệnh Windows: Chính sách của máy chặn cmd")
    ]


def test_each_thing_that_is_asked_of_others_is_a_sentence_of_the_checks() -> None:
    assert machine_checks.ASKED_OF_IT.keys() <= machine_checks.SENTENCES.keys()


def refusing(*_: object) -> None:
    raise OSError(errno.EIO, "Input/output error")


def test_a_check_that_the_system_refuses_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(CHECKS, "opened", refusing)
    lines = examine(case(tmp_path)).data["checks"]
    assert [line["code"] for line in lines if line["check"] == "opened"] == ["MAY-004"]
    assert len(lines) == len(CHECKS)


FOLDERS = ["Khoa giáo", "a & b", "100%", "it's", "a b (2)"]


@pytest.mark.parametrize("name", FOLDERS)
def test_setup_makes_master_folders_and_shortcut_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    done = set_up(place, NOW, tmp_path / "desktop")
    assert (place / "KhoaGiao-2024.xlsm").is_file()
    assert (place / "hop-thu-den" / "2024-M01").is_dir()
    assert len(list((tmp_path / "desktop").iterdir())) == 1
    assert done.sentence.startswith(sentence("CD-48", {"folder": place}).split("»")[0])


def test_a_second_setup_changes_nothing_but_what_is_missing(tmp_path: Path) -> None:
    set_up(tmp_path / "k", NOW, tmp_path)
    master = tmp_path / "k" / "KhoaGiao-2024.xlsm"
    before = master.read_bytes()
    (tmp_path / "k" / "tra-lai").rmdir()
    done = set_up(tmp_path / "k", NOW, tmp_path)
    assert master.read_bytes() == before
    assert done.details[0] == sentence("CD-42", {"name": master.name})
    assert "1 mới tạo" in done.details[1]
    assert (tmp_path / "k" / "tra-lai").is_dir()


def test_setup_says_all_it_did(tmp_path: Path, capsys: Said) -> None:
    status = main(["setup", str(tmp_path / "k"), "--desktop", str(tmp_path)])
    said = capsys.readouterr().out
    for code in ("CD-41", "CD-44", "CD-45", "CD-48"):
        assert sentence(code, {}).split("?")[0] in said
    assert status in (0, 1)


def test_from_october_on_next_years_master_is_told_of(tmp_path: Path) -> None:
    told = sentence("CD-47", {"year": 2025, "name": "KhoaGiao-2024.xlsm"})
    assert told in set_up(tmp_path / "k", NOW.replace(month=10), tmp_path).details
    assert told not in set_up(tmp_path / "k", NOW, tmp_path).details


def test_where_last_years_master_lies_the_new_one_goes_on_from_it(tmp_path: Path) -> None:
    last = tmp_path / "KhoaGiao-2024.xlsm"
    build_master(last, few_units())
    before = last.read_bytes()
    done = set_up(tmp_path, NOW.replace(year=2025), tmp_path / "desktop")
    facts = {"name": "KhoaGiao-2025.xlsm", "year": 2025, "last": last.name, "units": len(FEW)}
    assert done.details[0] == sentence("CD-51", facts)
    assert read_year(tmp_path / "KhoaGiao-2025.xlsm").settings.last_year_master == last.name
    assert last.read_bytes() == before


def test_where_last_years_master_cannot_be_read_that_is_told_and_samples_are_taken(tmp_path: Path) -> None:
    (tmp_path / "KhoaGiao-2023.xlsm").write_bytes(b"no workbook")
    told = set_up(tmp_path, NOW, tmp_path / "desktop").details
    assert told[0].startswith("Không lấy được đơn vị, cấu hình từ sổ năm trước «KhoaGiao-2023.xlsm»: ")
    assert told[1].startswith("Đã tạo sổ «KhoaGiao-2024.xlsm»")


def test_a_master_that_cannot_be_read_is_kept_and_told(tmp_path: Path) -> None:
    master = tmp_path / "KhoaGiao-2024.xlsm"
    master.write_bytes(b"no workbook")
    done = set_up(tmp_path, NOW, tmp_path)
    assert (done.status, master.read_bytes()) == (2, b"no workbook")
    assert done.details[1].startswith(sentence("CD-43", {"name": master.name}).split("(")[0])
    assert done.sentence.startswith(sentence("CD-49", {"folder": tmp_path}).split("»")[0])


def test_a_machine_without_a_desktop_gets_all_but_the_shortcut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_desktop(*_: object) -> None:
        raise WrongRequest("CS-14")

    monkeypatch.setattr(setting_up, "place_shortcut", no_desktop)
    done = set_up(tmp_path / "k", NOW)
    assert sentence("CD-46", {"reason": sentence("CS-14", {})}) in done.details


def test_what_is_to_be_known_of_the_new_master_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = "/Nguyễn/python"
    monkeypatch.setattr(setting_up, "office_of", lambda _: "excel")
    monkeypatch.setattr(sys, "executable", python)
    assert sentence("HS-06", {"python": python}) in set_up(tmp_path / "k", NOW, tmp_path).details


def test_masters_of_other_years_in_the_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "KhoaGiao-2023.xlsm").touch()
    assert (
        sentence("CD-50", {"names": "KhoaGiao-2023.xlsm", "year": 2024})
        in set_up(tmp_path, NOW, tmp_path).details
    )


@pytest.mark.parametrize(
    ("number", "code"), [(errno.EACCES, "TEP-05"), (errno.EROFS, "TEP-05"), (errno.ENOSPC, "TEP-14")]
)
def test_a_folder_without_rights_or_room_is_one_sentence(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert main(["setup", str(tmp_path / "k")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(sentence(code, {"name": "k"}).split("(")[0].strip())


def test_a_new_master_gets_the_macros_of_the_program_that_is_there(tmp_path: Path) -> None:
    only_libreoffice = machine(tmp_path, find_program=lambda name: f"/usr/bin/{name}")
    assert office_of(case(tmp_path, only_libreoffice)) == "libreoffice"
    assert office_of(case(tmp_path, windows(tmp_path))) == "excel"
    assert office_of(case(tmp_path, machine(tmp_path))) == "excel"


def test_an_installed_program_sets_up_the_folder_that_it_lies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / PROGRAM / "python" / "python.exe"))
    assert usual_place() == tmp_path
