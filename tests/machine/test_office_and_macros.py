"""Office programs and macros, as the registry of a Windows has them; elsewhere nothing is claimed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from khoagiao_xl.machine import macro_checks, office_checks
from khoagiao_xl.machine.check_result import CheckVerdict
from tests.machine.looked_at import CLASSES, EVERYBODY, EXCEL, USER, PaperRegistry, case, machine, windows
from tests.machine.test_python_and_folder import told

SECURITY = r"Software\Microsoft\Office\16.0\Excel\Security"
POLICY = r"Software\Policies\Microsoft\Office\16.0\Excel\Security"
RULE = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
RULES = r"SOFTWARE\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"


def soffice(name: str) -> str | None:
    return "/usr/bin/soffice" if name == "soffice" else None


def test_excel_of_the_registry_comes_before_libreoffice(tmp_path: Path) -> None:
    seen = office_checks.office_program(case(tmp_path, windows(tmp_path, find_program=soffice)))
    assert told(seen, CheckVerdict.SOUND, "MAY-301")
    assert "chưa thử mở" in seen.told


def test_libreoffice_alone_is_told_and_so_is_the_lack_of_both(tmp_path: Path) -> None:
    look = office_checks.office_program
    assert told(look(case(tmp_path, machine(tmp_path, find_program=soffice))), CheckVerdict.SOUND, "MAY-302")
    assert told(look(case(tmp_path)), CheckVerdict.BROKEN, "MAY-303")


@pytest.mark.parametrize(
    ("server", "verdict", "code"),
    [
        (r"C:\Office\EXCEL.EXE /automation", CheckVerdict.SOUND, "MAY-311"),
        (r"C:\Kingsoft\WPS Office\et.exe", CheckVerdict.BROKEN, "MAY-312"),
        (None, CheckVerdict.UNSEEN, "MAY-313"),
    ],
)
def test_whoever_answers_for_excel_is_named(
    tmp_path: Path, server: str | None, verdict: CheckVerdict, code: str
) -> None:
    on = windows(tmp_path, {(CLASSES, r"CLSID\{1}\LocalServer32", ""): server})
    assert told(office_checks.wps(case(tmp_path, on)), verdict, code)


def test_a_windows_without_any_excel_class_is_not_praised(tmp_path: Path) -> None:
    on = windows(tmp_path, {(CLASSES, r"Excel.Application\CLSID", ""): None})
    assert told(office_checks.wps(case(tmp_path, on)), CheckVerdict.UNSEEN, "MAY-313")


def test_the_bridge_is_asked_for_where_libreoffice_is(tmp_path: Path) -> None:
    look = office_checks.bridge
    with_uno = machine(tmp_path, find_program=soffice, place_of=lambda _: "/uno.py")
    without = machine(tmp_path, find_program=soffice, place_of=lambda _: None)
    assert told(look(case(tmp_path, with_uno)), CheckVerdict.SOUND, "MAY-321")
    assert told(look(case(tmp_path, without)), CheckVerdict.NOTICE, "MAY-322")
    assert told(look(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-323")


@pytest.mark.parametrize(
    ("key", "level", "verdict", "code"),
    [
        (SECURITY, None, CheckVerdict.SOUND, "MAY-401"),
        (SECURITY, 2, CheckVerdict.SOUND, "MAY-401"),
        (SECURITY, 4, CheckVerdict.BROKEN, "MAY-403"),
        (POLICY, 3, CheckVerdict.BROKEN, "MAY-404"),
        (SECURITY, 1, CheckVerdict.NOTICE, "MAY-405"),
    ],
)
def test_the_macro_setting_of_excel_is_read(
    tmp_path: Path, key: str, level: int | None, verdict: CheckVerdict, code: str
) -> None:
    seen = macro_checks.macros(case(tmp_path, windows(tmp_path, {(USER, key, "VBAWarnings"): level})))
    assert told(seen, verdict, code)
    assert ("theo chính sách" in seen.told) == (key == POLICY)


def test_a_policy_comes_before_what_the_person_chose(tmp_path: Path) -> None:
    values = {(USER, POLICY, "VBAWarnings"): 4, (USER, SECURITY, "VBAWarnings"): 1}
    assert macro_checks.macros(case(tmp_path, windows(tmp_path, values))).code == "MAY-403"


@pytest.mark.parametrize(("below", "code"), [(1, "MAY-402"), (0, "MAY-403")])
def test_a_folder_below_a_trusted_one_is_trusted_only_where_that_says_so(
    tmp_path: Path, below: int, code: str
) -> None:
    place = rf"{SECURITY}\Trusted Locations\Location9"
    values: dict[tuple[str, str, str], Any] = {
        (USER, SECURITY, "VBAWarnings"): 4,
        (USER, place, "Path"): str(tmp_path),
        (USER, place, "AllowSubFolders"): below,
    }
    assert macro_checks.macros(case(tmp_path / "a", windows(tmp_path, values))).code == code
    itself = macro_checks.macros(case(tmp_path, windows(tmp_path, values)))
    assert told(itself, CheckVerdict.SOUND, "MAY-402")


def test_without_excel_or_windows_nothing_is_said_of_macros(tmp_path: Path) -> None:
    bare = machine(tmp_path, system="win32", registry=PaperRegistry())
    assert told(macro_checks.macros(case(tmp_path, bare)), CheckVerdict.UNSEEN, "MAY-005")
    assert told(macro_checks.macros(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-001")


def test_a_master_from_the_network_is_broken_until_it_is_unblocked(tmp_path: Path) -> None:
    master = tmp_path / "KhoaGiao-2024.xlsm"
    look = macro_checks.web_mark
    assert told(look(case(tmp_path, windows(tmp_path), master=master)), CheckVerdict.SOUND, "MAY-431")
    (tmp_path / "KhoaGiao-2024.xlsm:Zone.Identifier").touch()  # a stream on Windows, a file here
    assert told(look(case(tmp_path, windows(tmp_path), master=master)), CheckVerdict.BROKEN, "MAY-432")
    assert told(look(case(tmp_path, windows(tmp_path))), CheckVerdict.UNSEEN, "MAY-002")
    assert told(look(case(tmp_path, master=master)), CheckVerdict.UNSEEN, "MAY-001")


def test_a_blocked_command_line_breaks_the_buttons(tmp_path: Path) -> None:
    look = macro_checks.command_line
    key = (USER, r"Software\Policies\Microsoft\Windows\System", "DisableCMD")
    assert told(look(case(tmp_path, windows(tmp_path, {key: 2}))), CheckVerdict.BROKEN, "MAY-412")
    assert told(look(case(tmp_path, windows(tmp_path))), CheckVerdict.SOUND, "MAY-411")
    assert told(look(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-001")


@pytest.mark.parametrize(
    ("state", "verdict", "code", "word"),
    [
        (1, CheckVerdict.BROKEN, "MAY-422", "chặn"),
        ("6", CheckVerdict.BROKEN, "MAY-422", "cảnh báo"),
        (2, CheckVerdict.NOTICE, "MAY-423", "chỉ ghi lại"),
        (0, CheckVerdict.SOUND, "MAY-421", "Không thấy"),
        (None, CheckVerdict.SOUND, "MAY-421", "Không thấy"),
    ],
)
def test_defenders_rule_against_child_processes_is_read(
    tmp_path: Path, state: object, verdict: CheckVerdict, code: str, word: str
) -> None:
    seen = macro_checks.child_processes(case(tmp_path, windows(tmp_path, {(EVERYBODY, RULES, RULE): state})))
    assert told(seen, verdict, code)
    assert word in seen.told


def test_rules_that_may_not_be_read_are_not_seen(tmp_path: Path) -> None:
    on = machine(tmp_path, system="win32", registry=PaperRegistry(dict(EXCEL), locked=("ASR",)))
    assert told(macro_checks.child_processes(case(tmp_path, on)), CheckVerdict.UNSEEN, "MAY-004")
    assert told(macro_checks.child_processes(case(tmp_path)), CheckVerdict.UNSEEN, "MAY-001")
