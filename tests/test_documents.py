"""The documents beside the code: every file that they name is there, every licence that is owed is given."""

from __future__ import annotations

import re

import pytest

from khoagiao_xl.building.standalone import Module, read_modules
from tests.conftest import TOP

PLACES = (TOP, TOP / "src" / "khoagiao_xl")


def is_there(name: str) -> bool:
    return any((place / name).exists() for place in PLACES)


def paths_of(text: str) -> set[str]:
    return set(re.findall(r"`((?:src/)?[a-z_]+/[\w/]+\.py)`", text))


DOCUMENTS = ("CONTRIBUTING.md", "SECURITY.md", "THIRD-PARTY.md", "docs/architecture.md")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    text = (TOP / document).read_text(encoding="utf-8")
    named = re.findall(r"`([\w./-]+(?:/|\.(?:py|md|bas|lock|toml|csv|xlsm|yaml)))`", text)
    linked = re.findall(r"\]\(([\w./-]+)", text)
    of_others = {"mau/", "xlwings/pro"}  # of an office, and what is never used
    beside = {name for name in linked if (TOP / document).parent.joinpath(name).exists()}
    assert {name for name in [*named, *linked] if not is_there(name)} <= of_others | beside


def test_a_newcomer_follows_one_number_through_at_most_25_files() -> None:
    text = (TOP / "docs" / "architecture.md").read_text(encoding="utf-8")
    walk = text.split("## The walk of a number")[1].split("\n## ")[0]
    assert 15 <= len(paths_of(walk)) <= 25


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
