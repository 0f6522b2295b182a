"""A document held against every rule of the official layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.layout.document_in_hand import in_hand
from khoagiao_xl.layout.rule_in_hand import RuleInHand
from khoagiao_xl.layout.rule_table import RULES

if TYPE_CHECKING:
    from khoagiao_xl.layout.departures import Departure
    from khoagiao_xl.layout.document_in_hand import DocumentInHand
    from khoagiao_xl.layout.laid_document import LaidDocument


def check_layout(document: LaidDocument, profile: str = "") -> list[Departure]:
    """Return what departs from the rules of layout, rule by rule.

    profile: HD36, HD05 or ND30; without it the one that fits the national title and the day of the document.
    Raises KeyError for another name.
    """
    checked = in_hand(document, profile)
    return check_in_hand(checked)


def check_in_hand(checked: DocumentInHand) -> list[Departure]:
    """Return what departs from the rules of layout in a document whose profile and parts are known."""
    found: list[Departure] = []
    for name, check in RULES.items():
        rule = checked.profile.rule(name)
        if rule.is_on:
            found += check(RuleInHand(rule, checked))
    return found
