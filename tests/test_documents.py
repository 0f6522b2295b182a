"""The documents beside the code: every file that they name is there, every licence that is owed is given."""

from __future__ import annotations

import re

import pytest

from khoagiao_xl import wording
from khoagiao_xl.actions import ACTIONS
from khoagiao_xl.building.standalone import Module, read_modules
from khoagiao_xl.doors.verb_table import OTHER_VERBS
from khoagiao_xl.wording import differences, forms, secret_files
from tests.conftest import TOP

PLACES = (TOP, TOP / "src" / "khoagiao_xl")


def is_there(name: str) -> bool:
    return any((place / name).exists() for place in PLACES)


def paths_of(text: str) -> set[str]:
    return set(re.findall(r"`((?:src/)?[a-z_]+/[\w/]+\.py)`", text))


DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "THIRD-PARTY.md",
    "docs/architecture.md",
    "docs/cong-nghe-thong-tin.md",
    "docs/how-to-add.md",
    "docs/macros.md",
    "docs/scale.md",
    "docs/what-comes-in.md",
)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    text = (TOP / document).read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+(?:/|\.(?:py|md|bas|lock|toml|csv|xlsm|yaml)))`", text)
    linked = re.findall(r"\]\(([\w./-]+)", text)
    # of an office, what is never used, what the demo makes
    of_others = {"mau/", "xlwings/pro", "out/demo/", "out/demo/KhoaGiao-2024.xlsm"}
    beside = {name for name in linked if (TOP / document).parent.joinpath(name).exists()}
    assert {name for name in [*named, *linked] if not is_there(name)} <= of_others | beside


def test_a_newcomer_follows_one_number_through_at_most_25_files() -> None:
    text = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")
    walk = text.split("## The walk of a number")[1].split("\n## ")[0]
    assert 15 <= len(paths_of(walk)) <= 25


WHAT_COMES_IN = (TOP / "docs" / "what-comes-in.md").read_text(encoding="utf-8")
NAMED_IN_FILES = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", WHAT_COMES_IN)))
CODES = set(re.findall(r"\b[A-Z]+\d*-[0-9A-Z]+(?:-N)?\b", WHAT_COMES_IN.replace("UTF-8", "")))


@pytest.mark.parametrize(("path", "name"), NAMED_IN_FILES, ids="::".join)
def test_every_function_and_test_that_the_page_of_threats_names_is_there(path: str, name: str) -> None:
    [found] = [place / path for place in PLACES if (place / path).exists()]
    assert re.search(rf"^def {name}\(", found.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_threat_has_what_answers_it_and_a_test() -> None:
    for line in WHAT_COMES_IN.splitlines():
        if line.startswith("| ") and not line.startswith(("| threat", "| ---")):
            _, _, answer, code, test, _ = re.split(r"(?<!\\)\|", line)
            assert ".py" in answer, line
            assert "–" in code or CODES & set(code.replace(",", " ").split()), line
            assert re.search(r"`tests/[\w/]+\.py::test_\w+`", test), line


def test_the_codes_of_what_comes_in_are_in_the_catalogue_and_none_is_missing() -> None:
    owners = {code for code in wording.SENTENCES if code.startswith("R35-")}
    told = set(forms.SENTENCES) | set(differences.SENTENCES) | set(secret_files.SENTENCES) | owners
    assert set(wording.SENTENCES) >= CODES
    assert {code for code in told if code.startswith(("TN-", "R35-"))} <= CODES


@pytest.mark.parametrize("module", read_modules(), ids=lambda module: module.name)
def test_the_terms_of_what_travels_in_a_master_are_handed_on(module: Module) -> None:
    terms = (
        (TOP / "THIRD-PARTY.md").read_text(encoding="utf-8").split(f"## `{module.name}`")[1].split("## ")[0]
    )
    [holder] = set(
        re.findall(r"(?:Copyright \(C\)|^' \(c\)) (?:2014-present, )?(\w+ \w+)", module.source, re.MULTILINE)
    )
    assert holder in terms
    assert "notice" in terms


AFTERNOON = (TOP / "docs" / "excel-afternoon.md").read_text(encoding="utf-8")


def test_the_afternoon_with_excel_has_thirty_steps_each_with_what_must_be_seen_and_a_line_to_note_it() -> (
    None
):
    steps = re.findall(
        r"^(\d+)\. \*\*Làm\.\*\*.*?\*\*Phải thấy\.\*\* \S", AFTERNOON, re.MULTILINE | re.DOTALL
    )
    lines = re.findall(r"^\| (\d+) \| \| \|$", AFTERNOON, re.MULTILINE)
    assert steps == lines == [str(number) for number in range(1, 31)]


def test_the_afternoon_presses_only_buttons_and_types_only_verbs_that_there_are() -> None:
    buttons = {action.label for action in ACTIONS.values()}
    pressed = set(re.findall(r"[Bb]ấm \*\*([^*]+)\*\*", AFTERNOON))
    assert pressed <= buttons
    typed = set(re.findall(r"khoagiao ([a-z]+) C:", AFTERNOON))
    assert typed
    assert typed <= {verb.name for verb in OTHER_VERBS}
