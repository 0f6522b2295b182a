"""Every document that the tool makes, as one table: profile, day, period, what is special about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from khoagiao_xl.model.hot_issues import Issue
from khoagiao_xl.model.periods import Period
from khoagiao_xl.model.records import Directive, Review, State, Task
from khoagiao_xl.model.report_records import OutgoingDocument, ReviewStep, ToldRow
from khoagiao_xl.report import find_template, letterhead_for, render
from khoagiao_xl.report.told_issues import IssueNote

COMPLETE: Final = {State.ACCEPTED: ("Sở Y tế",) * 92}
CITED: Final = (
    Directive(
        "45-NQ/TW", "Nghị quyết", date(2023, 11, 24), "Ban Chấp hành Trung ương", "về đội ngũ trí thức"
    ),
    Directive(
        "20-KH/TW", "Kế hoạch", date(2023, 11, 28), "Bộ Chính trị", "về thực hiện Nghị quyết số 45-NQ/TW"
    ),
    Directive("25-CT/TW", "Chỉ thị", date(2023, 10, 25), "Ban Bí thư", "về y tế cơ sở"),
    Directive("49-KL/TW", "Kết luận", date(2019, 5, 10), "Ban Bí thư", "về công tác khuyến học"),
    Directive("37-CT/TW", "Chỉ thị", date(2014, 6, 6), "Ban Bí thư", "về đào tạo nhân lực có tay nghề cao"),
)
MONTH: Final = "2024-M03"
EVERYTHING: Final = {
    "directives": CITED,
    "reviews": tuple(
        Review("Tổng kết", 10, cited.symbol, date(2024, 3, 10 + day), lead="Các chi bộ", code=f"ST0{day}")
        for day, cited in enumerate(CITED)
    ),
    "steps": tuple(
        ReviewStep(f"ST0{day}", 1.0, "Giao cơ quan chủ trì", due=date(2024, 3, 1 + day), status="xong")
        for day in range(5)
    ),
    "details": (
        ToldRow(MONTH, "SYT", "QT", "QT1", text="45-NQ/TW; 20-KH/TW", day="05/3/2024", first=40.0, second=39.0),
        ToldRow(MONTH, "STC", "QT", "QT1", text="25-CT/TW", day="06/3/2024", first=30.0, second=30.0),
        ToldRow(MONTH, "SYT", "NB", "NB1", text="Ra quân trồng cây", choice="Nội dung khác", first=60.0),
        ToldRow(MONTH, "STC", "KT", "KT1", text="Chi bộ Phòng 1", choice="Nội dung khác", first=2.0, second=1.0),
    ),
    "tasks": (
        Task("NV01", "II.1", "Chung", "Ban hành kế hoạch năm", "...", "Các chi bộ", due=date(2024, 3, 15), status="xong"),
        Task("NV02", "II.2", "Xã hội", "Tuyên truyền y tế cơ sở", "...", "Các chi bộ", due=date(2024, 4, 15), status="nhận"),
    ),
    "outgoing": (
        OutgoingDocument("Kế hoạch", "tuyên truyền năm 2024", 12.0, "KH/ĐUK", date(2024, 3, 1)),
        OutgoingDocument("Công văn", "về việc nắm dư luận xã hội", 41.0, "CV/ĐUK", date(2024, 3, 4)),
    ),
    "unit_names": {"SYT": "Sở Y tế", "STC": "Sở Tài chính"},
    "issues": (
        IssueNote("Sở Y tế", Issue("VD01", date(2024, 3, 5), "SYT", "Xã hội", "Thiếu thuốc ở trạm y tế"), date(2024, 3, 14)),
    ),
}  # fmt: skip
NOBODY_MISSES: Final = {"states": COMPLETE, "waivers": ()}


@dataclass(frozen=True)
class Made:
    """One document: `facts` replace those of the content of conftest."""

    profile: str
    day: date
    period: str
    facts: dict[str, Any]
    number: str = ""
    signer: str = ""


DOCUMENTS: Final = {
    "a month": Made("2024", date(2024, 3, 20), "2024-M03", {}),
    "a month with everything": Made("2024", date(2024, 3, 20), "2024-M03", EVERYTHING),
    "a half-year with everything": Made("2024", date(2024, 6, 12), "2024-H1", EVERYTHING),
    "a first month": Made("2024", date(2024, 1, 20), "2024-M01", {}),
    "a month of all units": Made("2024", date(2024, 3, 20), "2024-M03", NOBODY_MISSES),
    "a quarter": Made("2024", date(2024, 3, 25), "2024-Q1", {}),
    "a half-year": Made("2024", date(2024, 6, 12), "2024-H1", {}),
    "a half-year of all units": Made("2024", date(2024, 6, 12), "2024-H1", NOBODY_MISSES),
    "a year": Made("2024", date(2024, 12, 5), "2024-Y", {}),
    "a numbered, signed month": Made("2024", date(2024, 3, 20), "2024-M03", {}, "7", "Người Ký Thử"),
    "a numbered year": Made("2024", date(2024, 12, 5), "2024-Y", {}, "126"),
    "a month of 2026 before the new guidance": Made("2026", date(2026, 3, 20), "2026-M03", {}),
    "a half-year of 2026": Made("2026", date(2026, 6, 20), "2026-H1", {}),
    "a numbered month of 2026": Made("2026", date(2026, 6, 20), "2026-M06", {}, "3"),
    "a year of the Party's own offices": Made("2026-co-quan-dang", date(2026, 12, 5), "2026-Y", {}),
    "a quarter of the province's board": Made("2026-tinh", date(2026, 9, 20), "2026-Q3", {}),
    "a numbered quarter of the board": Made("2026-tinh", date(2026, 9, 20), "2026-Q3", {}, "14"),
}


OTHER_KINDS: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "a preliminary review of a directive": ("so_ket", {"directive": "49-KL/TW"}),
    "quick information": ("tin_nhanh", {"issue": "VD001"}),
    "a notice of good and slow units": ("thong_bao", {}),
    "an urging letter": ("cong_van", {}),
    "a programme of the year": ("chuong_trinh", {}),
}


def make_other(name: str) -> bytes:
    """Return the bytes of a document of another kind, of the small office that the tests of the kinds have."""
    from khoagiao_xl.steps import write_report
    from tests.report.kind_documents import job, office

    kind, about = OTHER_KINDS[name]
    known = [{**vars(cited), "status": "nhận"} for cited in CITED]
    [file] = write_report.work(office(tblVanBan=known), job(kind, **about)).files
    return file.bytes()


def make(made: Made, content: Callable[..., Any]) -> bytes:
    """Return the bytes of the document. content: the maker of contents of conftest."""
    head = letterhead_for(made.profile, made.day)
    head = replace(head, number=made.number, signer=made.signer)
    starts = Period.parse(made.period)
    reviews = [
        replace(review, anniversary=date(starts.year, starts.first_month, 10)) for review in content().reviews
    ]
    facts = {"reviews": tuple(reviews), "directives": CITED, **made.facts}
    told = content(made.period, letterhead=head, today=made.day, **facts)
    return render(told, find_template(told.report))
