"""Figures on their way into controls: by letters where a run holds nothing else, by elements elsewhere."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from khoagiao_xl.report.figure_controls import W15_PREFIX, figure_numbers, wrap_figures, wrap_plain_runs
from khoagiao_xl.report.figure_keys import mark
from tests.report.word_parts import W

FIGURE = mark("1.250", "KG201@2024-Q1")
SHAPES = {
    "một số giữa câu": f"<w:r><w:t>Có {FIGURE} cuộc</w:t></w:r>",
    "hai số": f'<w:r><w:t xml:space="preserve">{FIGURE} và {FIGURE}</w:t></w:r>',
    "chữ đậm": f"<w:r><w:rPr><w:b/></w:rPr><w:t>{FIGURE}</w:t></w:r>",
    "có mã sửa của Word": f'<w:r w:rsidR="00A1"><w:t>{FIGURE}*</w:t></w:r>',
    "có xuống dòng": f"<w:r><w:t>Một</w:t><w:br/><w:t>{FIGURE}</w:t></w:r>",
    "trong ngoặc kép": f'<w:r><w:t>"{FIGURE}"</w:t></w:r>',
    "ký tự &": f"<w:r><w:t>A &amp; B: {FIGURE}</w:t></w:r>",
}


def document(runs: str, namespace: str = W15_PREFIX) -> str:
    return f'<w:document xmlns:w="{W[1:-1]}" {namespace}><w:body><w:p>{runs}</w:p></w:body></w:document>'


def controls(root: Any) -> list[tuple[str, str]]:
    return [(c.find(f"{W}sdtPr/{W}tag").get(f"{W}val"), "".join(c.itertext())) for c in root.iter(f"{W}sdt")]


@pytest.mark.parametrize("runs", SHAPES.values(), ids=SHAPES)
def test_every_figure_comes_into_a_control_and_no_word_is_lost(runs: str) -> None:
    before: Any = etree.fromstring(document(runs))
    ids = figure_numbers()
    root = wrap_figures(etree.fromstring(wrap_plain_runs(document(runs), ids)), ids)
    assert controls(root) == [("KG201@2024-Q1", "1.250")] * runs.count("1.250")
    assert "".join(root.itertext()) == "".join(before.itertext()).replace(FIGURE, "1.250")


@pytest.mark.parametrize("runs", SHAPES.values(), ids=SHAPES)
def test_both_ways_make_the_same_controls(runs: str) -> None:
    by_elements = wrap_figures(etree.fromstring(document(runs)))
    ids = figure_numbers()
    by_letters = wrap_figures(etree.fromstring(wrap_plain_runs(document(runs), ids)), ids)
    assert controls(by_letters) == controls(by_elements)


def test_a_document_that_does_not_know_the_newer_namespace_is_left_to_the_elements() -> None:
    xml = document(SHAPES["hai số"], namespace="")
    assert wrap_plain_runs(xml, figure_numbers()) == xml
    assert len(controls(wrap_figures(etree.fromstring(xml)))) == 2
