"""Who leads a task: named in its own words, by its label or heading, or by what was said above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from khoagiao_xl.guidance.guidance_records import Sure
from khoagiao_xl.guidance.tasks.clauses import served_by
from khoagiao_xl.guidance.tasks.split_items import Piece
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.organs import is_organ_alone, organ_from
from khoagiao_xl.vietnamese.running_text import plain

_EVERYBODY = ("các ", "cấp ủy", "mỗi ", "từng ", "tất cả ", "toàn thể ")
_CAPITALS = set("ABCDĐEFGH")


class Lead(NamedTuple):
    """Who leads a task, where that was found, and how sure it is."""

    organ: str
    found_in: str
    sure: Sure


NOBODY = Lead("", "", Sure.LOOK)


@dataclass
class Above:
    """What the sentences above say, within one section.

    intro: whom the leading sentence names; last: the last lead a task named; label: an organ alone on a
    line above; period: «Quý II» alone on a line; outer: the intros of the sections around.
    """

    section: str = ""
    intro: str = ""
    last: str = ""
    label: str = ""
    period: str = ""
    outer: dict[str, str] = field(default_factory=dict)

    def enter(self, section: str) -> Above:
        """Return what is still said in the next section: what introduces the sections around it."""
        outer = dict(self.outer)
        if self.section and _lies_in(section, self.section):
            outer[self.section] = self.intro
        intro = ""
        for name, words in outer.items():
            if words and _lies_in(section, name):
                intro = words
        return Above(
            section=section,
            intro=intro,
            outer=outer,
        )


@dataclass
class Leads:
    """The leads named so far, for the tasks that name none; `audience`: whom the frame asks, and where."""

    audience: tuple[str, str] = ("", "")
    above: Above = field(default_factory=Above)
    _of_part: dict[str, str] = field(default_factory=dict)

    def enter(self, section: str) -> None:
        """Forget what was said in the last section, but for what introduces the section around this one."""
        if section != self.above.section:
            self.above = self.above.enter(section)

    def leave_item(self) -> None:
        """Forget the single body that the last item named: items beside each other inherit nothing."""
        if not is_everybody(self.above.last):
            self.above.last = ""

    def of(self, node: Node, piece: Piece) -> Lead:
        """Return who leads; the nearest place wins. What the piece itself names is kept for those below."""
        own = piece.leader or served_by(piece.own_words)
        lead = self._nearest(node, piece, own)
        if own:
            self._remember(own, node)
        return lead

    def _nearest(self, node: Node, piece: Piece, own: str) -> Lead:
        for lead in self._candidates(node, piece, own):
            if lead.organ:
                return lead
        return NOBODY

    def _candidates(self, node: Node, piece: Piece, own: str) -> Iterator[Lead]:
        """Yield whom each place names, the nearest place first."""
        yield Lead(own, "câu", Sure.CERTAIN)
        label = _organ_alone(piece.label)
        yield Lead(label, "nhãn đầu đoạn", Sure.CERTAIN)
        above = self.above
        yield Lead(above.label, "nhãn đoạn trên", Sure.CERTAIN)
        heading = _nearest_heading(node)
        yield Lead(heading, "đề mục", Sure.CERTAIN)
        yield Lead(above.intro, "câu dẫn", Sure.FAIRLY)
        yield self._last(piece)
        organ, where = self.audience
        yield Lead(organ, where, Sure.LOOK)
        part = great_section(node.section)
        of_part = self._of_part.get(part, "")
        yield Lead(of_part, "mục trước", Sure.LOOK)

    def _last(self, piece: Piece) -> Lead:
        """Return whom the task before named: nobody, where it was a single office in another item."""
        last = self.above.last
        if _goes_on_paragraph(piece):
            return Lead(last, "câu trên", Sure.FAIRLY)
        if is_everybody(last):
            return Lead(last, "câu trên", Sure.LOOK)
        return NOBODY

    def _remember(self, organ: str, node: Node) -> None:
        self.above.last = organ
        if is_everybody(organ):
            part = great_section(node.section)
            self._of_part[part] = organ


def _goes_on_paragraph(piece: Piece) -> bool:
    if piece.label:
        return False
    return piece.start > 0


def _organ_alone(words: str) -> str:
    return organ_from(words, 0) if is_organ_alone(words) else ""


def _nearest_heading(node: Node) -> str:
    """Return the organ that the nearest heading is the name of."""
    for heading in reversed(node.above):
        organ = _organ_alone(heading)
        if organ:
            return organ
    return ""


def _lies_in(section: str, outer: str) -> bool:
    return section.startswith(f"{outer}.")


def is_everybody(organ: str) -> bool:
    """Say whether the name stands for all units: they go on leading below, where a single office does not."""
    return plain(organ).startswith(_EVERYBODY)


def great_section(section: str) -> str:
    """Return the great section that holds `section`: II for II.4.2, Phần 2.II for Phần 2.II.1."""
    labels = section.split(".")
    length = 2 if _is_part(labels[0]) else 1
    return ".".join(labels[:length])


def _is_part(label: str) -> bool:
    if label in _CAPITALS:
        return True
    return label.startswith("Phần")
