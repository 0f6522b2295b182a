"""Buttons, macros and ACTIONS are one list; the macros are plain and do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.actions import ACTIONS, GROUPS
from khoagiao_xl.building import build_master
from khoagiao_xl.building.board import NOTICE
from khoagiao_xl.building.defined_names import LISTS, SAID_BY_MACROS
from khoagiao_xl.building.finishing import DASHBOARD_DRAWING
from khoagiao_xl.building.macro_project import COMMON, EVENTS, OWN, read_module
from khoagiao_xl.building.macros_off import SHEET
from khoagiao_xl.doors.button_answer import escaped
from khoagiao_xl.model.schema import SHEETS
from khoagiao_xl.office.profiles import load_profile
from khoagiao_xl.wording import sentence
from tests.chosen_period import choose_period
from tests.conftest import TOP

if TYPE_CHECKING:
    from pathlib import Path

    from khoagiao_xl.actions import Action

MODULES = [*COMMON, *OWN["libreoffice"]]


@pytest.fixture(scope="module")
def libreoffice_master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("libreoffice") / "So.xlsm"
    build_master(path, load_profile("2024"), for_office="libreoffice")
    return path


def test_every_action_has_one_button_and_one_macro(parts: dict[str, str]) -> None:
    macros = [action.macro for action in ACTIONS.values()]
    subs = re.findall(r"Public Sub (KG_\w+)\(\)\s+KG_Run \"(\w+)\"", read_module(COMMON[0])[1])
    buttons = re.findall(r'<xdr:sp macro="\[0\]!(\w+)"', parts[DASHBOARD_DRAWING])
    assert sorted(subs) == sorted((action.macro, action.id) for action in ACTIONS.values())
    assert sorted(buttons) == sorted(macros)
    assert sorted(action for group in GROUPS.values() for action in group) == sorted(ACTIONS)


A_NEW_ACTION = """
    Action("viec_moi", "Việc mới", "brand-new", "restore:run", "Làm một việc mới.",
           group="Sửa sai", icon="Undo", keytip="V"),
)  # fmt: skip
ACTIONS: Final ="""
BUILD = """
from pathlib import Path
from khoagiao_xl.building import build_master
from khoagiao_xl.office.profiles import load_profile
build_master(Path("So.xlsm"), load_profile("2024"))
"""


def test_a_new_action_brings_its_own_macro_and_button(tmp_path: Path) -> None:
    for folder in ("src", "macros"):
        shutil.copytree(TOP / folder, tmp_path / folder)
    shutil.copy(TOP / "pyproject.toml", tmp_path)  # by which a checkout is known
    actions = tmp_path / "src" / "khoagiao_xl" / "actions.py"
    text = actions.read_text(encoding="utf-8").replace(
        ")  # fmt: skip\nACTIONS: Final =", A_NEW_ACTION.lstrip("\n")
    )
    actions.write_text(text, encoding="utf-8")
    there = {**os.environ, "PYTHONPATH": str(tmp_path / "src")}
    subprocess.run([sys.executable, "-c", BUILD], cwd=tmp_path, env=there, check=True)
    from pyopenvba import ExcelFile

    with ExcelFile(tmp_path / "So.xlsm") as workbook:
        [module] = [module for module in workbook.vba_project().modules if module.name == "KhoaGiao"]
    assert 'Public Sub KG_ViecMoi()\n    KG_Run "viec_moi"\nEnd Sub' in module.source.replace("\r\n", "\n")
    assert module.source.count("RunPython") == MODULES[0].read_text(encoding="ascii").count("RunPython")
    with zipfile.ZipFile(tmp_path / "So.xlsm") as package:
        assert b'macro="[0]!KG_ViecMoi"' in package.read(DASHBOARD_DRAWING)


def buttons_in(drawing: str) -> list[tuple[str, str, str]]:
    """Return the macro, the description and the words of every drawn button."""
    shapes = re.findall(r"<xdr:sp macro=.*?</xdr:sp>", drawing, re.DOTALL)
    facts = [
        re.search(r'"\[0\]!(\w+)".*? descr="([^"]*)".*?<a:t>([^<]*)<', shape, re.DOTALL) for shape in shapes
    ]
    return [(found[1], found[2], found[3]) for found in facts if found]


def test_a_button_says_what_it_does(parts: dict[str, str]) -> None:
    said = {
        macro: (words.rpartition(". ")[2], told)
        for macro, told, words in buttons_in(parts[DASHBOARD_DRAWING])
    }
    assert said == {action.macro: (action.label, action.help) for action in ACTIONS.values()}


def test_the_buttons_are_numbered_in_the_order_of_the_day_and_going_back_is_no_step_of_it(
    parts: dict[str, str],
) -> None:
    words = [words for _, _, words in buttons_in(parts[DASHBOARD_DRAWING])]
    actions = [ACTIONS[action] for group in GROUPS.values() for action in group]
    steps = [action.label for action in actions if action.group != "Sửa sai"]
    assert words[: len(steps)] == [f"{number}. {label}" for number, label in enumerate(steps, 1)]
    assert words[len(steps) :] == [action.label for action in actions if action.group == "Sửa sai"]


def test_letters_are_drafted_before_they_are_sent() -> None:
    assert GROUPS["Thư"] == ("soan_thu", "don_doc", "gui_thu")


def test_the_words_that_macros_say_are_of_the_catalogue() -> None:
    code = COMMON[0].read_text(encoding="ascii")
    assert set(re.findall(r'KG_Tell KG_Text\("(\w+)"\)', code)) == set(SAID_BY_MACROS)
    assert sorted(SAID_BY_MACROS.values()) == [
        "NUT-01",
        "NUT-02",
        "NUT-03",
        "NUT-04",
        "NUT-05",
        "NUT-08",
        "NUT-17",
    ]


def test_the_workbooks_own_module_is_ascii_too() -> None:
    for source in EVENTS.values():
        assert source.read_bytes().isascii()


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_a_module_is_ascii_and_states_its_name_first(module: Path) -> None:
    text = module.read_bytes().decode("ascii")
    assert read_module(module)[1].isascii()
    assert re.match(
        r'Attribute VB_Name = "\w+"\n(Option Explicit|\' No Option Explicit: ThisComponent)', text
    )


@pytest.mark.parametrize("source", [*MODULES, *EVENTS.values()], ids=lambda path: path.name)
def test_a_module_compiles(source: Path, master: Path) -> None:
    from pyopenvba.apps.excel import ExcelApplication

    text = source.read_text(encoding="ascii")
    code = text if source in EVENTS.values() else read_module(source)[1]
    office = ExcelApplication.open(master)
    office.add_module(f"{code}\nPublic Sub IsCompiled()\nEnd Sub\n", name="Compiled")
    office.run("IsCompiled")


def test_there_is_a_document_module_for_the_workbook_and_each_sheet(built_master: Path) -> None:
    from pyopenvba import ExcelFile

    with ExcelFile(built_master) as workbook:
        names = {module.name for module in workbook.vba_project().modules}
    sheets = {f"Sheet{number + 1}" for number in range(len([*SHEETS, SHEET, LISTS]))}
    assert names == {"ThisWorkbook", *sheets, "KhoaGiao"}


def test_the_package_passes_the_check_of_its_macros(built_master: Path, libreoffice_master: Path) -> None:
    from pyopenvba import check_file

    for path in (built_master, libreoffice_master):
        assert list(check_file(path).issues) == []


def findings_of(path: Path) -> set[tuple[str, str]]:
    from oletools import olevba

    parser: Any = olevba.VBA_Parser(str(path))  # type: ignore[no-untyped-call]
    found = {(kind, keyword) for kind, keyword, _ in parser.analyze_macros()}
    parser.close()
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # oletools and pyparsing disagree
def test_a_scanner_finds_nothing_that_runs_by_itself(built_master: Path, libreoffice_master: Path) -> None:
    # docs/macros.md says what each is for.
    known = {"Run", "CreateObject", "open", "ChrW", "Windows", "Hex Strings", "Base64 Strings"}
    assert findings_of(built_master) == {("Suspicious", word) for word in known}
    assert findings_of(libreoffice_master) == {("Suspicious", word) for word in {*known, "Shell"}}


RECORDER = """
Private told As String
Public Sub RunPython(ByVal code As String)
    told = code
