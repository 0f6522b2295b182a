"""What each tag of a template stands for: the one list of tags that an officer may use and move in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.document_heading import heading_tags, signature_tags
from khoagiao_xl.report.quoting import SAID, listed, nothing_said, opinion_rows, quote, words_of
from khoagiao_xl.report.report_sections import tell_coming_reviews, tell_section, tell_states
from khoagiao_xl.report.report_tables import figure_rows, missing_rows, table_notes
from khoagiao_xl.report.section_sentences import usual_mark
from khoagiao_xl.report.sentence_table import FRAMES
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from khoagiao_xl.report.content import ReportContent

NEW_PARAGRAPH = "\a"  # docxtpl: a further paragraph like the one that holds the tag


def fill(content: ReportContent) -> dict[str, Any]:
    """Return the value of every tag: running text with marked figures, and the rows of the appendices."""
    rows, missing, words = figure_rows(content), missing_rows(content), words_of(content)
    opinions = opinion_rows(listed(words))
    appendices = _appendix_names([bool(rows), bool(missing), bool(opinions)])
    tags = heading_tags(content) | signature_tags(content.letterhead) | {"bai_hoc": ""}
    tags |= _sections(content, appendices[1])
    tags |= {tag: quote(content, words, tag, _unbroken(appendices[2])) for tag in SAID}
    tags["nhiem_vu"] = [*tags.pop("den_moc_sau"), *tags["nhiem_vu"]] or [nothing_said(content, "nhiem_vu")]
    tags["chu_thich"] = table_notes(content, rows)
    tags |= {f"ten_phu_luc_{index}": name for index, name in enumerate(appendices, 1)}
    told = {tag: text if isinstance(text, str) else _paragraphs(text) for tag, text in tags.items()}
    tables = {"bang_so_lieu": rows, "chua_bao_cao": missing, "y_kien": opinions}
    return _with_office_texts(told, content) | tables


def _sections(content: ReportContent, list_of_missing: str) -> dict[str, Any]:
    """Return the paragraphs of every section; directives are cited in full where they first come."""
    usual, remark = usual_mark(content.totals)
    citations = Citations(content.directives)
    told: dict[str, Any] = {"tinh_hinh": [tell_states(content, _unbroken(list_of_missing)), remark]}
    told |= {tag: tell_section(content, tag, usual, citations) for tag in FRAMES}
    told["dac_diem_chung"] = told["dac_diem"] or [PHRASES["muc_trong"]]
    told["den_moc_sau"] = tell_coming_reviews(content, citations)
    return told


def _paragraphs(texts: Iterable[str]) -> str:
    return NEW_PARAGRAPH.join(text for text in texts if text)


def _with_office_texts(tags: dict[str, str], content: ReportContent) -> dict[str, Any]:
    for tag, text in content.office_texts.items():
        own = clean_text(text).replace("\n", NEW_PARAGRAPH)
        tags[tag] = _paragraphs([tags.get(tag, ""), own])
    return dict(tags)


def _unbroken(name: str) -> str:
    """Return «Phụ lục 2» so that no line can end before its number."""
    return name.replace("lục ", "lục\u00a0")


def _appendix_names(present: list[bool]) -> list[str]:
    """Return «Phụ lục 1», «Phụ lục 2» ... for those present; a single one carries no number (TT56)."""
    numbers = iter(range(1, len(present) + 1))
    alone = sum(present) == 1
    return [("Phụ lục" if alone else f"Phụ lục {next(numbers)}") if is_there else "" for is_there in present]
