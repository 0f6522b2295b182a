"""What the documents of all kinds are made from alike: head, signature, appendices, names of units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.model import schema
from khoagiao_xl.model.party_names import party_name
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.document_heading import head_tags, signature_tags
from khoagiao_xl.report.told_basis import YearGuidance, issued_day, named_guidance
from khoagiao_xl.wording.told_kinds import APPENDIX_TEXT, BASIS_TEXT, STAFF_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.letterheads import Letterhead

NEW_PARAGRAPH: Final = "\a"  # docxtpl: a further paragraph like the one that holds the tag
MANY: Final = "Các "
NO_BREAK: Final = "\u00a0"
Row = dict[str, str]
Tables = dict[str, list[Row]]
Tags = dict[str, Any]


def document_tags(
    head: Letterhead,
    today: date,
    texts: Mapping[str, str],
    paragraphs: Mapping[str, Iterable[str]],
    tables: Tables | None = None,
) -> Tags:
    """Return the tags of a document.

    texts: «trich_yeu», «ket_thuc» without its full stop, other tags of one line. paragraphs: tag -> its
    paragraphs. tables: tag of an appendix -> its rows; empty ones vanish, a single one carries no number.
    """
    tags: Tags = dict(head_tags(head, today))
    for tag, lines in [*signature_tags(head).items(), *paragraphs.items()]:
        tags[tag] = NEW_PARAGRAPH.join(filter(None, lines))
    rows = tables or {}
    for number, name in enumerate(appendix_names(rows), 1):
        tags[f"ten_phu_luc_{number}"] = name
    closing = texts["ket_thuc"] + head.ending
    return {**tags, **rows, **texts, "ket_thuc": closing}


def appendix_names(tables: Mapping[str, Sequence[object]]) -> list[str]:
    """Return «Phụ lục 1», «Phụ lục 2» for the tables with rows; a single one carries no number (TT56)."""
    present = [tag for tag, rows in tables.items() if rows]
    names = []
    for tag in tables:
        name = APPENDIX_TEXT
        if tag not in present:
            name = ""
        elif len(present) > 1:
            number = present.index(tag) + 1
            name = f"{APPENDIX_TEXT}{NO_BREAK}{number}"
        names.append(name)
    return names


def body_names(year: Year) -> dict[str, str]:
    """Return code of a unit -> the Party body that reports: «Đảng bộ Sở Y tế»."""
    return {unit.code: party_name(clean_line(unit.name), unit.kind) for unit in year.units}


def basis(year: Year, citations: Citations) -> str:
    """Return «Thực hiện Hướng dẫn số 12-HD/ĐUK của ..., », of guidances whose day is known."""
    known = {directive.symbol for directive in year.directives}
    cited = []
    for row in year.rows(schema.SOURCES):
        symbol = clean_line(row["symbol"] or "")
        if symbol in known:
            cited.append(citations.cite(symbol))
            continue
        issued = issued_day(symbol, year.outgoing)
        if issued:
            source = YearGuidance.from_row(row)
            cited.append(named_guidance(source, issued))
    if not cited:
        return ""
    return BASIS_TEXT.format(cited=" và ".join(cited))


def staff_of(year: Year) -> str:
    """Return who keeps the reports."""
    return clean_line(year.settings.staff) or STAFF_TEXT


def saying(texts: Mapping[str, str]) -> Callable[..., str]:
    """Return a function that says a phrase of `texts` with facts: `say("han", day="10/5/2024")`."""

    def say(phrase: str, **facts: object) -> str:
        return texts[phrase].format(**facts)

    return say


def bare(text: str) -> str:
    """Return words as they go into a sentence: one line, without the full stop of their own."""
    return clean_line(text).rstrip(" .;,")


def in_a_sentence(name: str) -> str:
    """Return who is meant as it goes into a sentence: «các đảng bộ, chi bộ cơ sở», «Ban Tuyên giáo»."""
    words = bare(name)
    if words.startswith(MANY):
        return words[0].lower() + words[1:]
    return words


def listed(opening: str, items: Sequence[str]) -> list[str]:
    """Return an opening and a line with a dash for each item, the last one with a full stop."""
    if not items:
        return []
    lines = [f"- {item};" for item in items]
    last = lines.pop().removesuffix(";")
    return [opening, *lines, f"{last}."]
