"""The sections of the report: which units reported, what the figures say, what reviews are due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.records import State, coverage_of
from khoagiao_xl.report.cited_text import cited_in_each
from khoagiao_xl.report.citing import Citations, day_text
from khoagiao_xl.report.name_lists import behind_count
from khoagiao_xl.report.report_tables import symbols_in
from khoagiao_xl.report.section_parts import told_after, told_before
from khoagiao_xl.report.section_sentences import SectionFigures
from khoagiao_xl.report.sentence_table import SentencePart, sentence_table
from khoagiao_xl.report.sentences import amount, figure_of, is_unanswered, number
from khoagiao_xl.report.told_lines import listed
from khoagiao_xl.report.told_studies import study_paragraphs
from khoagiao_xl.report.told_unstudied import unstudied_told
from khoagiao_xl.wording.report import PHRASES, STATE_PHRASES

if TYPE_CHECKING:
    from khoagiao_xl.report.content import ReportContent

OPTIONAL_TAGS: Final = frozenset({"dac_diem", "tu_tuong"})  # left out where they have nothing to tell
REPORTED_BUT: Final = (State.NOTHING, State.QUESTIONED)
LACKING: Final = (State.MISSING, State.UNUSABLE, State.RETURNED)  # each is named among the limits
OTHER_STATES: Final = (State.EXTENDED, State.WAIVED)


# -- which units reported ---------------------------------------------------------------------------------


def states_sentence(content: ReportContent, appendix: str, figures: str) -> str:
    """Return how many of the units have reported and what became of the others; `appendix` lists them.

    figures: what is to be known of the figures of the report, as its last part.
    """
    phrase = PHRASES[_states_phrase(content)]
    return phrase.format(
        day=day_text(content.today),
        whole=content.letterhead.whole,
        reported=coverage_of(content.reported, content.expected),
        owing=number(content.expected),
        details=_state_details(content, appendix),
        figures=figures,
    )


def _states_phrase(content: ReportContent) -> str:
    if content.reported:
        return "tinh_hinh"
    if content.expected:
        return "tinh_hinh_khong_ai"
    return "tinh_hinh_khong_ro"


def _state_details(content: ReportContent, appendix: str) -> str:
    others = [_lacking(content), _counted_states(content, OTHER_STATES)]
    told = ", ".join(filter(None, others))
    details = f"; {told}" if told else ""
    if appendix:
        details += PHRASES["xem_danh_sach"].format(appendix=appendix)
    return details


def _lacking(content: ReportContent) -> str:
    """Return of how many units no report counts: who sent nothing, and whose file is to be mended."""
    count = sum(len(content.units(state)) for state in LACKING)
    if not count:
        return ""
    unsent = len(content.units(State.MISSING))
    phrase = "chua_tong_hop"
    if unsent == count:
        phrase = "chua_tong_hop_chua_gui"
    elif not unsent:
        phrase = "chua_tong_hop_gui_lai"
    return PHRASES[phrase].format(count=number(count))


def reported_but(content: ReportContent) -> Iterator[str]:
    """Yield what is to be known of the units that have reported, for the notes below the table."""
    told = _counted_states(content, REPORTED_BUT)
    if told:
        yield PHRASES["trong_so_da_bao_cao"].format(told=told)
    if content.correcting:
        yield corrections_told(content, behind_count(content.correcting, content.appendices.units))


def corrections_told(content: ReportContent, units: str) -> str:
    """Return how many units count while a later correction was of no use; units: «: ...», or blank."""
    return PHRASES["ban_sua_cho"].format(
        count=number(len(content.correcting)),
        units=units,
    )


def _counted_states(content: ReportContent, states: Iterable[State]) -> str:
    """Return «02 đơn vị được gia hạn, 01 đơn vị được miễn»."""
    found = []
    for state in states:
        units = content.units(state)
        if not units:
            continue
        phrase = STATE_PHRASES[state.value]
        count = number(len(units))
        found.append(phrase.format(count=count))
    return ", ".join(found)


# -- what the figures say ---------------------------------------------------------------------------------


def section_paragraphs(content: ReportContent, tag: str, usual: str, citations: Citations) -> list[str]:
    """Return the paragraphs of a section, and an honest word where it has nothing to tell.

    usual: the coverage that the whole report shares, «77/92».
    """
    before = told_before(content, tag)
    paragraphs = list(cited_in_each(before, citations))
    after = cited_in_each(told_after(content, tag, citations), citations)
    table = content.sentences
    if tag not in table.sections:
        return [*paragraphs, *after]
    figures = SectionFigures(content, table, tag, usual, citations)
    paragraphs += figures.paragraphs()
    paragraphs += _directive_lists(content, tag, citations)
    paragraphs += after
    if paragraphs or tag in OPTIONAL_TAGS:
        return paragraphs
    if figures.is_asked() or not content.totals:
        return [PHRASES["muc_trong"]]
    return []  # the period does not ask it: the section vanishes with its heading


def _directive_lists(content: ReportContent, tag: str, citations: Citations) -> list[str]:
    """Return the paragraphs of the indicators that ask for a list of directives."""
    paragraphs: list[str] = []
    for part in sentence_table().directives:
        if part.tag == tag and part.code in content.by_code:
            paragraphs += _studied(part, content, citations)
    return paragraphs


def _studied(part: SentencePart, content: ReportContent, citations: Citations) -> list[str]:
    """Tell which directives were studied, each once, or how many where only the number is known.

    A blank is no «none»: where there were meetings, nothing more is known than that no directive was named.
    """
    total = content.by_code[part.code]
    if not figure_of(total):
        return [_none_studied(part, content)]
    told = study_paragraphs(content, citations)
    if told:
        return told
    studied = amount(total)
    cited = [citations.cite(symbol) for symbol in symbols_in(total)]
    if cited:
        opening = PHRASES["quan_triet"].format(amount=studied)
        return [*listed(opening, cited), *unstudied_told(total, content, citations)]
    return [PHRASES["quan_triet_so"].format(amount=studied)]


def _none_studied(part: SentencePart, content: ReportContent) -> str:
    total = content.by_code[part.code]
    whole = content.by_code.get(part.of)
    if whole and figure_of(whole):
        return f"{part.none_of}."
    if is_unanswered(total):
        return PHRASES["chua_co_so_lieu"].format(names=part.name)
    return f"{part.nothing}."
