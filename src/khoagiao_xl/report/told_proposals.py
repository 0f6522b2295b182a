"""What units ask for, by whom they ask: the provincial board, the committee, and what names nobody."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.cleaning import clean_text
from khoagiao_xl.report.quoting import ROOM, Opinion, fold
from khoagiao_xl.report.sentence_table import sentence_table
from khoagiao_xl.report.told_lines import bare, listed, names
from khoagiao_xl.wording.told_sections import ASKING, BODIES_BEGIN, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from khoagiao_xl.report.content import Narrative, ReportContent

TAG: Final = "kien_nghi"
LONGEST_NAME: Final = 14  # words of the name of a body


def proposal_paragraphs(content: ReportContent, picked: Iterable[Opinion] = ()) -> list[str]:
    """Return the proposals by addressee; nothing where they are too long for the body, «Không.» for none.

    picked: those that the office has chosen; where it has chosen none, all that the units make in the period
    and in the reports within it, what is asked for in several of them once.
    """
    said = list(picked)
    paragraphs: list[str] = []
    if not said:
        said = list(_of_all_reports(content))
        paragraphs += _earlier_opening(content)
    if not said:
        if content.has_words(TAG):
            return []
        return [TOLD["kien_nghi_khong"]]
    lengths = [len(opinion.text) for opinion in said]
    if sum(lengths) > ROOM:
        return []
    return [*paragraphs, *by_addressee_told(said)]


def by_addressee_told(said: Iterable[Opinion]) -> Iterator[str]:
    """Yield proposals under whom they ask; those that name nobody last."""
    by_addressee = _by_addressee(said)
    for addressee, own in by_addressee.items():
        phrase = "kien_nghi_gui" if addressee else "kien_nghi_khac"
        opening = TOLD[phrase].format(addressee=addressee)
        told = list(map(_told, own))
        yield from listed(opening, told)


def _of_all_reports(content: ReportContent) -> Iterator[Opinion]:
    """Yield the proposals of the period and of the reports within it, each once."""
    by_part = content.earlier_words.values()
    yield from _proposals(chain(content.narratives, *by_part))


def _earlier_opening(content: ReportContent) -> Iterator[str]:
    """Yield in which reports within the period units propose something."""
    periods = []
    for code, said in content.earlier_words.items():
        if any(_proposals(said)):
            period = Period.parse(code)
            periods.append(period.short)
    if not periods:
        return
    own = list(_proposals(content.narratives))
    if own:
        periods.append(content.period.short)
    joined = ", ".join(periods)
    yield TOLD["kien_nghi_truoc"].format(periods=joined)


def _proposals(narratives: Iterable[Narrative]) -> Iterator[Opinion]:
    """Yield the proposals line by line, each once with every unit that makes it."""
    lines = list(_lines(narratives))
    for part in sentence_table().quoted:
        if part.tag == TAG:
            yield from fold(lines, part.code, part.role)


def _lines(narratives: Iterable[Narrative]) -> Iterator[Narrative]:
    for narrative in narratives:
        text = clean_text(narrative.text)
        for line in text.split("\n"):
            yield replace(narrative, text=line)


def _by_addressee(said: Iterable[Opinion]) -> dict[str, list[Opinion]]:
    """Return the proposals by addressee, those that name none last."""
    found: dict[str, list[Opinion]] = {}
    others = []
    for opinion in said:
        addressee, text = addressee_of(opinion.text)
        if not addressee:
            others.append(opinion)
            continue
        asked = replace(opinion, text=text)
        own = found.setdefault(addressee, [])
        own.append(asked)
    if others:
        found[""] = others
    return found


def addressee_of(text: str) -> tuple[str, str]:
    """Return whom «Ban Tuyên giáo Tỉnh ủy: cung cấp ...» asks and for what; a blank where it names nobody."""
    head, _, rest = text.partition(":")
    asked = rest.strip()
    cleaned = bare(head)
    name = _without_asking(cleaned)
    if asked and _is_name(name):
        return name, asked
    return "", text


def _is_name(text: str) -> bool:
    words = text.split()
    if len(words) > LONGEST_NAME:
        return False
    return text.startswith(BODIES_BEGIN)


def _without_asking(head: str) -> str:
    small = head.casefold()
    for verb in ASKING:
        if small.startswith(verb):
            length = len(verb)
            rest = head[length:]
            return rest.strip()
    return head


def _told(opinion: Opinion) -> str:
    return TOLD["kien_nghi_viec"].format(
        text=bare(opinion.text),
        units=names(opinion.units),
    )
