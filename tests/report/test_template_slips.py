"""Every slip of one letter in every tag of every template: one sentence that names it, or the same report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report import ReportContent, find_template
from khoagiao_xl.report.docx_package import MAIN_PART
from khoagiao_xl.report.report_layout import BODIES
from khoagiao_xl.report.tag_forms import names_used
from khoagiao_xl.report.template_checking import check_template
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.template_paragraphs import TemplateParagraph, TemplateTag, read_paragraphs
from tests.report.word_parts import W, part

Content = Callable[..., ReportContent]
PERIODS = {"thang": "2024-M03", "quy": "2024-Q1", "6-thang": "2024-H1", "nam": "2024-Y"}
TYPED = "x_0A“ {}%｛"  # what a finger or AutoCorrect puts in by mistake


def slips(tag: str) -> Iterator[str]:
    """Yield every text that `tag` is after one slip: a letter lost, doubled, changed, two letters swapped."""
    for at, letter in enumerate(tag):
        before, after = tag[:at], tag[at + 1 :]
        yield before + after
        yield before + letter * 2 + after
        yield before + after[:1] + letter + after[1:]
        yield before + letter.upper() + after
        for typed in TYPED:
            yield before + typed + after
            if before:
                yield before + typed + letter + after


@cache
def shipped(report: str) -> tuple[TemplateParagraph, ...]:
    docx = find_template(report).read_bytes()
    return tuple(read_paragraphs(part(docx), MAIN_PART))


def tags_of(report: str) -> dict[str, int]:
    """Return each tag of a template once, with the number of its paragraph."""
    found: dict[str, int] = {}
    for paragraph in shipped(report):
        for tag in paragraph.tags:
            found.setdefault(tag.text, paragraph.number)
    return found


def slipped(report: str, number: int, tag: str, slip: str) -> list[TemplateParagraph]:
    """Return the paragraphs of a template with a slip in one of them."""
    from lxml import etree

    texts = list(shipped(report))
    old = texts[number - 1]
    typed = old.text.replace(tag, slip, 1)
    element = etree.Element(f"{W}p")
    etree.SubElement(etree.SubElement(element, f"{W}r"), f"{W}t").text = typed
    (new,) = read_paragraphs(element, MAIN_PART)
    texts[number - 1] = replace(new, number=number, element=old.element)
    return texts


def meaning(paragraph: TemplateParagraph) -> list[object]:
    """Return what a paragraph asks for, whatever spaces its tags are written with."""
    plain = [
        replace(piece, text="") if isinstance(piece, TemplateTag) else piece for piece in paragraph.pieces
    ]
    return [piece for piece in plain if piece != " "]


@pytest.mark.parametrize("report", BODIES)
def test_no_slip_takes_a_tag_away_without_a_word(content: Content, report: str) -> None:
    tags = fill(content(PERIODS[report]))
    used = set(names_used(shipped(report)))
    silent = []
    for tag, number in tags_of(report).items():
        if report != "nam" and tag in tags_of("nam"):
            continue
        for slip in set(slips(tag)) - {tag}:
            texts = slipped(report, number, tag, slip)
            try:
                check_template(texts, tags, "mau.docx")
            except WrongRequest:
                continue
            # What passes must say the same, or lack a tag by name, which the answer of the report tells.
            lost = used - set(names_used(texts))
            if not lost and meaning(texts[number - 1]) != meaning(shipped(report)[number - 1]):
                silent.append((tag, slip))
    assert silent == []
