"""Each departure put by hand into a sound report is found where it is; the sound report has none of them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document

from khoagiao_xl.layout.departures import Departure
from khoagiao_xl.layout.document_check import Measure, check_document
from tests.layout.seeded_departures import SEEDS, Seed
from tests.report.official_documents import DOCUMENTS, make

SOUND: dict[str, bytes] = {}
Bytes = Callable[[str], bytes]


@pytest.fixture
def sound(content: Callable[..., Any]) -> Bytes:
    """Return a maker of the sound documents, each made once."""

    def made(name: str) -> bytes:
        if name not in SOUND:
            SOUND[name] = make(DOCUMENTS[name], content)
        return SOUND[name]

    return made


def check(docx: bytes) -> list[Departure]:
    return list(check_document(docx, "bao-cao.docx", Measure()).departures)


def words(departure: Departure) -> str:
    of_paragraph = departure.paragraph.text if departure.paragraph else ""
    said = (departure.place, departure.found, departure.expected, departure.advice, of_paragraph)
    return unicodedata.normalize("NFC", " | ".join(said))


def tells_of(departure: Departure, seed: Seed) -> bool:
    is_its_rule = not seed.rules or departure.rule in seed.rules
    return is_its_rule and re.search(seed.place, words(departure)) is not None


def spoiled(seed: Seed, docx: bytes) -> bytes:
    document = Document(io.BytesIO(docx))
    seed.change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_of_ours_departs_from_anything(sound: Bytes, name: str) -> None:
    assert [(departure.rule, words(departure)) for departure in check(sound(name))] == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_departure_is_found_where_it_is(sound: Bytes, seed: Seed) -> None:
    before = sound(seed.base)
    after = spoiled(seed, before)
    assert not [departure for departure in check(before) if tells_of(departure, seed)]
    assert [departure for departure in check(after) if tells_of(departure, seed)]
