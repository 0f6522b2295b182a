"""Small hands for spoiling a Word file: find a paragraph, say something else, set a property."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

DASHES: Final = "-----"
ORDER: Final = {  # what must stand before what, so that Word still opens the file
    "w:rPr": ("w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u"),
    "w:pPr": (
        "w:pStyle", "w:keepNext", "w:keepLines", "w:pBdr", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr",
        "w:sectPr",
    ),
}  # fmt: skip


def everywhere(document: Any) -> Iterator[Any]:
    """Every paragraph of the body in order, those in tables among them."""
    for node in document.element.body.iter(qn("w:p")):
        yield Paragraph(node, document)


def starting(document: Any, beginning: str) -> Any:
    """The first paragraph that begins so."""
    return next(p for p in everywhere(document) if p.text.startswith(beginning))


def running_text(document: Any) -> list[Any]:
    """Paragraphs of the running text, headings left out."""
    lines = list(document.paragraphs)
    dashes = next(number for number, line in enumerate(lines) if line.text == DASHES)
    found: list[Any] = []
    for line in lines[dashes + 1 :]:
        if line.text.startswith("Phụ lục"):
            return found
        if len(line.text) > 60 and line.style.name == lines[dashes + 1].style.name:
            found.append(line)
    return found


def headings(document: Any) -> list[Any]:
    return [line for line in document.paragraphs if line.text.split(".")[0] in {"1", "2", "3", "4"}]


def appendix_tables(document: Any) -> list[Any]:
    return list(document.tables[2:])


def say(paragraph: Any, text: str) -> Any:
    """Let the paragraph say this instead, in the look of its first run."""
    first = copy.deepcopy(paragraph.runs[0]._r) if paragraph.runs else OxmlElement("w:r")
    for child in list(paragraph._p):
        if child.tag != qn("w:pPr"):
            paragraph._p.remove(child)
    paragraph._p.append(first)
    paragraph.runs[0].text = text
    return paragraph


def insert(paragraph: Any, text: str) -> Any:
    """Put a new paragraph of the same look after this one."""
    node = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(node)
    return say(Paragraph(node, paragraph._parent), text)


def switch(properties: Any, name: str, **attributes: str) -> Any:
    """Set a property such as w:color of an element w:rPr or w:pPr, at its place."""
    for old in properties.findall(qn(name)):
        properties.remove(old)
    node = OxmlElement(name)
    for key, value in attributes.items():
        node.set(qn(f"w:{key}"), value)
    order = ORDER["w:rPr" if properties.tag == qn("w:rPr") else "w:pPr"]
    before = [qn(each) for each in order[: order.index(name)]]
    place = len([child for child in properties if child.tag in before])
    properties.insert(place, node)
    return node


def size(paragraph: Any, points: float) -> None:
    for run in paragraph.runs:
        run.font.size = Pt(points)


def bold(paragraph: Any, on: bool) -> None:
    for run in paragraph.runs:
        run.font.bold = on


def style_of_text(document: Any) -> Any:
    """The style of the running text."""
    return running_text(document)[0].style


def drop(node: Any) -> None:
    node.getparent().remove(node)
