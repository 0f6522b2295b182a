"""Every command that README names is one that there is, and the one that begins a year of one's own does."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import run

from khoagiao_xl.doors.cli import main, parser
from tests.conftest import TOP

README = (TOP / "README.md").read_text(encoding="utf-8")
FENCED = re.findall(r"^```\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
OWN_YEAR = "KG new "  # KG: the full path of khoagiao, as README says
UNITS = "Tên,Email\nChi bộ Sở Y tế,vp@soyte.example\nChi bộ Sở Tư pháp,vp@stp.example\n"


def test_it_is_short() -> None:
    assert len(README.splitlines()) < 120


def test_the_commands_to_begin_with_are_two_and_a_year_of_ones_own() -> None:
    assert [block.split(" KhoaGiao")[0].strip() for block in FENCED] == [
        "python3 run.py demo",
        "python3 run.py test",
        OWN_YEAR.strip(),
    ]


def test_every_word_of_run_py_that_is_named_is_one() -> None:
    named = set(re.findall(r"run\.py ([a-z]+)", README))
    assert {"demo", "test"} <= named <= set(run.WORDS)


@pytest.mark.parametrize("verb", sorted(set(re.findall(r"\bKG ([a-z][a-z-]*)", README))))
def test_every_verb_that_is_named_is_one(verb: str) -> None:
    assert f" {verb} " in parser().format_help()


@pytest.mark.parametrize("option", sorted(set(re.findall(r"`(--(?:long|out|guidance|year)[^`]*)`", README))))
def test_every_option_of_the_demo_that_is_named_is_one(option: str) -> None:
    words = option.replace("DIR", "x").replace("FILE", "y")
    assert parser().parse_args(["demo", *shlex.split(words)]).verb == "demo"


def test_a_year_of_ones_own_begins_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    [command] = [block for block in FENCED if block.startswith(OWN_YEAR)]
    assert main(shlex.split(command)[1:]) == 0
    assert {"huong-dan", "hop-thu-den", "KhoaGiao-2027.xlsm"} <= {path.name for path in tmp_path.iterdir()}


def test_it_begins_with_a_list_of_ones_own_from_last_year_and_for_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("don-vi.csv").write_text(UNITS, encoding="utf-8")
    assert "`--units don-vi.xlsx`" in README
    assert main(["new", "KhoaGiao-2026.xlsm", "--year", "2026", "--units", "don-vi.csv"]) == 0
    assert "`--from KhoaGiao-2026.xlsm`" in README
    assert main(["new", "KhoaGiao-2027.xlsm", "--from", "KhoaGiao-2026.xlsm"]) == 0
    assert "`--office libreoffice`" in README
    assert main(["new", "LibreOffice.xlsm", "--year", "2027", "--office", "libreoffice"]) == 0


def test_the_house_names_every_room_and_no_other() -> None:
    rooms = {path.parent.name for path in (TOP / "src" / "khoagiao_xl").glob("*/__init__.py")}
    table = README.split("| floor |")[1].split("\n\n")[0]
    assert set(re.findall(r"`([a-z]+)/`", table)) == rooms
