"""Documents keyed by hands that had not seen the reader: it reads them no worse than the last time."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.guidance.keyed_reading import KEYED, SHARES, UNSEEN, read_keyed, shares

# What was reached on 30 November 2026.
FEWEST_CERTAIN = 0.55  # of all tasks read: a class that holds nobody is no help
REACHED = {"precision": 0.99, "recall": 0.99, "lead": 0.99, "day": 0.99, "certain": 0.99}
AIMS_UNSEEN = {"precision": 0.90, "recall": 0.95, "lead": 0.85, "day": 0.90, "certain": 0.95}


def counts_of(folder: Path) -> Counter[str]:
    every: Counter[str] = Counter()
    for key in folder.glob("*.key"):
        every += read_keyed(key)[0]
    return every


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    return counts_of(KEYED)


@pytest.fixture(scope="module")
def reached(counts: Counter[str]) -> dict[str, float]:
    return shares(counts)


@pytest.fixture(scope="module")
def reached_unseen() -> dict[str, float]:
    if not list(UNSEEN.glob("*.key")):
        pytest.skip("every keyed document has been opened")
    return shares(counts_of(UNSEEN))


@pytest.mark.parametrize("share", SHARES)
def test_keyed_documents_are_read_no_worse_than_before(reached: dict[str, float], share: str) -> None:
    assert reached[share] >= REACHED[share]


@pytest.mark.parametrize("share", SHARES)
def test_documents_that_no_builder_has_opened_are_read_as_well_as_aimed_at(
    reached_unseen: dict[str, float], share: str
) -> None:
    assert reached_unseen[share] >= AIMS_UNSEEN[share]


def test_most_tasks_are_certain(counts: Counter[str]) -> None:
    assert counts["certain"] / counts["read"] >= FEWEST_CERTAIN


def test_every_document_of_them_has_its_key() -> None:
    documents = [path for path in KEYED.rglob("*") if path.suffix in (".txt", ".docx")]
    assert sorted(path.stem for path in documents) == sorted(path.stem for path in KEYED.rglob("*.key"))
