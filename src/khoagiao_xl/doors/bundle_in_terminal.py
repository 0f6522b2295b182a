"""«bundle»: what is told of a bundle that was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khoagiao_xl.bundling.windows_python import VERSION
from khoagiao_xl.model.results import Outcome
from khoagiao_xl.wording import sentence
from khoagiao_xl.wording.office_installing import FETCHED, GIVEN

if TYPE_CHECKING:
    from khoagiao_xl.bundling.make_bundle import Bundle


def told_of(bundle: Bundle) -> Outcome:
    """Return the outcome of a bundle that was made."""
    facts = {
        "name": bundle.path.name,
        "megabytes": bundle.megabytes,
        "wheels": bundle.wheels,
        "python": VERSION,
        "given": GIVEN if bundle.has_python else FETCHED,
    }
    counts = {"wheels": bundle.wheels, "megabytes": bundle.megabytes}
    return Outcome(sentence("CD-39", facts), counts=counts, paths=(bundle.path,))
