"""A document held against the rules of text: every slip becomes a departure in the office's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.departures import Departure, FoundText
from khoagiao_xl.layout.mends import AllMends, TextMend
from khoagiao_xl.layout.text_rules import TEXT_RULES
from khoagiao_xl.layout.text_slips import TextInHand
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from khoagiao_xl.layout.laid_document import LaidDocument
    from khoagiao_xl.layout.mends import Mend
    from khoagiao_xl.layout.text_rules import TextRule
    from khoagiao_xl.layout.text_slips import Slip

_SPACE_SEEN: Final = "␣"  # in words that are shown for their spaces
_NAMED: Final = 6  # places that one departure of many slips names


def check_text(document: LaidDocument, tone: str = "", *, is_state: bool = False) -> list[Departure]:
    """Return what departs from the rules of text, rule by rule.

    is_state: the document is held against the rules of the state.

    tone: the placement of tones the office chose, one of `tone_rules.PLACEMENTS`; without it what most words
    of the document have is expected, and no tone may be moved.
    """
    text = TextInHand(document, tone, is_state)
    found: list[Departure] = []
    for rule in TEXT_RULES:
        found += _departures(rule, text)
    return found


def _departures(rule: TextRule, text: TextInHand) -> list[Departure]:
    slips = list(rule.find(text))
    if not rule.is_one:
        return [_departure(rule, [slip]) for slip in slips]
    return [_departure(rule, slips)] if slips else []


def _departure(rule: TextRule, slips: list[Slip]) -> Departure:
    first = slips[0]
    found, expected, advice = _told(rule, slips)
    return Departure(
        rule=rule.id,
        weight=rule.weight,
        place=_place(slips),
        found=found,
        expected=expected,
        advice=advice,
        paragraph=first.paragraph,
        mend=_mend(slips),
        texts=tuple(_found_texts(slips)),
    )


def _found_texts(slips: list[Slip]) -> Iterator[FoundText]:
    """Yield where the slips stand, as many as the departure names."""
    for slip in slips[:_NAMED]:
        yield FoundText(
            slip.paragraph,
            slip.start,
            slip.end,
        )


def _told(rule: TextRule, slips: list[Slip]) -> tuple[str, str, str]:
    """Return what is found, what is expected and what to do: the three lines of the rule's sentence."""
    first = slips[0]
    facts = {
        "words": _words_of(slips),
        "around": first.around,
        "count": len(slips),
        **first.facts,
    }
    told = {name: _shown(fact) for name, fact in facts.items()}
    lines = sentence(rule.id, told)
    found, expected, advice = lines.split("\n")
    return found, expected, advice


def _words_of(slips: list[Slip]) -> str:
    """Return what stands at the places, each once."""
    words = {slip.words.strip() for slip in slips}
    named = sorted(words)[:_NAMED]
    return ", ".join(named)


def _shown(fact: object) -> object:
    """Return words on one line, with spaces that would not be seen as signs; other facts as they are."""
    if not isinstance(fact, str):
        return fact
    seen = fact.replace("  ", _SPACE_SEEN * 2)
    seen = seen.replace("\u00a0", _SPACE_SEEN)
    words = seen.split()
    return " ".join(words)


def _place(slips: list[Slip]) -> str:
    every = [slip.paragraph.place for slip in slips]
    places = list(dict.fromkeys(every))
    named = places[:_NAMED]
    told = "; ".join(named)
    left = len(places) - len(named)
    if not left:
        return told
    facts = {"places": told, "left": left}
    return sentence("LV-NOI", facts)


def _mend(slips: list[Slip]) -> Mend | None:
    """Return what puts all the slips right; None where one of them only a person can."""
    mends: list[Mend] = []
    for slip in slips:
        mend = slip.mend or _text_mend(slip)
        if mend is None:
            return None
        mends.append(mend)
    first, *others = mends
    return AllMends(tuple(mends)) if others else first


def _text_mend(slip: Slip) -> TextMend | None:
    if slip.new is None:
        return None
    return TextMend(
        slip.paragraph,
        slip.start,
        slip.end,
        slip.new,
    )
