"""What the workflows type is what there is: words of run.py, verbs of the command with their options, files."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import run

from khoagiao_xl.doors.cli import parser
from tests.conftest import TOP

FLOWS = sorted((TOP / ".github" / "workflows").glob("*.yml"))
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in FLOWS)
TYPED = re.findall(r"(?:Scripts\\khoagiao|-m khoagiao_xl) ([^\n>|]+)", TEXT)


def test_every_word_of_run_py_is_one() -> None:
    words = re.findall(r"python3? run\.py ([a-z]+)", TEXT)
    assert {"demo", "test", "guide"} <= set(words) <= set(run.WORDS)


def test_each_word_of_run_py_is_told() -> None:
    assert run.TOLD.keys() == run.WORDS.keys()


@pytest.mark.parametrize("typed", TYPED)
def test_every_verb_is_typed_with_options_that_it_has(typed: str) -> None:
    assert parser().parse_args(shlex.split(typed.replace("\\", "/"))).verb


def test_windows_is_asked_for_the_first_hour_the_tests_and_what_doctor_says() -> None:
    text = (TOP / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    steps = (
        "run.py demo",
        "khoagiao new",
        "khoagiao_xl doctor",
        "khoagiao bundle",
        "cai-dat.cmd",
        "run.py test",
    )
    places = [text.index(step, text.index("jobs:")) for step in steps]
    assert places == sorted(places)


def test_what_has_never_run_is_said_so() -> None:
    for path in FLOWS:
        if "windows" in path.read_text(encoding="utf-8"):
            assert re.search(r"never run|Windows: windows\.yml", path.read_text(encoding="utf-8")), path.name


def checked(path: Path) -> subprocess.CompletedProcess[str]:
    """Hold a workflow against the published schema, which the checker brings along."""
    words = ["-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.name)
def test_every_workflow_is_one_by_the_published_schema(path: Path) -> None:
    done = checked(path)
    assert done.returncode == 0, done.stdout


def test_a_workflow_with_a_wrong_word_is_refused(tmp_path: Path) -> None:
    wrong = (TOP / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    path = tmp_path / "wrong.yml"
    path.write_text(wrong.replace("runs-on", "run-on"), encoding="utf-8")
    assert "'runs-on' is a required property" in checked(path).stdout
