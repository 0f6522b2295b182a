"""A document held against the rules of text: every slip becomes a departure in the office's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from khoagiao_xl.layout.departures import Departure
from khoagiao_xl.layout.mends import AllMends, TextMend
from khoagiao_xl.layout.text_rules import TEXT_RULES
from khoagiao_xl.layout.text_slips import TextInHand
from khoagiao_xl.wording import sentence

if TYPE_CHECKING:
    from khoagiao_xl.layout.laid_document import LaidDocument
    from khoagiao_xl.layout.mends import Mend
    from khoagiao_xl.layout.text_rules import TextRule
    from khoagiao_xl.layout.text_slips import Slip

_SPACE_SEEN: Final = "␣"  # in words that are shown for their spaces
_NAMED: Final = 6  # places that one departure of many slips names


def check_text(document: LaidDocument, tone: str = "") -> list[Departure]:
    """Return what departs from the rules of text, rule by rule.

    tone: the placement of tones the office chose, one of `tone_rules.PLACEMENTS`; without it what most words
    of the document have is expected, and no tone may be moved.
    """
    text = TextInHand(document, tone)
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
    )


def _told(rule: TextRule, slips: list[Slip]) -> tuple[str, str, str]:
    """Return what is found, what is expected and what to do: the three lines of the rule's sentence."""
    first = slips[0]
    words = {_shown(slip.words.strip() or slip.words) for slip in slips}
    facts: dict[str, object] = {
        "words": ", ".join(sorted(words)[:_NAMED]),
        "around": _shown(first.around),
        "count": len(slips),
        **first.facts,
    }
    for name, fact in facts.items():
        facts[name] = _shown(fact) if isinstance(fact, str) else fact
    found, expected, advice = sentence(rule.id, facts).split("\n")
    return found, expected, advice


def _shown(words: str) -> str:
    """Return words on one line, with spaces that would not be seen as signs."""
    seen = words.replace("  ", _SPACE_SEEN * 2)
    seen = seen.replace("\u00a0", _SPACE_SEEN)
    return " ".join(seen.split())


def _place(slips: list[Slip]) -> str:
    places = dict.fromkeys(slip.paragraph.place for slip in slips)
    first, *others = places
    if not others:
        return first
    named = [first, *others[: _NAMED - 1]]
    told = "; ".join(named)
    left = len(places) - len(named)
    return sentence("LV-NOI", {"places": told, "left": left}) if left else told


def _mend(slips: list[Slip]) -> Mend | None:
    mends: list[Mend] = []
    for slip in slips:
        if slip.mend is not None:
            mends.append(slip.mend)
        elif slip.new is not None:
            mends.append(TextMend(slip.paragraph, slip.start, slip.end, slip.new))
    if len(mends) < len(slips):
        return None
    return mends[0] if len(mends) == 1 else AllMends(tuple(mends))
