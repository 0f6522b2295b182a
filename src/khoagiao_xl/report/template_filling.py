"""What each tag of a template stands for: the one list of tags that an officer may use and move in Word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.alike_in_fields import told_with_fields
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.document_heading import heading_tags, signature_tags
from khoagiao_xl.report.figure_coverage import usual_coverage
from khoagiao_xl.report.figure_notes import table_notes
from khoagiao_xl.report.figure_tags import figure_tags, unit_tags
from khoagiao_xl.report.general_verdict import verdict
from khoagiao_xl.report.heading_numbers import heading_numbers
from khoagiao_xl.report.placed_words import placed_words
from khoagiao_xl.report.report_annexes import ReportAnnexes
from khoagiao_xl.report.report_remarks import figure_remarks, head_remark, method_remarks
from khoagiao_xl.report.report_sections import reported_but, section_paragraphs, states_sentence
from khoagiao_xl.report.report_tables import NOT_REPORTED
from khoagiao_xl.report.section_order import BODY_TAGS, assessment
from khoagiao_xl.report.told_basis import opening_sentence
from khoagiao_xl.report.told_changes import change_paragraphs
from khoagiao_xl.report.told_reviews import review_rows
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent

NEW_PARAGRAPH: Final = "\a"  # docxtpl: a further paragraph like the one that holds the tag
Paragraphs = dict[str, list[str]]  # by tag


def fill(content: ReportContent) -> dict[str, Any]:
    """Return the value of every tag: running text with marked figures, and the rows of the appendices."""
    annexes = ReportAnnexes(content)
    opinions = annexes.opinions
    table = annexes.table
    named = annexes.called
    content = replace(content, appendices=named)
    citations = Citations(content.directives, is_draft=content.letterhead.is_draft)
    opening = opening_sentence(content, citations)

    paragraphs = _sections(content, citations)
    paragraphs["mo_dau"] = [opening]
    reviews = review_rows(content, citations)
    method = list(method_remarks(content, paragraphs))
    remark = head_remark(content, usual_coverage(content.totals), paragraphs, named.figures)
    paragraphs["tinh_hinh"] = [states_sentence(content, _named_in(named.missing, content), remark)]
    paragraphs |= assessment(content, opinions, citations, named.units)
    figures_told = {
        **unit_tags(content),
        **figure_tags(content),
    }
    for tag, texts in placed_words(content, figures_told).items():
        paragraphs[tag] = [*paragraphs.get(tag, ()), *texts]
    paragraphs["chu_thich"] = [
        *reported_but(content),
        *method,
        *figure_remarks(content),
        *table_notes(content, table),
        *change_paragraphs(content.changes, named.units),
    ]
    paragraphs |= signature_tags(content.letterhead)

    tags: dict[str, Any] = {
        **annexes.tags,
        "bang_so_ket": reviews,
    }
    for tag, texts in paragraphs.items():
        tags[tag] = _joined(texts)
    present = {tag for tag, texts in paragraphs.items() if texts}
    numbers = heading_numbers(present)
    return {
        **heading_tags(content),
        **tags,
        **table.heading_stars,
        **numbers,
        **figures_told,
    }


def _named_in(appendix: str, content: ReportContent) -> str:
    """Return the list of units, where it names those that have not reported and not late ones alone."""
    for state in NOT_REPORTED:
        if content.units(state):
            return appendix
    return ""


def _sections(content: ReportContent, citations: Citations) -> Paragraphs:
    """Return the paragraphs of every section; directives are cited in full where they first come."""
    usual = usual_coverage(content.totals)
    proposed = verdict(content)
    general = content.choices.of("nhan_dinh", proposed)
    paragraphs: Paragraphs = {"nhan_dinh": _one_paragraph(general)}
    for tag in BODY_TAGS:
        paragraphs[tag] = section_paragraphs(
            content,
            tag,
            usual,
            citations,
        )
    paragraphs |= told_with_fields(paragraphs)
    situation = paragraphs["dac_diem"]
    paragraphs["dac_diem_chung"] = situation or [PHRASES["muc_trong"]]
    return paragraphs


def _one_paragraph(sentences: Iterable[str]) -> list[str]:
    text = " ".join(sentences)
    return [text] if text else []


def _joined(texts: Iterable[str]) -> str:
    return NEW_PARAGRAPH.join(text for text in texts if text)
