"""What a report says in the same words in two of its fields, told with the field so that nothing is twice."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from khoagiao_xl.model.sections import fields_by_tag
from khoagiao_xl.report.figure_keys import unmarked
from khoagiao_xl.report.told_lines import small
from khoagiao_xl.wording.report import PHRASES
from khoagiao_xl.wording.told_sections import TOLD

OPENS: Final = ":"  # an opening says nothing by itself: its field stands above it
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Paragraphs = Mapping[str, Sequence[str]]  # by tag


def told_with_fields(paragraphs: Paragraphs) -> dict[str, list[str]]:
    """Return the paragraphs of the fields by their tags; those that another field has too name their own."""
    fields = fields_by_tag()
    own = {tag: list(paragraphs.get(tag, ())) for tag in fields}
    counts = Counter(_words(own))
    for tag, texts in own.items():
        field = small(fields[tag])
        for at, text in enumerate(texts):
            if counts[unmarked(text)] > 1 and not text.endswith(OPENS):
                texts[at] = TOLD["ve_linh_vuc"].format(field=field, text=small(text))
    return own


def _words(paragraphs: Paragraphs) -> Iterator[str]:
    """Yield what each field says, once; a field of which nothing is known says so under its own heading."""
    for texts in paragraphs.values():
        different = dict.fromkeys(map(unmarked, texts))
        different.pop(PHRASES["muc_trong"], None)
        yield from different
