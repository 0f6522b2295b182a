"""What is told about the office's own template: sections it has no place for, changes that Word tracks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.files import read_bytes
from khoagiao_xl.model.report_records import WordsOrigin
from khoagiao_xl.model.section_names import section_names, section_tags
from khoagiao_xl.report.docx_package import MAIN_PART, read_xml
from khoagiao_xl.report.tag_forms import names_used
from khoagiao_xl.report.template import find_template, template_folder
from khoagiao_xl.report.template_filling import fill
from khoagiao_xl.report.template_mending import mend
from khoagiao_xl.report.template_paragraphs import read_paragraphs
from khoagiao_xl.report.word_merging import in_short
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.report_templates import TABLE_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from khoagiao_xl.report.content import ReportContent

HEADERS: Final = ("word/header", "word/footer", "word/footnotes")


@dataclass(frozen=True)
class TemplateFacts:
    """What a template shows: the names of its tags; whether it holds changes that Word keeps track of."""

    used: frozenset[str]
    is_revised: bool


def template_remarks(content: ReportContent, master: Path) -> list[str]:
    """Return what the office should know about the template of a report that could be written."""
    template = find_template(content.report, master, is_state=content.letterhead.is_of_state)
    facts = read_facts(template)
    remarks = []
    if facts.is_revised:
        remarks.append(sentence("BC-15", {"name": template.name}))
    names = list(_without_place(content, facts, template.name))
    if names:
        listed = "; ".join(names)
        remarks.append(sentence("BC-16", {"name": template.name, "sections": listed}))
    remarks += _words_without_place(content, facts, template.name)
    return remarks


def refuse_without_sections(template: Path) -> None:
    """Raise WrongRequest BC-21 for a template of the office's own that has no place for anything reported."""
    if template.resolve().parent == template_folder():
        return
    sections = section_names()
    shipped = read_facts(template_folder() / template.name)
    own = read_facts(template)
    if sections.keys() & shipped.used and not sections.keys() & own.used:
        raise WrongRequest("BC-21", name=template.name)


def _words_without_place(content: ReportContent, facts: TemplateFacts, name: str) -> Iterator[str]:
    """Yield for each line of the office's own words that it stands nowhere in the report."""
    tags = section_tags()
    for words in content.office_words:
        tag = tags.get(words.section, "")
        is_own = words.origin == WordsOrigin.OFFICE or words.code in content.choices.moved
        if is_own and tag not in facts.used:
            told = {
                "section": words.section,
                "text": in_short(words.text),
                "name": name,
                "tag": tag,
            }
            yield sentence("LB-11", told)


def read_facts(template: Path) -> TemplateFacts:
    """Return what a template shows, from all of its parts that are filled."""
    used: set[str] = set()
    is_revised = False
    stream = io.BytesIO(read_bytes(template))
    with zipfile.ZipFile(stream) as package:
        for name in package.namelist():
            if name != MAIN_PART and not name.startswith(HEADERS):
                continue
            root = read_xml(package.read(name))
            is_revised |= mend(root)
            used |= set(names_used(read_paragraphs(root, name)))
    return TemplateFacts(frozenset(used), is_revised)


def _without_place(content: ReportContent, facts: TemplateFacts, name: str) -> Iterator[str]:
    """Yield what has something to say, and a place in the tool's own template."""
    shipped = read_facts(template_folder() / name)
    values = fill(content)
    for tag, called in _all_names().items():
        if tag in shipped.used and tag not in facts.used and values.get(tag):
            yield called


def _all_names() -> Mapping[str, str]:
    return {
        **section_names(),
        **TABLE_NAMES,
    }
