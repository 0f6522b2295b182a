"""The units' own words: the same text said once with every unit named, nothing lost, proposals set apart.

They are quoted in their section, or whole in an appendix if they are long.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.periods import Period
from khoagiao_xl.report.causes_beside_limits import with_causes_beside
from khoagiao_xl.report.cleaning import clean_line, clean_text
from khoagiao_xl.report.near_texts import are_near, sense_of
from khoagiao_xl.report.sentence_table import FigureRole, sentence_table
from khoagiao_xl.report.sentences import number
from khoagiao_xl.report.told_lines import in_sentence
from khoagiao_xl.report.told_rows import is_long, reports_named
from khoagiao_xl.wording.report import NOTHING_SAID, PHRASES, PROPOSAL_STARTS
from khoagiao_xl.wording.report_words import OTHER_OPINIONS
from khoagiao_xl.wording.told_sections import TOLD

if TYPE_CHECKING:
    from khoagiao_xl.report.content import Narrative, ReportContent

SENTENCE_END: Final = ". "
BULLETS: Final = "-–—+*•·. \u00a0"
SENTENCE_ENDS: Final = (".", "!", "?", "…", ":", "”")
NAMED: Final = 5  # units named beside a text in the body; more are named in the appendix
ROOM: Final = 4000  # characters of one kind of words in the body (about a page); more goes to an appendix
FEW: Final = 6  # opinions of one kind in the body where the office has picked none
DEEDS: Final = frozenset({"uu_diem"})  # sections of what was done
GATHERED: Final = DEEDS | {"han_che"}  # of a half or a year: of all its reports, praise and limits alike
NEVER_EMPTY: Final = frozenset({"uu_diem", "han_che"})  # sections that say so where nobody said anything


@dataclass(frozen=True)
class Opinion:
    """One text, and every unit that said it. about: of a cause, the limit that it is the cause of."""

    units: tuple[str, ...]
    text: str
    about: str = ""

    @property
    def whole(self) -> str:
        """The text as it stands by itself: a cause with its limit."""
        if not self.about:
            return self.text
        return PHRASES["nguyen_nhan_cua"].format(
            limit=self.about.rstrip("."),
            cause=in_sentence(self.text),
        )

    @property
    def is_widely_shared(self) -> bool:
        """Whether more units said it than can be named beside it."""
        return len(self.units) > NAMED


Opinions = Mapping[str, Sequence[Opinion]]  # by tag


# -- folding ----------------------------------------------------------------------------------------------


def opinions_of(content: ReportContent) -> Opinions:
    """Return by tag what the units said, each text once."""
    found: dict[str, list[Opinion]] = {}
    table = sentence_table()
    for part in table.quoted:
        said = found.setdefault(part.tag, [])
        own = fold(_narratives(content, part.tag), part.code, part.role)
        said.extend(own)
    return found


def _narratives(content: ReportContent, tag: str) -> Iterable[Narrative]:
    """Return what is told under a tag: of a half or a year what all its reports praise and lack.

    Praise of all of them beside the limits of the last one alone made a better picture than the reports give.
    """
    is_of_parts = tag in GATHERED and is_long(content.period)
    if not is_of_parts:
        return content.narratives
    earlier = content.earlier_words.values()
    return chain(content.narratives, *earlier)


def gathered_in(content: ReportContent, tag: str) -> str:
    """Return which reports tell of a half or a year under a tag, « trong báo cáo quý I, năm»."""
    if not is_long(content.period):
        return ""
    quoted = sentence_table().quoted
    codes = {part.code for part in quoted if part.tag == tag}
    now = str(content.period)
    said = {**content.earlier_words, now: content.narratives}
    telling = []
    for period, words in said.items():
        about = {each.code for each in words}
        if not codes.isdisjoint(about):
            telling.append(Period.parse(period))
    if not telling:
        return ""
    named = reports_named(sorted(telling), content)
    return TOLD["neu_trong"].format(periods=named)


def fold(narratives: Iterable[Narrative], code: str, role: FigureRole = FigureRole.WORDS) -> list[Opinion]:
    """Return what was said under `code`, each text once, nearly the same texts too, in the order they came.

    role: PROPOSALS for the lines that begin as one («Đề nghị ...»), TASKS for the others, WORDS for all.
    """
    texts: dict[str, str] = {}  # by its folded letters
    by_sense: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    units: dict[str, dict[str, None]] = {}
    for narrative in narratives:
        if narrative.code != code:
            continue
        lines = _lines(narrative.text, role)
        text = " ".join(lines)
        key = _folded(text)
        if key in NOTHING_SAID:
            continue
        alike = by_sense[sense_of(text)]
        key = _known_as(key, text, alike)
        alike.setdefault(key, text)
        texts.setdefault(key, text)
        name = clean_line(narrative.unit_name)
        own = units.setdefault(key, {})
        own[name] = None
    return [Opinion(tuple(units[key]), text) for key, text in texts.items()]


def _known_as(key: str, text: str, known: Mapping[str, str]) -> str:
    """Return the key of a text that was told before in nearly the same words, else its own."""
    if key in known:
        return key
    for other, told in known.items():
        if are_near(told, text):
            return other
    return key


def _lines(text: str, role: FigureRole) -> Iterator[str]:
    cleaned = clean_text(text)
    for line in cleaned.split("\n"):
        words = _without_bullet(line)
        sentence = _sentence(words)
        if sentence and _belongs(sentence, role):
            yield sentence


def _without_bullet(line: str) -> str:
    if line.startswith(tuple(BULLETS)):
        return line.strip(BULLETS)
    return line


def _belongs(line: str, role: FigureRole) -> bool:
    if role is FigureRole.WORDS:
        return True
    folded = _folded(line)
    is_proposal = folded.startswith(PROPOSAL_STARTS)
    return is_proposal is (role is FigureRole.PROPOSALS)


def _sentence(line: str) -> str:
    """Return a line as a sentence: closed by a full stop, so that lines can be joined."""
    line = line.rstrip(" ;,")
    if not line or line.endswith(SENTENCE_ENDS):
        return line
    return f"{line}."


def _folded(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    words = composed.casefold().split()
    spaced = " ".join(words)
    return spaced.strip(" .;,!-")


# -- in the body ------------------------------------------------------------------------------------------


def quote(content: ReportContent, opinions: Opinions, tag: str, appendix: str) -> list[str]:
    """Return the paragraphs of a tag; `appendix` is where what is too long for the body is listed."""
    own = opinions[tag]
    if not own and tag in NEVER_EMPTY:
        return [nothing_said(content, tag)]
    if _is_long(own):
        count = number(len(own))
        return [
            PHRASES["y_kien_dai"].format(
                count=count,
                appendix=appendix,
            )
        ]
    if content.has_picked(tag):
        return _as_items([_quoted(opinion, appendix, tag) for opinion in own])
    return _as_items(list(_most_shared(own, appendix, tag)))


def _as_items(lines: Sequence[str]) -> list[str]:
    """Return the items of a list with «;» between them; with full stops where one has several sentences."""
    if any(SENTENCE_END in line for line in lines):
        return list(lines)
    *before, last = lines
    return [*map(_closed, before), last]


def _closed(line: str) -> str:
    return f"{line.removesuffix('.')};" if line.endswith(".") else line


def tells_all(content: ReportContent, opinions: Sequence[Opinion], tag: str) -> bool:
    """Whether the body has room for all that is said under a tag."""
    if _is_long(opinions):
        return False
    return content.has_picked(tag) or len(opinions) <= FEW


def _most_shared(opinions: Sequence[Opinion], appendix: str, tag: str) -> Iterator[str]:
    """Yield the few opinions that most units share, and how many more stand in the appendix."""
    shown = few_of(opinions)
    for opinion in shown:
        yield _quoted(opinion, appendix, tag)
    others = len(opinions) - len(shown)
    if others:
        count = number(others)
        yield OTHER_OPINIONS.format(
            count=count,
            appendix=appendix,
        )


def few_of(opinions: Sequence[Opinion]) -> list[Opinion]:
    """Return the opinions that most units share, in the order in which they came; all of a few."""
    if len(opinions) <= FEW:
        return list(opinions)
    ranked = sorted(
        opinions,
        key=_shares,
        reverse=True,
    )
    most = ranked[:FEW]
    return [opinion for opinion in opinions if opinion in most]


def _shares(opinion: Opinion) -> int:
    return len(opinion.units)


def _is_long(opinions: Iterable[Opinion]) -> bool:
    length = 0
    for opinion in opinions:
        length += len(opinion.text)
    return length > ROOM


def _quoted(opinion: Opinion, appendix: str, tag: str) -> str:
    """Return a text and who said it; of what was achieved the deed stands first."""
    is_deed = tag in DEEDS
    text = opinion.whole.rstrip(".") if is_deed else in_sentence(opinion.whole)
    if opinion.is_widely_shared:
        phrase = "ket_qua_chung" if is_deed else "y_kien_chung"
        units = len(opinion.units)
        return PHRASES[phrase].format(
            count=number(units),
            appendix=appendix,
            text=text,
        )
    phrase = "ket_qua" if is_deed else "y_kien"
    return PHRASES[phrase].format(
        units=", ".join(opinion.units),
        text=text,
    )


def nothing_said(content: ReportContent, tag: str) -> str:
    """Return that the units said nothing; where none has reported, that is not the same."""
    phrase = f"{tag}_trong" if content.reported else "muc_trong"
    return PHRASES[phrase]


# -- in the appendix --------------------------------------------------------------------------------------


def opinion_rows(opinions: Opinions) -> list[dict[str, str]]:
    """Return the rows of the appendix of words, with a heading («nhom») before each kind.

    Listed are words too long for the body, and those that more units share than can be named there.
    """
    rows: list[dict[str, str]] = []
    listed = {tag: _listed(own) for tag, own in opinions.items()}
    for tag, own in with_causes_beside(listed).items():
        heading = PHRASES[f"ten_{tag}"]
        rows += numbered_rows(heading, own)
    return rows


def numbered_rows(heading: str, opinions: Sequence[Opinion]) -> list[dict[str, str]]:
    """Return rows under their heading, numbered; nothing for none."""
    rows = [_row(index, opinion) for index, opinion in enumerate(opinions, 1)]
    if not rows:
        return []
    return [{"nhom": heading}, *rows]


def _listed(opinions: Sequence[Opinion]) -> Sequence[Opinion]:
    if _is_long(opinions) or len(opinions) > FEW:
        return opinions
    return [opinion for opinion in opinions if opinion.is_widely_shared]


def _row(index: int, opinion: Opinion) -> dict[str, str]:
    return {
        "nhom": "",
        "stt": str(index),
        "don_vi": ", ".join(opinion.units),
        "noi_dung": opinion.whole,
    }
