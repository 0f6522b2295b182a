"""The command files of the bundle keep the rules of the linter beside this file; each rule finds its mistake."""

from __future__ import annotations

import re

import pytest

from khoagiao_xl.bundling.windows_python import SHA256, URL, VERSION
from khoagiao_xl.installing.bundle_names import INSTALLER, LAUNCHER, PROGRAM, REMOVER
from khoagiao_xl.installing.command_files import for_windows, source_of
from tests.installing.script_rules import RULES

SCRIPTS = (INSTALLER, REMOVER, LAUNCHER)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_command_file_keeps_every_rule(script: str, rule: str) -> None:
    assert list(RULES[rule](source_of(script))) == []


MISTAKES = {
    "not_ascii": ("title Cai dat", "title Cài đặt"),
    "not_set_apart": ("DisableDelayedExpansion", "EnableDelayedExpansion"),
    "unquoted": ('if exist "%KG_PYTHON%" goto begin', "if exist %KG_PYTHON% goto begin"),
    "ends_in_backslash": ('%~dp0goi"', '%~dp0"'),
    "unchecked": ("if errorlevel 1 goto changed\n", ""),
    "blocks": ('if exist "%KG_PYTHON%" goto begin', 'if exist "%KG_PYTHON%" (\ngoto begin\n)'),
    "lost_labels": (":changed", ":other"),
    "forbidden": ('"%KG_PYTHON%" -I', 'call "%KG_PYTHON%" -I'),
    "loose_signs": ("echo Dong cua so nay.", "echo Dong cua so nay & mo lai."),
}


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_finds_its_mistake(rule: str) -> None:
    sound = source_of(INSTALLER)
    planted = sound.replace(*MISTAKES[rule])
    assert planted != sound
    assert list(RULES[rule](planted))


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_line_ends_as_cmd_wants_it(script: str) -> None:
    data = for_windows(source_of(script))
    assert data.count(b"\r\n") == data.count(b"\n") > 3


def test_the_python_that_is_fetched_is_the_one_that_the_page_and_the_wheels_mean() -> None:
    script = source_of(INSTALLER)
    assert {f'set "KG_URL={URL}"', f'set "KG_SHA256={SHA256}"'} <= set(script.splitlines())
    assert set(re.findall(r"3\.\d+\.\d+", script)) == {VERSION}


def test_nothing_is_started_before_its_hash_was_compared() -> None:
    script = source_of(INSTALLER)
    steps = [script.index(step) for step in ("Invoke-WebRequest", "Get-FileHash", "Expand-Archive", ":begin")]
    assert steps == sorted(steps)
    assert "if errorlevel 1 goto changed" in script[steps[1] : steps[2]]


def test_the_removal_takes_away_the_program_and_no_other_folder() -> None:
    removed = re.findall(r"(?:rmdir|del) .*", source_of(REMOVER))
    assert removed == ['rmdir /s /q "%KG_THU_MUC%"', 'del /q "%~dp0khoagiao.cmd"']
    assert f'set "KG_THU_MUC=%~dp0{PROGRAM}"' in source_of(REMOVER)