End Sub
Public Function WhatWasTold() As String
    WhatWasTold = told
End Function
"""
OPENING = """
Public Function SavedOnceDrawn() As Boolean
    ThisWorkbook.Saved = False
    KG_Drawn Nothing
    SavedOnceDrawn = ThisWorkbook.Saved
End Function
"""
# What says that no macro can wait for Python: LibreOffice.
LATER = """
Public Sub KG_AnswersLater()
End Sub
"""
# The interpreter has no files and no COM: these stand in for them.
FILES = """
Public Function OpenedReadOnly() As Boolean
    OpenedReadOnly = {is_read_only}
End Function
Public Function HasFile(ByVal place As String) As Boolean
    HasFile = place <> "C:\\gone\\python.exe"
End Function
Public Function TextOf(ByVal place As String) As String
    If Right(place, 20) <> "-luu-tru/tra-loi.txt" Then Err.Raise 53
    TextOf = {answer}
End Function
"""
CLICKED = 45_000.5  # the one moment of every click here: a clock ticks on between click and answer
STANDING_IN = {
    "CDbl(Now)": str(CLICKED),
    "ThisWorkbook.ReadOnly": "OpenedReadOnly()",
    'CreateObject("Scripting.FileSystemObject").FileExists(': "HasFile(",
    'CreateObject("Scripting.FileSystemObject").OpenTextFile(place, 1).ReadAll': "TextOf(place)",
}


def click(master: Path, macro: str, *modules: str, answer: str = '""', is_read_only: bool = False) -> Any:
    """Run a button's macro in pyOpenVBA's interpreter; `answer`: the file it finds, as a VBA expression."""
    from pyopenvba.apps.excel import ExcelApplication

    office = ExcelApplication.open(master)
    _, code = read_module(COMMON[0])
    for real, made_up in STANDING_IN.items():
        code = code.replace(real, made_up)
    files = FILES.format(answer=answer, is_read_only=is_read_only)
    for name, module in {"KhoaGiao": code, "Files": files}.items():
        office.add_module(module, name=name)
    for number, module in enumerate(modules):
        office.add_module(module, name=f"Other{number}")
    office.run(macro)
    return office


def said(office: Any) -> str:
    shown = str(office.sheet(1).value(f"B{NOTICE}"))
    return shown.encode("utf-16", "surrogatepass").decode("utf-16")  # VBA's letters are halves


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.id)
def test_a_macro_hands_over_its_action_the_path_the_period_and_a_ticket(
    action: Action, master: Path, tmp_path: Path
) -> None:
    awkward = choose_period(master, "2024-M01").rename(tmp_path / "Sổ của 'ta' & 100% \"x\".xlsm")
    code = click(awkward, action.macro, RECORDER).run("WhatWasTold")
    assert re.fullmatch(r"import khoagiao_xl\.doors\.buttons as b; b\.press\([\w\\', ]+\)", code, re.ASCII)
    words: list[tuple[str, ...]] = []
    exec(code.split("; ")[1], {"b": SimpleNamespace(press=lambda *said: words.append(said))})  # noqa: S102  # as Python would
    assert words[0][:3] == (action.id, str(awkward), "2024-M01")
    assert words[0][3].isdigit()


def answer_of(function: str, master: Path) -> Any:
    """Return what a private function of our module says in a master."""
    from pyopenvba.apps.excel import ExcelApplication

    office = ExcelApplication.open(master)
    _, code = read_module(COMMON[0])
    office.add_module(code.replace("Private Function", "Public Function"), name="Opened")
    return office.run(function)


def test_a_master_for_excel_starts_python_by_its_own_module_whichever_workbook_is_in_front(
    excel_master: Path, tmp_path: Path
) -> None:
    awkward = tmp_path / "Sổ 'ta' & 100%.xlsm"
    shutil.copy(excel_master, awkward)
    assert answer_of("KG_Launcher", awkward) == "'Sổ ''ta'' & 100%.xlsm'!RunPython"


def test_a_master_without_that_module_leaves_it_to_an_add_in_or_to_libreoffice(master: Path) -> None:
    assert answer_of("KG_Launcher", master) == "RunPython"


def test_a_workbook_that_was_merely_computed_anew_need_not_be_stored(excel_master: Path) -> None:
    from pyopenvba.apps.excel import ExcelApplication

    office = ExcelApplication.open(excel_master)
    office.add_module(read_module(COMMON[0])[1], name="Opened")
    office.add_module(OPENING, name="Opening")
    assert office.run("SavedOnceDrawn") is True


def test_the_workbook_stays_open_and_says_that_work_is_going_on(master: Path) -> None:
    before = master.read_bytes()
    office = click(master, "KG_TongHop", RECORDER, LATER)
    assert said(office) == sentence("NUT-02", {})
    assert len(office.application.workbooks_.books) == 1
    assert master.read_bytes() == before


def test_an_answer_to_this_click_is_shown_with_its_vietnamese_letters(master: Path) -> None:
    sentence = "Đã tổng hợp «tháng 1» ở C:\\Sổ 📚."
    answer = f'"{CLICKED * 86_400:.0f}" & vbLf & "{escaped(sentence)}" & vbLf'
    assert said(click(master, "KG_TongHop", RECORDER, answer=answer)) == sentence


@pytest.mark.parametrize("answer", ['""', '"4711" & vbLf & "of another click" & vbLf'])
def test_an_answer_that_does_not_come_is_told(master: Path, answer: str) -> None:
    assert said(click(master, "KG_TongHop", RECORDER, answer=answer)) == sentence("NUT-05", {})


def test_a_workbook_that_cannot_be_written_starts_nothing(master: Path) -> None:
    office = click(master, "KG_TongHop", RECORDER, is_read_only=True)
    assert said(office) == sentence("NUT-04", {})
    assert not office.run("WhatWasTold")


def test_an_interpreter_that_is_gone_is_told_before_anything_is_started(tmp_path: Path) -> None:
    master = tmp_path / "So.xlsm"
    build_master(master, load_profile("2024").with_setting("python", "C:\\gone\\python.exe"))
    office = click(master, "KG_TongHop", RECORDER)
    assert said(office) == sentence("NUT-01", {})
    assert not office.run("WhatWasTold")


def test_a_macro_that_finds_no_python_says_so_on_the_dashboard(master: Path) -> None:
    before = master.read_bytes()
    assert said(click(master, "KG_TongHop")) == sentence("NUT-01", {})
    assert master.read_bytes() == before


def test_the_macro_for_libreoffice_starts_python_without_waiting() -> None:
    code = OWN["libreoffice"][0].read_text(encoding="ascii")
    assert re.search(r'Shell """" & interpreter & """ -c """ & code & """", 0\n', code)
