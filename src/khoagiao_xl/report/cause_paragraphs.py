"""The causes in the report: objective, subjective, the rest, each kind once, units not named again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.report_records import WordsOrigin
from khoagiao_xl.model.section_names import section_names
from khoagiao_xl.report.name_lists import names_or_count
from khoagiao_xl.report.proposed_causes import accepted_causes, proposed_causes
from khoagiao_xl.report.quoting import quote, tells_all
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_causes import CAUSES, INNER, KINDS, LIMITS, OUTER, WITHOUT_MORE, told_kind
from khoagiao_xl.report.told_lines import bare, in_sentence, listed
from khoagiao_xl.report.word_choices import proposal_code
from khoagiao_xl.wording.told_sections import CAUSE_LABELS, CAUSE_WORDS, TOLD

LONGEST: Final = 300  # letters of causes in one sentence
SENTENCE_END: Final = ". "
ALONE: Final = "rieng"  # causes beside which none is called objective or subjective

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from khoagiao_xl.report.content import ReportContent
    from khoagiao_xl.report.folded_words import Opinion, Opinions


def cause_paragraphs(content: ReportContent, opinions: Opinions, appendix: str) -> list[str]:
    """Return the causes of units and those that the office has accepted; too many stand in `appendix`.

    A draft has a place for the subjective ones, where the limits ask for some and nobody has decided.
    """
    own = opinions.get(CAUSES, ())
    quoted: Sequence[Opinion] = ()
    paragraphs = []
    if tells_all(content, own, CAUSES):
        quoted = own
    else:
        paragraphs += quote(content, opinions, CAUSES, appendix)
    limits = opinions.get(LIMITS, ())
    by_kind = _by_kind(content, quoted, limits, appendix)
    for kind, causes in by_kind.items():
        paragraphs += _under(TOLD[f"ve_{kind}"], causes)
    if not by_kind.get(INNER) and _lacks_inner(content):
        paragraphs.append(TOLD["bo_sung_chu_quan"])
    return paragraphs


def _by_kind(
    content: ReportContent, quoted: Iterable[Opinion], limits: Sequence[Opinion], appendix: str
) -> Mapping[str, list[str]]:
    """Return the causes in words by their kind: of units, then those that the office has accepted."""
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for opinion in quoted:
        kind = told_kind(opinion.text)
        told = _told(opinion, limits, appendix)
        found[kind].append(told)
    for text in accepted_causes(content):
        kind = told_kind(text)
        told = _unlabelled(text)
        found[kind].append(told)
    if not found[OUTER] and not found[INNER]:
        return {ALONE: found[WITHOUT_MORE]}
    return found


def _under(opening: str, causes: list[str]) -> list[str]:
    """Return the causes of one kind in one sentence, in lines where they are long."""
    joined = "; ".join(causes)
    if len(joined) > LONGEST or SENTENCE_END in joined:
        return listed(opening, causes)
    return [f"{opening} {joined}."] if causes else []


def _told(opinion: Opinion, limits: Sequence[Opinion], appendix: str) -> str:
    """Return a cause with the limit that it is of, or with whose limits those are."""
    text = _unlabelled(opinion.text)
    spaced = f" {text} "
    says_why = any(word in spaced for word in CAUSE_WORDS)
    units = opinion.units
    about = bare(opinion.about or _only_limit(units, limits))
    whose = _whose(
        units,
        limits,
        appendix,
    )
    phrase = "nguyen_nhan_cua" if about else "nguyen_nhan_do"
    if says_why:
        phrase = "nguyen_nhan_viec"
    return TOLD[phrase].format(
        text=text,
        limit=in_sentence(about),
        whose=whose,
    )


def _only_limit(units: Sequence[str], limits: Sequence[Opinion]) -> str:
    """Return the limit of the units where they have named one and no other in a sentence; else a blank."""
    own = frozenset(units)
    telling = [limit for limit in limits if not own.isdisjoint(limit.units)]
    if len(telling) != 1:
        return ""
    (limit,) = telling
    if SENTENCE_END in limit.text:
        return ""
    is_of_all = own.issubset(limit.units)
    return limit.text if is_of_all else ""


def _whose(units: Sequence[str], limits: Sequence[Opinion], appendix: str) -> str:
    """Return whose cause it is; units that the limits above name are counted and not named again."""
    known: set[str] = set()
    for limit in limits:
        known.update(limit.units)
    if known.issuperset(units):
        phrase = "nguyen_nhan_don_vi_tren" if len(units) == 1 else "nguyen_nhan_neu_tren"
        return TOLD[phrase].format(count=number(len(units)))
    return names_or_count(units, appendix)


def _unlabelled(text: str) -> str:
    """Return a cause as it goes on behind the name of its kind."""
    told = bare(text)
    small = told.casefold()
    for label in CAUSE_LABELS:
        if small.startswith(label):
            length = len(label)
            return in_sentence(told[length:].strip())
    return in_sentence(told)


def _lacks_inner(content: ReportContent) -> bool:
    """Whether the limits ask for subjective causes and the office has decided about none, nor written one."""
    if _has_own_words(content) or not content.letterhead.is_draft:
        return False
    choices = content.choices
    decided = choices.left_out | choices.moved
    proposed = set()
    for key, _ in proposed_causes(content):
        code = proposal_code(CAUSES, key)
        proposed.add(code)
    return bool(proposed) and proposed.isdisjoint(decided)


def _has_own_words(content: ReportContent) -> bool:
    names = section_names()
    section = names[CAUSES]
    for words in content.office_words:
        if words.section == section and words.origin == WordsOrigin.OFFICE:
            return True
    return False
