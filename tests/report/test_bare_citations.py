"""A document that cites a directive of unknown day or subject says so to the office, once, when it is made."""

from __future__ import annotations

from datetime import date
from typing import Any

from khoagiao_xl.model.records import Directive
from khoagiao_xl.report.bare_citations import told_of_bare_citations
from khoagiao_xl.report.indicator_names import known_directives
from khoagiao_xl.steps import write_report
from tests.layout.word_pieces import docx, paragraph
from tests.report.kind_documents import DIRECTIVES, job, office

COORDINATION = "238-QĐ/TW"
TEXT = paragraph(f"86 cuộc phối hợp theo Quyết định số {COORDINATION}; theo Quyết định {COORDINATION}.")


def told(**facts: Any) -> list[str]:
    return list(told_of_bare_citations(docx(TEXT), [Directive(COORDINATION, "Quyết định", **facts)]))


def test_what_nobody_wrote_down_is_told_once_with_the_number() -> None:
    [only] = told(issuer="Ban Bí thư")
    assert COORDINATION in only
    assert "Tra văn bản gốc" in only


def test_each_part_of_a_first_citation_counts() -> None:
    whole = {"issued": date(2020, 1, 2), "issuer": "Ban Bí thư", "subject": "về phối hợp"}
    assert told(**whole) == []
    assert all(told(**{**whole, part: None if part == "issued" else ""}) for part in whole)


def test_a_directive_that_the_document_does_not_cite_is_not_told() -> None:
    other = Directive("99-QĐ/TW", "Quyết định")
    assert list(told_of_bare_citations(docx(TEXT), [other])) == []


def test_the_answer_of_the_step_says_it() -> None:
    bare = [{**row, "issued": None} for row in DIRECTIVES]
    outcome = write_report.work(office(tblVanBan=bare), job("so_ket", directive="49-KL/TW")).outcome
    assert any("chưa đủ ngày ban hành" in line and "49-KL/TW" in line for line in outcome.details)


def test_what_the_plan_leaves_blank_is_cited_as_the_register_has_it_and_the_rest_as_the_plan() -> None:
    bare = [{**row, "issued": None, "issuer": "", "subject": "về học tập"} for row in DIRECTIVES]
    registered = [{"symbol": "49-KL/TW", "kind": "Kết luận", "issued": date(2019, 5, 10), "issuer": "Ban Bí thư",
                   "official_title": "x"}]  # fmt: skip
    year = office(tblVanBan=bare, tblDanhMuc=registered)
    [cited, _] = [one for one in known_directives(year) if one.symbol in ("49-KL/TW", "11-CT/TW")]
    assert (cited.issued, cited.issuer, cited.subject) == (date(2019, 5, 10), "Ban Bí thư", "về học tập")
