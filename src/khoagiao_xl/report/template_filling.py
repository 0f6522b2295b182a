"""What each tag of a template stands for: the one list of tags that an officer may use and move in Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.document_heading import heading_tags, signature_tags
from khoagiao_xl.report.quoting import nothing_said, opinion_rows, opinions_of, quote
from khoagiao_xl.report.report_sections import coming_reviews, section_paragraphs, states_sentence
from khoagiao_xl.report.report_tables import figure_rows, missing_rows, table_notes
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.sentences import usual_mark
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent

NEW_PARAGRAPH: Final = "\a"  # docxtpl: a further paragraph like the one that holds the tag
APPENDIX: Final = PHRASES["phu_luc"]
Paragraphs = dict[str, list[str]]  # by tag


def fill(content: ReportContent) -> dict[str, Any]:
    """Return the value of every tag: running text with marked figures, and the rows of the appendices."""
    opinions = opinions_of(content)
    tables: dict[str, Sequence[object]] = {
        "bang_so_lieu": figure_rows(content),
        "chua_bao_cao": missing_rows(content),
        "y_kien": opinion_rows(opinions),
    }
    figures, missing, opinion_list = _appendix_names(tables.values())

    paragraphs = _sections(content, _unbroken(missing))
    for tag in opinions:
        paragraphs[tag] = quote(content, opinions, tag, _unbroken(opinion_list))
    paragraphs["nhiem_vu"] = _tasks(content, paragraphs)
    paragraphs["chu_thich"] = table_notes(content, figure_rows(content))

    names = {"ten_phu_luc_1": figures, "ten_phu_luc_2": missing, "ten_phu_luc_3": opinion_list}
    heading = heading_tags(content)
    signature = signature_tags(content.letterhead)
    texts = {tag: _joined(own) for tag, own in (paragraphs | signature).items()}
    return {**heading, **names, **texts, **tables}


def _sections(content: ReportContent, list_of_missing: str) -> Paragraphs:
    """Return the paragraphs of every section; directives are cited in full where they first come."""
    usual, remark = usual_mark(content.totals)
    citations = Citations(content.directives)
    paragraphs: Paragraphs = {"tinh_hinh": [states_sentence(content, list_of_missing), remark]}
    for tag in sentence_table().tags:
        paragraphs[tag] = section_paragraphs(content, tag, usual, citations)
    paragraphs["dac_diem_chung"] = paragraphs["dac_diem"] or [PHRASES["muc_trong"]]
    paragraphs["den_moc_sau"] = coming_reviews(content, citations)
    paragraphs["bai_hoc"] = []
    return paragraphs


def _tasks(content: ReportContent, paragraphs: Paragraphs) -> list[str]:
    reviews = paragraphs.pop("den_moc_sau")
    tasks = [*reviews, *paragraphs["nhiem_vu"]]
    return tasks or [nothing_said(content, "nhiem_vu")]


def _joined(texts: Iterable[str]) -> str:
    return NEW_PARAGRAPH.join(text for text in texts if text)


def _unbroken(name: str) -> str:
    """Return «Phụ lục 2» so that no line can end before its number."""
    return name.replace(f"{APPENDIX} ", f"{APPENDIX}\u00a0")


def _appendix_names(tables: Iterable[Sequence[object]]) -> list[str]:
    """Return «Phụ lục 1», «Phụ lục 2» ... for those present; a single one carries no number (TT56)."""
    present = [bool(rows) for rows in tables]
    names: list[str] = []
    for is_there in present:
        number = len([name for name in names if name]) + 1
        numbered = APPENDIX if sum(present) == 1 else f"{APPENDIX} {number}"
        names.append(numbered if is_there else "")
    return names
