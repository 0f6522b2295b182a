"""What stands out in a field: the things that most units did alike, or that most people came to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.detail_lists import fields_of_choices
from khoagiao_xl.model.sections import report_tag
from khoagiao_xl.report.deserved_praise import deserving
from khoagiao_xl.report.folded_words import Opinion
from khoagiao_xl.report.name_lists import different, names_or_count
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import bare, in_sentence, listed
from khoagiao_xl.report.told_rows import is_part_of_long, of_list, told_in
from khoagiao_xl.vietnamese.running_text import squash
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.model.report_records import OfficeWords, ToldRow
    from khoagiao_xl.report.content import ReportContent

EVENTS: Final = "NB"
SECTION: Final = "II.2"  # of the list of indicators: its fields have places of their own in the report
FIELDS_TOLD: Final = ("muc_2", "muc_2_1", "muc_2_2", "muc_2_3")  # where what stands out is told
MOST: Final = 2


@dataclass(frozen=True)
class ToldHighlight:
    """One thing that stands out as it is told. units: names; people: how many came, in words."""

    text: str
    units: tuple[str, ...]
    people: str = ""


@dataclass
class Highlight:
    """One thing that stands out. people: of the rows that say how many; is_counted: all of them do."""

    text: str
    units: dict[str, None] = field(default_factory=dict)
    people: float = 0
    is_counted: bool = True

    def add(self, row: ToldRow) -> None:
        """Count a row that tells the same."""
        self.units[row.unit] = None
        if row.first is None:
            self.is_counted = False
        else:
            self.people += row.first


def highlights(rows: Iterable[ToldRow], tag: str) -> list[Highlight]:
    """Return what stands out in the field of a section, what most units did first."""
    found: dict[str, Highlight] = {}
    for row in of_list(rows, EVENTS):
        text = bare(row.text)
        if not text or tag_of_theme(row.choice) != tag:
            continue
        key = text.casefold()
        same = found.setdefault(
            key,
            Highlight(text),
        )
        same.add(row)
    return sorted(
        found.values(),
        key=_place,
    )


def tag_of_theme(theme: str) -> str:
    """Return the section of the report in which a theme is told."""
    fields = fields_of_choices()
    theme_field = fields.get(theme, "")
    return report_tag(SECTION, theme_field)


def _place(highlight: Highlight) -> tuple[float, float, str]:
    units = len(highlight.units)
    return -units, -highlight.people, highlight.text


def highlight_paragraphs(content: ReportContent, tag: str) -> list[str]:
    """Return what the office has picked for the section, else the few things that stand out most."""
    told = []
    for each in told_highlights(content, tag):
        words = _told(each, content)
        told.append(words)
    if not told:
        return []
    opening = TOLD["noi_bat"].format(told_in=_told_in(content, tag))
    return listed(opening, told)


def told_highlights(content: ReportContent, tag: str) -> list[ToldHighlight]:
    """Return what stands out in a section as it is told there."""
    found = highlights(_deserving_rows(content), tag)
    picked = list(_picked(found, content, tag))
    if picked:
        return picked
    return [_with_names(each, content) for each in found[:MOST]]


def _deserving_rows(content: ReportContent) -> Iterator[ToldRow]:
    for row in of_list(content.details, EVENTS):
        name = content.name_of(row.unit)
        if deserving([name], row.text, content):
            yield row


def highlight_lists(content: ReportContent) -> Iterator[Opinion]:
    """Yield for the annex of names what stands out of more units than a sentence names."""
    for tag in FIELDS_TOLD:
        for told in told_highlights(content, tag):
            listed_ones = Opinion(
                told.units,
                f"{told.text}.",
            )
            if listed_ones.is_widely_shared:
                yield listed_ones


def are_of_a_part(content: ReportContent) -> bool:
    """Whether they are of a part of a half or a year: its draft asks for the others."""
    return is_part_of_long(of_list(content.details, EVENTS), content.period)


def _told_in(content: ReportContent, tag: str) -> str:
    """Return of which reports it is, where those are not all of the period: the first field names them."""
    rows = of_list(content.details, EVENTS)
    periods = told_in(rows, content)
    if not periods:
        return ""
    before = FIELDS_TOLD[: FIELDS_TOLD.index(tag)]
    if any(told_highlights(content, each) for each in before):
        return TOLD["noi_bat_nhu_tren"]
    is_asked = are_of_a_part(content) and content.letterhead.is_draft
    return TOLD["noi_bat_trong"].format(
        periods=periods,
        place=TOLD["noi_bat_bo_sung"] if is_asked else "",
    )


def _picked(found: Iterable[Highlight], content: ReportContent, tag: str) -> Iterator[ToldHighlight]:
    """Yield what the office has picked, with units and people where its words are still those of units."""
    by_words = {squash(each.text): each for each in found}
    for words in content.picked_words(tag):
        same = by_words.get(squash(words.text))
        if same:
            yield _with_names(same, content)
        else:
            yield _in_own_words(words, content)


def _in_own_words(words: OfficeWords, content: ReportContent) -> ToldHighlight:
    units = different(words.named_units)
    return ToldHighlight(
        bare(words.text),
        deserving(units, words.text, content),
    )


def _with_names(highlight: Highlight, content: ReportContent) -> ToldHighlight:
    units = map(content.name_of, highlight.units)
    return ToldHighlight(
        highlight.text,
        tuple(different(units)),
        _people(highlight),
    )


def _told(highlight: ToldHighlight, content: ReportContent) -> str:
    return TOLD["noi_bat_viec"].format(
        text=in_sentence(highlight.text),
        units=names_or_count(highlight.units, content.appendices.units),
        people=highlight.people,
    )


def _people(highlight: Highlight) -> str:
    if not highlight.is_counted or not highlight.people:
        return ""
    people = number(highlight.people)
    return TOLD["noi_bat_nguoi"].format(people=people)
