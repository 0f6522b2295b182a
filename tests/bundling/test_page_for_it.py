"""The page for the people who look after the machines says what the code does."""

from __future__ import annotations

import pytest

from khoagiao_xl.bundling.windows_python import SHA256, URL
from khoagiao_xl.installing.bundle_names import INSTALLER, LAUNCHER, OFFICE_FOLDER, PROGRAM, REMOVER
from khoagiao_xl.installing.command_files import source_of
from khoagiao_xl.machine.macro_checks import RULE
from tests.conftest import TOP

PAGE = (TOP / "docs" / "cong-nghe-thong-tin.md").read_text(encoding="utf-8")
PLACE = rf"C:\{OFFICE_FOLDER}"


@pytest.mark.parametrize(
    "named",
    [
        URL,
        SHA256,
        RULE.upper(),
        rf"{PLACE}\{PROGRAM}",
        rf"{PLACE}\{LAUNCHER}",
        rf"{PLACE}\{REMOVER}",
        rf"%LOCALAPPDATA%\{OFFICE_FOLDER}",
        rf"%PUBLIC%\{OFFICE_FOLDER}",
        "AccessVBOM",
        "Chưa ai chạy bộ cài này trên Windows thật",
    ],
)
def test_the_page_names_what_the_code_uses(named: str) -> None:
    assert named in PAGE


def test_the_word_for_an_installation_without_questions_is_the_scripts() -> None:
    assert "KG_IM_LANG=1" in PAGE
    assert "if not defined KG_IM_LANG pause" in source_of(INSTALLER)


@pytest.mark.parametrize(
    "word", ["runas", "reg add", "schtasks", "setx", "sc create", "New-Service", "Set-MpPreference"]
)
def test_what_is_never_done_stands_in_no_script(word: str) -> None:
    for script in (INSTALLER, REMOVER, LAUNCHER):
        assert word not in source_of(script)
