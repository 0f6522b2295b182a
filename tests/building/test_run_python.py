"""xlwings' own RunPython, as it stands in an Excel master, run in pyOpenVBA's interpreter on a made-up Windows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.building import standalone
from khoagiao_xl.building.standalone import FIXED, INTERPRETER

if TYPE_CHECKING:
    from pathlib import Path

SHELL = """
Public Function ExpandEnvironmentStrings(ByVal text As String) As String
    ExpandEnvironmentStrings = text
End Function
Public Function Run(ByVal command As String, ByVal style As Integer, ByVal waits As Boolean) As Long
    Debug.Print command
    Debug.Print waits
End Function
"""
WINDOWS = """
Public Function FileAttributes(ByVal name As String) As Long
    If LCase(Right(name, 4)) <> ".exe" Then Err.Raise 53
    FileAttributes = 32
End Function
Public Function Surroundings(ByVal name As String) As String
    Surroundings = "C:\\" & name
End Function
"""
# What the interpreter lacks: COM, files, surroundings, a window, a remark behind a «#If», "False" as a truth value.
STANDING_IN = {
    r"(?m)^(\s*#.*?)\s*'.*$": r"\1",
    r'CreateObject\("WScript.Shell"\)': "New FakeShell",
    r"\bGetAttr\(": "FileAttributes(",
    r"\bEnviron\(": "Surroundings(",
    r"\bKill LOG_FILE\b": "' nothing to remove",
    r"\bApplication\.Hwnd\b": "1",
    r"(GetConfig\([^()]*\)) = True": r"CBool(\1)",
}


@pytest.fixture
def office(excel_master: Path) -> Any:
    """The master opened with every module, and a Windows that has the interpreter and nothing else."""
    from pyopenvba.apps.excel import ExcelApplication

    office = ExcelApplication.open(excel_master)
    for module in standalone.read_modules():
        code = module.source.split("\nEND\n", 1)[-1]
        for real, made_up in STANDING_IN.items():
            code = re.sub(real, made_up, code)
        office.add_module(code, name=module.name, kind="class" if module.is_class else "standard")
    office.add_module(SHELL, name="FakeShell", kind="class")
    office.add_module(WINDOWS, name="FakeWindows")
    return office


def test_the_settings_come_from_the_sheet(office: Any, windows_python: str) -> None:
    assert office.run("GetConfig", INTERPRETER[0]) == windows_python
    assert {key: office.run("GetConfig", key, "from elsewhere") for key in FIXED} == FIXED
    assert office.run("GetConfig", "CONDA ENV", "from elsewhere") == "from elsewhere"


def test_the_interpreter_is_started_on_the_command_and_excel_waits(office: Any, windows_python: str) -> None:
    assert office.run("RunPython", "import khoagiao_xl") == 0
    command, waits = office.console
    assert f'"{windows_python}" -B -c "import xlwings.utils;' in command
    assert '; import khoagiao_xl" ' in command
    assert waits == "True"


def test_the_shell_is_left_to_find_the_folder_of_passing_files(office: Any) -> None:
    # VBA's own Environ gives «C:\\Users\\Nguy?n» for a user named with letters beyond the code page.
    office.run("RunPython", "import khoagiao_xl")
    command, _ = office.console
    assert re.search(r' 2> "%TEMP%\\xlwings-[^"]+\.log" ', command)


def test_an_interpreter_that_is_gone_is_said_in_english_and_looks_like_success(office: Any) -> None:
    # Why a button judges by the result file, never by what RunPython returns.
    office.run("ExecuteWindows", False, "import khoagiao_xl", r"C:\gone\python")
    assert [said[1] for said in office.dialogs] == ["Could not find Interpreter!"]
    assert office.console == []
