"""Each cause that is planted once is found, and the files it is planted in are sound without it."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from khoagiao_xl.books.package.opc import Package
from tests.repair_causes.checker import EVERY_CAUSE, causes_in
from tests.repair_causes.planted_causes import (
    OF_DOCUMENTS,
    OF_THE_RIBBON,
    OF_WORKBOOKS,
    SHEET,
    STYLES,
    Planted,
    with_planted,
)
from tests.repair_causes.small_samples import sample_document, sample_workbook

if TYPE_CHECKING:
    from pathlib import Path

WORKBOOK, WORD = sample_workbook(), sample_document()
CHAIN = b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B9" i="1"/></calcChain>'
LINK = b'<Relationship Id="rId9" Type="x/calcChain" Target="calcChain.xml"/></Relationships>'
# Planted by hand, below: they are no change of one text.
BY_HAND = {"a name twice in the zip", "a chain of calculation over other cells", "too many styles"}


def told(data: bytes) -> set[str]:
    """Return the causes that are found, without where."""
    return {cause.partition(":")[0] for cause in causes_in(data)}


def test_what_the_causes_are_planted_in_is_sound(small_master: Path) -> None:
    assert causes_in(WORKBOOK) == causes_in(WORD) == causes_in(small_master.read_bytes()) == []


@pytest.mark.parametrize("planted", OF_WORKBOOKS, ids=lambda planted: f"{planted.cause}: {planted.new[:30]}")
def test_a_cause_planted_in_a_workbook_is_found(planted: Planted) -> None:
    assert planted.cause in told(with_planted(WORKBOOK, planted))


@pytest.mark.parametrize("planted", OF_DOCUMENTS, ids=lambda planted: f"{planted.cause}: {planted.new[:30]}")
def test_a_cause_planted_in_a_document_is_found(planted: Planted) -> None:
    assert planted.cause in told(with_planted(WORD, planted))


@pytest.mark.parametrize("planted", OF_THE_RIBBON, ids=["size", "id"])
def test_a_cause_planted_in_the_ribbon_is_found(small_master: Path, planted: Planted) -> None:
    assert planted.cause in told(with_planted(small_master.read_bytes(), planted))


def test_a_cause_in_a_workbook_that_lies_in_a_document_is_found() -> None:
    package = Package.parse(WORD)
    package.replace("word/embeddings/so.xlsx", with_planted(WORKBOOK, OF_WORKBOOKS[-1]))
    assert "the axes of a chart" in " ".join(causes_in(package.to_bytes()))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice_in_the_zip_is_found() -> None:
    stream = io.BytesIO(WORKBOOK)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr(SHEET, archive.read(SHEET))
    assert "a name twice in the zip" in told(stream.getvalue())


def test_a_chain_of_calculation_over_other_cells_is_found() -> None:
    package = Package.parse(WORKBOOK)
    package.replace("xl/calcChain.xml", CHAIN)
    relations = package.read("xl/_rels/workbook.xml.rels")
    package.replace("xl/_rels/workbook.xml.rels", relations.replace(b"</Relationships>", LINK))
    assert "a chain of calculation over other cells" in told(package.to_bytes())


def test_too_many_styles_are_found() -> None:
    package = Package.parse(WORKBOOK)
    styles = package.read(STYLES)
    package.replace(STYLES, styles.replace(b"</cellXfs>", b"<xf/>" * 65_500 + b"</cellXfs>"))
    assert "too many styles" in told(package.to_bytes())


def test_each_cause_is_planted_once_at_least() -> None:
    planted = {each.cause for each in (*OF_WORKBOOKS, *OF_DOCUMENTS, *OF_THE_RIBBON)}
    assert planted | BY_HAND == set(EVERY_CAUSE)
