"""What the documents of all kinds are made from alike: head, signature, appendices, names of units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.report.appendix_names import appendix_names
from khoagiao_xl.report.citing import Citations
from khoagiao_xl.report.cleaning import clean_line
from khoagiao_xl.report.document_heading import head_tags, signature_tags
from khoagiao_xl.report.gathered_facts import guidances_of
from khoagiao_xl.report.told_basis import GUIDANCE, MOST, guidances_above, own_guidance
from khoagiao_xl.report.told_lines import bare
from khoagiao_xl.wording.told_kinds import BASIS_TEXT, REVIEW_TEXTS, STAFF_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from khoagiao_xl.model.records import Task
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.report.letterheads import Letterhead

NEW_PARAGRAPH: Final = "\a"  # docxtpl: a further paragraph like the one that holds the tag
MANY: Final = "Các "
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
    for number, name in enumerate(appendix_names(rows.values()), 1):
        tags[f"ten_phu_luc_{number}"] = name
    closing = texts["ket_thuc"] + head.ending
    return {**tags, **rows, **texts, "ket_thuc": closing}


def body_names(year: Year) -> dict[str, str]:
    """Return code of a unit -> the Party body that reports: «Đảng bộ Sở Y tế»."""
    return {code: clean_line(name) for code, name in year.party_names.items()}


def basis(year: Year, citations: Citations) -> str:
    """Return «Thực hiện Hướng dẫn số 143-HD/BTGTU ... và Hướng dẫn số 12-HD/ĐUK ..., », as reports begin.

    Of guidances whose day is known, the one from above first: a committee carries out more than its own.
    """
    own = own_guidance(guidances_of(year), year.outgoing, citations)
    cited = [*guidances_above(year.directives, citations), *own]
    if cited:
        return BASIS_TEXT.format(cited=" và ".join(cited[:MOST]))
    return ""


def guidance_cited(year: Year, citations: Citations) -> str:
    """Return the guidances of the year whose day is known, in full."""
    sources = guidances_of(year)
    cited = own_guidance(sources, year.outgoing, citations)
    return " và ".join(cited)


def guidance_names(year: Year) -> list[str]:
    """Return the guidances of the year by number alone: «Hướng dẫn số 12-HD/ĐUK»."""
    names = []
    for source in guidances_of(year):
        symbol = clean_line(source.symbol)
        if symbol:
            names.append(f"{GUIDANCE} số {symbol}")
    return names


def staff_of(year: Year) -> str:
    """Return who keeps the reports."""
    return clean_line(year.settings.staff) or STAFF_TEXT


def saying(texts: Mapping[str, str]) -> Callable[..., str]:
    """Return a function that says a phrase of `texts` with facts: `say("han", day="10/5/2024")`."""

    def say(phrase: str, **facts: object) -> str:
        return texts[phrase].format(**facts)

    return say


def in_a_sentence(name: str) -> str:
    """Return who is meant as it goes into a sentence: «các đảng bộ, chi bộ cơ sở», «Ban Tuyên giáo»."""
    words = bare(name)
    if words.startswith(MANY):
        return words[0].lower() + words[1:]
    return words


def is_review(task: Task) -> bool:
    """Whether a task is the review itself."""
    text = task.text.casefold()
    kinds = REVIEW_TEXTS["so_ket"], REVIEW_TEXTS["tong_ket"]
    return text.startswith(kinds)
