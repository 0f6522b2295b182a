"""The units' own words in the report: quoted in their section, or whole in an appendix if they are long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.report import narratives
from khoagiao_xl.report.sentences import number
from khoagiao_xl.wording.report import PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent

NAMED = 5  # units named beside a text in the body; more are named in the appendix
ROOM = 4000  # characters of one kind of words in the body (about a page); more goes to an appendix
SAID = {
    "uu_diem": (narratives.RESULTS, None),
    "han_che": (narratives.LIMITS, None),
    "nhiem_vu": (narratives.NEXT, False),
    "kien_nghi": (narratives.NEXT, True),
}
Words = dict[str, list[narratives.Said]]


def words_of(content: ReportContent) -> Words:
    """Return by tag what the units said, each text once."""
    return {
        tag: narratives.fold(content.narratives, code, proposals=kind) for tag, (code, kind) in SAID.items()
    }


def listed(words: Words) -> Words:
    """Return by tag what an appendix has to list: words too long for the body, and who all said the same."""
    whole = {tag: said for tag, said in words.items() if sum(len(each.text) for each in said) > ROOM}
    shared = {tag: [each for each in said if len(each.units) > NAMED] for tag, said in words.items()}
    return {tag: whole.get(tag, shared[tag]) for tag in words if whole.get(tag, shared[tag])}


def quote(content: ReportContent, words: Words, tag: str, appendix: str) -> list[str]:
    """Return the paragraphs of a tag; `appendix` is where what is too long for the body is listed."""
    said = words[tag]
    if not said:
        return [nothing_said(content, tag)] if tag in {"uu_diem", "han_che"} else []
    if sum(len(each.text) for each in said) > ROOM:
        return [PHRASES["y_kien_dai"].format(count=number(len(said)), appendix=appendix)]
    return [_quoted(each, appendix) for each in said]


def _quoted(said: narratives.Said, appendix: str) -> str:
    if len(said.units) > NAMED:
        facts = {"count": number(len(said.units)), "text": said.text, "appendix": appendix}
        return PHRASES["y_kien_chung"].format(**facts)
    return PHRASES["y_kien"].format(units=", ".join(said.units), text=said.text)


def nothing_said(content: ReportContent, tag: str) -> str:
    """Return that the units said nothing; where none has reported, that is not the same."""
    return PHRASES[f"{tag}_trong" if content.reported else "muc_trong"]


def opinion_rows(listed_words: Words) -> list[dict[str, str]]:
    """Return the rows of the appendix of words, with a heading («nhom») before each kind."""
    rows: list[dict[str, str]] = []
    for tag, said in listed_words.items():
        rows.append({"nhom": PHRASES[f"ten_{tag}"]})
        rows += [_row(index, each) for index, each in enumerate(said, 1)]
    return rows


def _row(index: int, said: narratives.Said) -> dict[str, str]:
    return {"nhom": "", "stt": str(index), "don_vi": ", ".join(said.units), "noi_dung": said.text}
